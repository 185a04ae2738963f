import CRDDefinitionValidity
package import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML
import KubernetesAdmissionPolicies

extension CheckedObject {
    /// Returns the response of the API server, a `metav1.Status`.
    ///
    /// In addition to the fields of the server, `operation` is `create` or `update`, `source` has
    /// file, line, and column of the object, and each cause has `line` and `column`.
    ///
    /// - Parameter requiresKinds: Whether a kind that no CRD defines is rejected.
    /// - Returns: `nil` for an object that is not checked.
    package func status(requiresKinds: Bool = false) -> JSONValue? {
        var status: JSONObject
        if let denial {
            status = denial
        } else if let own = ownStatus(requiresKinds: requiresKinds) {
            status = own
        } else {
            return nil
        }
        status["operation"] = .string(operation.rawValue)
        status["source"] = .object(Self.source(file, position))
        return .object(status)
    }

    private func ownStatus(requiresKinds: Bool) -> JSONObject? {
        switch outcome {
        case .answered(let answer): return status(of: answer)
        case .definition(let validity, let duplicates):
            if let first = duplicates.first {
                return Self.failure("BadRequest", 400, first.message)
            }
            return validity.rejection.map(failure) ?? success
        case .policy(let validity): return validity.rejection.map(failure) ?? success
        case .unreadable(let diagnostic):
            return Self.failure("BadRequest", 400, diagnostic.message)
        case .unknownVersion: return Self.failure("NotFound", 404, noMatches)
        case .notFound(let message, _): return Self.failure("NotFound", 404, message)
        case .unknownKind:
            return requiresKinds ? Self.failure("NotFound", 404, noMatches) : nil
        case .skipped: return nil
        }
    }

    /// The response to a request that policies deny (`admission.NewForbidden`); `nil` if none does.
    ///
    /// The message is that of the first denial, and the causes are all of them.
    private var denial: JSONObject? {
        guard let verdict = policyVerdict, let first = verdict.denials.first else { return nil }
        let message = "\(verdict.resource) \"\(name)\" is forbidden: \(first.denial)"
        var details = details
        details["kind"] = .string(verdict.plural)
        details["causes"] = .array(
            verdict.denials.map { denial in
                var cause = JSONObject()
                cause["message"] = .string(denial.denial)
                cause.add(denial.location.position)
                return .object(cause)
            }
        )
        var status = Self.failure(first.reason, first.code, message)
        status["details"] = .object(details)
        return status
    }

    private func status(of answer: ManifestResponse) -> JSONObject {
        guard case .failure(let rejection) = answer.response.result else { return success }
        return failure(rejection)
    }

    private var success: JSONObject {
        var status = Self.status("Success")
        status["details"] = .object(details)
        status["code"] = operation == .create ? 201 : 200
        return status
    }

    /// `metav1.StatusDetails` without causes.
    private var details: JSONObject {
        var details = JSONObject()
        details["name"] = .string(name)
        details["group"] = .string(group)
        details["kind"] = .string(kind)
        return details
    }

    private func failure(_ rejection: ServerResponse.Rejection) -> JSONObject {
        if rejection.code == 400 { return Self.failure("BadRequest", 400, rejection.message) }
        var details = details
        details["causes"] = .array(
            rejection.violations.map { violation in
                var cause = JSONObject()
                cause["reason"] = .string(violation.reason.rawValue)
                cause["message"] = .string(violation.message)
                cause["field"] = .string(violation.field)
                cause.add(violation.location?.position)
                return .object(cause)
            }
        )
        var status = Self.failure("Invalid", rejection.code, rejection.message)
        status["details"] = .object(details)
        return status
    }

    private static func failure(_ reason: String, _ code: Int, _ message: String) -> JSONObject {
        var status = status("Failure")
        status["message"] = .string(message)
        status["reason"] = .string(reason)
        status["code"] = .number(JSONNumber(code))
        return status
    }

    private static func status(_ word: String) -> JSONObject {
        var status = JSONObject()
        status["kind"] = "Status"
        status["apiVersion"] = "v1"
        status["metadata"] = [:]
        status["status"] = .string(word)
        return status
    }

    private static func source(_ file: String, _ position: SourcePosition?) -> JSONObject {
        var source = JSONObject()
        source["file"] = .string(file)
        source.add(position)
        return source
    }
}

extension JSONObject {
    /// Adds line and column of a source location.
    fileprivate mutating func add(_ position: SourcePosition?) {
        guard let position else { return }
        self["line"] = .number(JSONNumber(position.line))
        self["column"] = .number(JSONNumber(position.column))
    }
}
