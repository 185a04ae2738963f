import CRDLibYAML
import CRDParsing
import CRDRuntime
import CRDValidation
import CRDYAML
import TestSupport
import Testing

/// Our answer to the request of a line.
struct Answer {
    let response: ServerResponse
    /// Whether the body is JSON.
    private var isReadable: Bool {
        if case .failure(let rejection) = response.result { return rejection.code != 400 }
        return true
    }

    /// Creates the answer; `nil` for a line of another kind.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - validator: The validator of the CRD.
    ///   - original: The validator of the CRD as it was when the first object was created.
    /// - Throws: The error of a line that cannot be read.
    init?(
        to line: VerdictLine,
        from validator: ResourceValidator,
        original: ResourceValidator
    ) throws {
        switch line.text("op") {
        case "create":
            guard let created = try Self.create(line, validator) else { return nil }
            response = created
        case "status", "update":
            let changed =
                line.value["initial"] == nil
                ? try Self.change(line, validator)
                : try Self.update(line, validator, original: original)
            guard let changed else { return nil }
            response = changed
        default: return nil
        }
    }

    private static func fieldValidation(_ line: VerdictLine) -> FieldValidation {
        line.text("fieldValidation").flatMap(FieldValidation.init) ?? .strict
    }

    private static func create(
        _ line: VerdictLine,
        _ validator: ResourceValidator
    ) throws -> ServerResponse? {
        guard let initial = line.value["initial"] else {
            if line.text("contentType")?.contains("yaml") == true {
                let text = String(decoding: line.body(), as: UTF8.self)
                let value = try JSONValue(#require(Node.parse(text, file: "body").first))
                return validator.create(
                    value,
                    fieldValidation: fieldValidation(line),
                    namespace: "default"
                )
            }
            return create(line.body(), fieldValidation(line), validator)
        }
        let object = withMetadata(initial, name: nil)
        return create(Array(JSONText.write(object).utf8), .ignore, validator)
    }

    /// The object as a suite of OpenShift sends it.
    private static func withMetadata(_ value: JSONValue, name: JSONValue?) -> JSONValue {
        guard case .object(var object) = value else { return value }
        var metadata = JSONObject()
        if case .object(let own)? = object["metadata"] { metadata = own }
        metadata["generateName"] = "test-"
        metadata["namespace"] = "default"
        if let name { metadata["name"] = name }
        object["metadata"] = .object(metadata)
        return .object(object)
    }

    /// The last answer in a test of OpenShift: an object is created and then changed, each time
    /// with its status.
    private static func update(
        _ line: VerdictLine,
        _ validator: ResourceValidator,
        original: ResourceValidator
    ) throws -> ServerResponse? {
        let initial = try #require(line.value["initial"])
        let updated = try #require(line.value["updated"])
        var stored = try original.create(withMetadata(initial, name: nil), fieldValidation: .ignore)
            .result.get()
        if initial["status"] != nil {
            stored = try original.updateStatus(initial, of: stored, fieldValidation: .ignore)
                .result.get()
        }
        let changed = withMetadata(updated, name: stored["metadata"]?["name"])
        let response = validator.update(changed, of: stored, fieldValidation: .ignore)
        guard case .success(let object) = response.result, updated["status"] != nil else {
            return response
        }
        return validator.updateStatus(changed, of: object, fieldValidation: .ignore)
    }

    private static func create(
        _ bytes: [UInt8],
        _ fieldValidation: FieldValidation,
        _ validator: ResourceValidator
    ) -> ServerResponse {
        do throws(JSONReader.Failure) {
            let body = try RequestBody(json: bytes, file: "body")
            return validator.create(
                body,
                fieldValidation: fieldValidation,
                namespace: "default"
            )
        } catch {
            return .rejected(.badRequest("\(error)"))
        }
    }

    /// The answer to a change of an object that was created before.
    private static func change(
        _ line: VerdictLine,
        _ validator: ResourceValidator
    ) throws -> ServerResponse? {
        let created = create(line.body("old", raw: ""), .ignore, validator)
        guard case .success(let stored) = created.result else { return nil }
        do throws(JSONReader.Failure) {
            let body = try RequestBody(json: line.body(), file: "body")
            let fieldValidation = fieldValidation(line)
            return line.text("op") == "update"
                ? validator.update(body, of: stored, fieldValidation: fieldValidation)
                : validator.updateStatus(body, of: stored, fieldValidation: fieldValidation)
        } catch {
            return .rejected(.badRequest("\(error)"))
        }
    }

    /// What differs; `nil` where the answers are the same.
    func difference(from line: VerdictLine) -> String? {
        let warnings = Set(response.warnings)
        if isReadable, line.hasWarnings, warnings != line.warnings {
            return "warnings \(warnings.sorted()), not \(line.warnings.sorted())"
        }
        switch response.result {
        case .success(let object):
            guard line.accepted else { return "accepted, but not by the server: \(line.verdict)" }
            if let expected = line.value["gotObject"] ?? line.value["expected"] {
                let isSame = Self.withoutMetadata(object) == Self.withoutMetadata(expected)
                return isSame
                    ? nil : "object \(JSONText.write(object)), not \(JSONText.write(expected))"
            }
            guard let expected = line.value["object"], object != expected else { return nil }
            return "object \(JSONText.write(object)), not \(JSONText.write(expected))"
        case .failure(let rejection):
            if line.accepted { return "refused, but not by the server: \(rejection)" }
            let ours = Self.causes(rejection)
            if line.verdict["code"] != .number(JSONNumber(rejection.code)) {
                return "code \(rejection.code): \(rejection) instead of \(line.verdict)"
            }
            guard ours != line.causes else { return strictDifference(rejection, line) }
            let more = ours.subtracting(line.causes)
            let less = line.causes.subtracting(ours)
            return "too much: \(more.sorted()), missing: \(less.sorted())"
        }
    }

    private static func causes(_ rejection: ServerResponse.Rejection) -> Set<String> {
        Set(rejection.violations.map { "\($0.field) | \($0.reason.rawValue) | \($0.message)" })
    }

    private static func withoutMetadata(_ value: JSONValue) -> JSONValue {
        guard case .object(var object) = value else { return value }
        object["metadata"] = Optional.none
        return .object(object)
    }

    /// Complaints about unknown and duplicate fields have no causes, but the message says them.
    private func strictDifference(
        _ rejection: ServerResponse.Rejection,
        _ line: VerdictLine
    ) -> String? {
        guard case .string(let message)? = line.verdict["message"],
            message.contains("strict decoding error"), message != rejection.message
        else { return nil }
        return "message \(rejection.message) instead of \(message)"
    }
}
