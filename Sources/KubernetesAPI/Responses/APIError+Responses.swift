import CRDParsing
import CRDRuntime
import CRDYAML

extension APIError {
    /// Creates the error of a response that is not successful.
    init(httpStatus: Int, body: [UInt8], retryAfter: String?) {
        let retryAfterSeconds = retryAfter.flatMap { Int($0) }
        if let root = try? JSONReader.read(body, file: "", duplicateRule: .lastCounts),
            root.value(of: "kind") == "Status"
        {
            self.init(status: root, httpStatus: httpStatus, retryAfterSeconds)
            return
        }
        self.init(
            code: httpStatus,
            message: body.isEmpty
                ? "the response has no body"
                : "the response is no Status: \(Self.beginning(of: body))",
            retryAfterSeconds: retryAfterSeconds
        )
    }

    /// Creates the error that a `Status` describes.
    ///
    /// Fields of the wrong type are ignored.
    init(status: Node, httpStatus: Int, _ retryAfterSeconds: Int? = nil) {
        let details = status["details"]
        let causes = details?["causes"].map { $0.kind == .sequence ? Array($0.items) : [] } ?? []
        self.init(
            code: status.value(of: "code").flatMap { Int($0) } ?? httpStatus,
            reason: status.value(of: "reason") ?? "",
            message: status.value(of: "message") ?? "the Status has no message",
            causes: causes.map { cause in
                Cause(
                    field: cause.value(of: "field") ?? "",
                    reason: cause.value(of: "reason") ?? "",
                    message: cause.value(of: "message") ?? ""
                )
            },
            retryAfterSeconds: details?.value(of: "retryAfterSeconds").flatMap { Int($0) }
                ?? retryAfterSeconds
        )
    }

    /// Creates the error of a successful response that cannot be read.
    ///
    /// - Parameters:
    ///   - diagnostics: The problems.
    ///   - status: The HTTP status.
    ///   - body: The body, if it is not JSON at all; `nil` if the problems describe it.
    init(unreadable diagnostics: [Diagnostic], status: Int, body: [UInt8]? = nil) {
        var message = "the response cannot be read: "
        message += diagnostics.map(\.description).joined(separator: "\n")
        if let body { message += body.isEmpty ? ", no body" : ": \(Self.beginning(of: body))" }
        self.init(code: status, message: message, diagnostics: diagnostics)
    }

    /// Returns the first 200 bytes as text, without a character that they cut.
    private static func beginning(of body: [UInt8]) -> String {
        var end = min(body.count, 200)
        // A byte 10xxxxxx continues a character.
        while end < body.count, end > 0, body[end] & 0xC0 == 0x80 { end -= 1 }
        return String(decoding: body[..<end], as: UTF8.self)
    }
}
