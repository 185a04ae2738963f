import CRDLibYAML
import CRDParsing
import CRDRuntime
import CRDValidation
import CRDYAML
import Foundation
import TestSupport
import Testing

/// Every response of a real API server must be ours.
///
/// With each table stands the number of lines that are compared; where rules are involved, all that
/// is no rule's.
struct VerdictTests {
    @Test(arguments: [
        ("kitchen.jsonl", 294), ("kitchen-gen.jsonl", 322), ("trainingjobs.jsonl", 28),
        ("formats.jsonl", 1711), ("badcrds.jsonl", 35),
    ])
    func `a request gets the response of the API server`(file: String, count: Int) throws {
        try compare(file, count: count)
    }

    @Test(
        .enabled(if: SharedFolder.has("verdicts"), "needs ../shared/verdicts"),
        arguments: [
            ("structural.jsonl", 2886), ("update.jsonl", 366), ("openshift.jsonl", 809),
            ("cel.jsonl", 2399),
        ]
    )
    func `a request about a published CRD gets the response of the API server`(
        file: String,
        count: Int
    ) throws {
        try compare(file, count: count)
    }

    private func compare(_ file: String, count: Int) throws {
        var validators = VerdictValidators()
        var differences: [String] = []
        var compared = 0
        for line in try VerdictLine.lines(of: file) {
            if line.text("kind") == "crd" {
                if let crd = line.value["crd"] { try? validators.add(crd, as: line.text("id")) }
                continue
            }
            let validator = try validators.validator(of: line)
            guard let answer = try Answer(to: line, from: validator) else { continue }
            compared += 1
            if let difference = answer.difference(from: line) {
                differences.append("\(line.place): \(difference)")
            }
        }
        #expect(compared == count)
        let first = differences.prefix(5).joined(separator: "\n")
        #expect(differences.isEmpty, "\(differences.count) of \(compared) lines differ:\n\(first)")
    }
}

extension ResourceValidator {
    /// The rules of the schema.
    fileprivate var rules: [Schema.ValidationRule] {
        unchecked.compactMap { constraint in
            if case .rule(let rule) = constraint.kind { return rule }
            return nil
        }
    }
}

extension Schema.ValidationRule {
    /// Whether a complaint of the server may come from the rule.
    fileprivate func mayHaveSaid(_ cause: String) -> Bool {
        // What an expression makes of a value is not known here; nor what ends an evaluation.
        if messageExpression != nil || cause.contains("evaluat") { return true }
        let line = rule.split(separator: "\n").joined(separator: " ")
        let words = message ?? "failed rule: \(line)"
        return cause.contains(words) || cause.contains("failed rule: ")
    }
}

/// Our answer to the request of a line.
struct Answer {
    let response: ServerResponse
    /// The rules that some of the server's complaints may come from; `nil` where none do.
    private let rules: [Schema.ValidationRule]?

    /// - Returns: `nil` where the line is of another kind.
    init?(to line: VerdictLine, from validator: ResourceValidator) throws {
        rules = validator.ruleCount > 0 && Self.needsRules(line) ? validator.rules : nil
        switch line.text("op") {
        case "create":
            guard let created = try Self.create(line, validator) else { return nil }
            response = created
        case "status":
            guard let status = try Self.status(line, validator) else { return nil }
            response = status
        default: return nil
        }
    }

    /// Whether the server's answer may come from a rule: without the remark that rules were left
    /// out, each complaint that we do not have may be one.
    private static func needsRules(_ line: VerdictLine) -> Bool {
        if line.accepted || line.verdict["code"] == 400 { return false }
        return !line.causes.contains { $0.hasPrefix("<nil> | ") && $0.contains("not checked") }
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
        guard line.value["initialCRDPatches"] == nil, case .object(var object) = initial else {
            return nil
        }
        guard line.text("op") == "create" else { return nil }
        var metadata = JSONObject()
        if case .object(let own)? = object["metadata"] { metadata = own }
        metadata["generateName"] = "test-"
        metadata["namespace"] = "default"
        object["metadata"] = .object(metadata)
        return create(Array(JSONText.write(.object(object)).utf8), .ignore, validator)
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

    private static func status(
        _ line: VerdictLine,
        _ validator: ResourceValidator
    ) throws -> ServerResponse? {
        guard case .accepted(let stored) = create(line.body("old", raw: ""), .ignore, validator)
        else { return nil }
        do throws(JSONReader.Failure) {
            let body = try RequestBody(json: line.body(), file: "body")
            return validator.updateStatus(
                body,
                of: stored,
                fieldValidation: fieldValidation(line)
            )
        } catch {
            return .rejected(.badRequest("\(error)"))
        }
    }

    /// What differs; `nil` where the answers are the same.
    func difference(from line: VerdictLine) -> String? {
        if let rules { return difference(from: line, besides: rules) }
        switch response {
        case .accepted(let object):
            guard line.accepted else { return "accepted, but not by the server: \(line.verdict)" }
            if let expected = line.value["gotObject"] ?? line.value["expected"] {
                let isSame = Self.withoutMetadata(object) == Self.withoutMetadata(expected)
                return isSame
                    ? nil : "object \(JSONText.write(object)), not \(JSONText.write(expected))"
            }
            guard let expected = line.value["object"], object != expected else { return nil }
            return "object \(JSONText.write(object)), not \(JSONText.write(expected))"
        case .rejected(let rejection):
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

    /// What differs where rules have something to say: we have no complaint that the server has
    /// not, and each that is missing is one of a rule.
    private func difference(
        from line: VerdictLine,
        besides rules: [Schema.ValidationRule]
    ) -> String? {
        var ours: Set<String> = []
        if case .rejected(let rejection) = response {
            guard rejection.code == 422 else { return "code \(rejection.code)" }
            ours = Self.causes(rejection)
        }
        let more = ours.subtracting(line.causes)
        let less = line.causes.subtracting(ours).filter { cause in
            !rules.contains { $0.mayHaveSaid(cause) }
        }
        return more.isEmpty && less.isEmpty
            ? nil : "too much: \(more.sorted()), missing: \(less.sorted())"
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
