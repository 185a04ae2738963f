import CRDRuntime
import CRDYAML

/// The requests that the server can receive, with all findings about them.
extension ResourceValidator {
    /// Returns the result of a request to create a resource.
    ///
    /// - Parameters:
    ///   - value: The resource.
    ///   - duplicates: The duplicate keys.
    ///   - fieldValidation: The treatment of duplicate keys and unknown fields.
    ///   - namespace: The namespace of the request.
    /// - Returns: The response, with all findings.
    func result(
        ofCreating value: JSONValue,
        duplicates: [RejectedField] = [],
        _ fieldValidation: FieldValidation,
        namespace: String? = nil
    ) -> RequestResult {
        var reading = Reading(rejectedFields: duplicates)
        do throws(ServerResponse.Rejection) {
            try decode(value, &reading)
            reading.dropRepeatedOwners()
            try place(&reading.object, in: namespace)
        } catch {
            let findings = findings(besides: error, reading)
            return unreadable(error, reading, fieldValidation, findings)
        }
        var object = reading.object
        if definition.hasStatusSubresource { object["status"] = Optional.none }
        object.setSystemFields(to: JSONObject())
        let findings = isGoType ? goTypeFindings(in: object, reading) : findings(in: object)
        return result(object, reading, findings, fieldValidation)
    }

    /// Returns the result of a request to update a resource.
    func result(
        ofUpdating value: JSONValue,
        of stored: JSONValue,
        duplicates: [RejectedField] = [],
        _ fieldValidation: FieldValidation
    ) -> RequestResult {
        var reading = Reading(rejectedFields: duplicates)
        var old: JSONObject
        do throws(ServerResponse.Rejection) {
            try decode(value, &reading)
            reading.dropRepeatedOwners()
            old = try storedObject(stored)
            let namespace = old.metadata.text("namespace")
            try place(&reading.object, in: namespace.isEmpty ? nil : namespace)
            try checkName(of: reading.object, old)
        } catch {
            return unreadable(error, reading, fieldValidation)
        }
        var object = reading.object
        old.metadata["namespace"] = object.metadata["namespace"]
        object.setSystemFields(to: old)
        if definition.hasStatusSubresource { object["status"] = old["status"] }
        let findings =
            isGoType
            ? goTypeFindings(in: object, reading, replacing: old)
            : findings(in: object, replacing: old)
        return result(object, reading, findings, fieldValidation)
    }

    /// Returns the result of a request to update `status`.
    func result(
        ofUpdatingStatus value: JSONValue,
        of stored: JSONValue,
        duplicates: [RejectedField] = [],
        _ fieldValidation: FieldValidation
    ) -> RequestResult {
        var reading = Reading(rejectedFields: duplicates)
        let old: JSONObject
        do throws(ServerResponse.Rejection) {
            try decode(value, &reading)
            old = try storedObject(stored)
        } catch {
            return unreadable(error, reading, fieldValidation)
        }
        var object = old
        object["status"] = reading.object["status"]
        let findings =
            isGoType
            ? goTypeStatusFindings(reading) : statusFindings(in: object, replacing: old)
        return result(object, reading, findings, fieldValidation)
    }

    /// Returns the object before an update, as the server reads it from storage.
    private func storedObject(_ stored: JSONValue) throws(ServerResponse.Rejection) -> JSONObject {
        if stored.isTooDeep { throw .badRequest(Self.tooDeep) }
        if isGoType { return try storedGoType(stored) }
        let value = prunedWithDefaults(stored)
        guard case .object(let object) = value.replacingNumbers(JSONNumber.written) ?? value else {
            throw .badRequest("the stored resource is no object")
        }
        return object
    }

    /// Checks that the name in an update is that of the stored object (`checkName` of apiserver
    /// v0.35, pkg/endpoints/handlers).
    private func checkName(
        of object: JSONObject,
        _ old: JSONObject
    ) throws(ServerResponse.Rejection) {
        let name = object.metadata.text("name")
        let oldName = old.metadata.text("name")
        if name == oldName { return }
        let place = ValuePlace([.key("metadata"), .key("name")])
        guard !name.isEmpty else {
            throw .badRequest(
                "the name of the object (\(oldName) based on URL) was undeterminable: name must be "
                    + "provided",
                at: place
            )
        }
        throw .badRequest(
            "the name of the object (\(name)) does not match the name on the URL (\(oldName))",
            at: place
        )
    }

    // MARK: - Responses

    /// Returns the result for a request that cannot be read.
    private func unreadable(
        _ error: ServerResponse.Rejection,
        _ reading: Reading,
        _ fieldValidation: FieldValidation,
        _ findings: Findings = Findings()
    ) -> RequestResult {
        let strict = fieldValidation == .strict ? reading.rejection(definition) : nil
        let warnings = deprecationWarnings.map(\.text)
        let response = ServerResponse.rejected(strict ?? error, warnings: warnings)
        return RequestResult(response, reading, findings, readingError: error)
    }

    /// Returns the findings about a new object besides the values for which it cannot be read.
    private func findings(besides error: ServerResponse.Rejection, _ reading: Reading) -> Findings {
        guard var object = reading.rest else { return Findings() }
        let places = ([error] + reading.otherErrors).map(\.place.steps)
        if definition.hasStatusSubresource { object["status"] = Optional.none }
        object.setSystemFields(to: JSONObject())
        let names: [[NodeStep]] = [[], [.key("name")], [.key("generateName")]]
        if names.contains(where: { places.contains([.key("metadata")] + $0) }) {
            object.metadata["name"] = "fakename"  // for rules
        }
        var findings = findings(in: withNamespace(object))
        findings.violations.removeAll { violation in
            places.contains { violation.place.steps.starts(with: $0) }
        }
        return findings
    }

    /// Returns the result for an object with findings.
    private func result(
        _ object: JSONObject,
        _ reading: Reading,
        _ findings: Findings,
        _ fieldValidation: FieldValidation
    ) -> RequestResult {
        var warnings = deprecationWarnings.map(\.text)
        if fieldValidation == .strict, let rejection = reading.rejection(definition) {
            let response = ServerResponse.rejected(rejection, warnings: warnings)
            return RequestResult(response, reading, findings)
        }
        if fieldValidation == .warn { warnings += reading.rejectedFields.map(\.text) }
        warnings += ownerWarnings(about: reading.repeatedOwners).map(\.text)
        warnings += findings.warnings.map(\.description)
        guard findings.violations.isEmpty else {
            let rejection = invalid(object, findings.violations)
            return RequestResult(.rejected(rejection, warnings: warnings), reading, findings)
        }
        warnings += finalizerWarnings(about: object).map(\.text)
        var object = object
        if object.metadata.text("name").isEmpty {
            let name = GeneratedName.shown(object.metadata.text("generateName"))
            object.metadata["name"] = .string(name)
        }
        let response = ServerResponse.accepted(readFromStorage(object), warnings: warnings)
        return RequestResult(response, reading, findings)
    }

    /// Returns the object as it is read from storage: removed fields have their defaults again, and
    /// numbers are written as in Go.
    private func readFromStorage(_ object: JSONObject) -> JSONValue {
        let value = Defaulting.defaulted(.object(object), schema) ?? .object(object)
        return value.replacingNumbers(JSONNumber.written) ?? value
    }

    private func invalid(_ object: JSONObject, _ violations: [Violation])
        -> ServerResponse.Rejection
    {
        .invalid(
            definition.names.kind,
            group: definition.group,
            named: object.metadata.text("name"),
            violations.eachOnce()
        )
    }
}
