import CRDGeneratorCore
import CRDYAML
import Foundation

/// A file on the web.
///
/// It is fetched by `curl`, which has the proxies and certificates of the user. FoundationNetworking
/// would double the CPU time that every command takes to start (4.3 to 10 ms).
struct RemoteFile {
    /// The address of the file itself, where a person has named the page that shows it.
    let address: String

    /// The most bytes that are read; the largest published CRD has 2 million.
    private static let limit = 64 << 20
    /// The most seconds that it may take.
    private static let seconds = 60

    /// Whether anyone between here and the server can change the file unnoticed.
    var isInsecure: Bool { address.hasPrefix("http:") }

    /// Takes a word of the command line for an address; `nil` if it is none.
    init?(_ word: String) {
        guard word.hasPrefix("https://") || word.hasPrefix("http://") else { return nil }
        address = Self.rawAddress(word)
    }

    /// The address of the file that a page of GitHub or GitLab shows.
    private static func rawAddress(_ address: String) -> String {
        let address = String(address.prefix { $0 != "#" })
        var parts = address.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count > 7, parts[2] == "github.com", ["blob", "raw"].contains(parts[5]) {
            parts[2] = "raw.githubusercontent.com"
            parts.remove(at: 5)
            return parts.joined(separator: "/")
        }
        return address.replacing("/-/blob/", with: "/-/raw/", maxReplacements: 1)
    }

    /// Fetches the file.
    ///
    /// - Throws: `Diagnostic` if there is none, it is too large, or it is a page for people.
    func read() throws(Diagnostic) -> Generator.Input {
        let (bytes, errors, status) = try fetch()
        guard status == 0 else { throw failure(errors, status) }
        guard bytes.count <= Self.limit else { throw tooLarge }
        let start = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
            .drop { $0.isWhitespace }
        if start.hasPrefix("<!doctype") || start.hasPrefix("<html") {
            throw error("is a web page, expected YAML or JSON; use the address of the raw file")
        }
        return Generator.Input(path: address, bytes: bytes)
    }

    private func fetch() throws(Diagnostic) -> (bytes: [UInt8], errors: String, status: Int32) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let protocols = isInsecure ? "=http,https" : "=https"
        process.arguments = [
            "curl", "--silent", "--show-error", "--fail", "--location", "--globoff",
            "--max-redirs", "10", "--connect-timeout", "15", "--max-time", "\(Self.seconds)",
            "--max-filesize", "\(Self.limit)", "--proto", protocols,
            "--proto-redir", protocols, "--url", address,
        ]
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        do {
            // A second pipe would fill while the first is read, and curl would wait forever.
            let errors = try Self.temporaryFile()
            process.standardError = errors
            try process.run()
            var progress = Progress("fetching")
            defer { progress.end() }
            var bytes: [UInt8] = []
            while let chunk = try output.fileHandleForReading.read(upToCount: 1 << 16),
                !chunk.isEmpty
            {
                bytes += chunk
                progress.show("\(bytes.count >> 10) KiB")
                // Where the server does not say how large it is, old versions of curl go on.
                if bytes.count > Self.limit { process.terminate() }
            }
            process.waitUntilExit()
            try errors.seek(toOffset: 0)
            let said = try errors.read(upToCount: 1 << 16) ?? Data()
            if bytes.count > Self.limit { throw tooLarge }
            return (bytes, String(decoding: said, as: UTF8.self), process.terminationStatus)
        } catch let diagnostic as Diagnostic {
            throw diagnostic
        } catch {
            throw self.error("cannot be fetched: \(error.reason)")
        }
    }

    /// Opens an empty file that is gone when it is closed.
    private static func temporaryFile() throws -> FileHandle {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "crdgen-\(UUID().uuidString)")
        try Data().write(to: url, options: .withoutOverwriting)
        defer { try? FileManager.default.removeItem(at: url) }
        return try FileHandle(forUpdating: url)
    }

    /// What to say for an exit code of curl.
    private func failure(_ errors: String, _ status: Int32) -> Diagnostic {
        switch status {
        case 6: return error("no such host")
        case 7: return error("no connection")
        case 22:
            let code = errors.split { !$0.isNumber }.last.map(String.init) ?? "an error"
            return error(code == "404" ? "not found (404)" : "the server answers \(code)")
        case 28: return error("not there within \(Self.seconds) seconds")
        case 47: return error("redirected again and again")
        case 63: return tooLarge
        case 127: return error("cannot be fetched without 'curl'; install it, or fetch the file")
        default:
            let words = errors.split(separator: "\n").first.map(String.init) ?? "curl: (\(status))"
            return error("cannot be fetched: \(words)")
        }
    }

    private var tooLarge: Diagnostic {
        error("larger than \(Self.limit >> 20) MiB, which is refused")
    }

    private func error(_ message: String) -> Diagnostic {
        Diagnostic(.error, message, file: address)
    }
}
