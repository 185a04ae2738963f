/// Checks resources of one kind as the API server does (apiextensions-apiserver v1.35).
///
/// Rules of the Common Expression Language are not evaluated; ``ruleCount`` says how many there are.
public struct ResourceValidator: Sendable {
    let definition: ResourceDefinition
    let schema: PreparedSchema

    /// How many rules of the Common Expression Language the schema has, none of which is evaluated.
    public let ruleCount: Int

    /// Prepares a schema; cheap to copy from then on.
    ///
    /// - Parameters:
    ///   - definition: Group, version, names, scope and subresources.
    ///   - schema: The schema of the version.
    public init(definition: ResourceDefinition, schema: Schema) {
        self.definition = definition
        self.schema = schema.prepared ?? PreparedSchema(schema)
        ruleCount = self.schema.ruleCount
    }

    /// What the server would answer to the creation of a resource, after everything but the rules.
    ///
    /// - Parameters:
    ///   - value: The resource, as a manifest has it.
    ///   - fieldValidation: What happens to unknown fields.
    ///   - namespace: The namespace that the request names; `nil` for the object's own, or
    ///     `default`.
    /// - Returns: The object as it would be kept, or why not.
    public func create(
        _ value: JSONValue,
        fieldValidation: FieldValidation = .strict,
        namespace: String? = nil
    ) -> Admission {
        create(value, [], fieldValidation, namespace)
    }

    func create(
        _ value: JSONValue,
        _ duplicateFields: [String],
        _ fieldValidation: FieldValidation,
        _ namespace: String?
    ) -> Admission {
        do throws(Admission.Refusal) {
            var object = try decode(value, duplicateFields, fieldValidation)
            try place(&object, in: namespace)
            if definition.hasStatusSubresource { object["status"] = Optional.none }
            object.clearSystemFields()
            let violations = self.violations(of: object)
            guard violations.isEmpty else { throw invalid(object, violations) }
            if object.metadata.text("name").isEmpty {
                let name = GeneratedName.shown(object.metadata.text("generateName"))
                object.metadata["name"] = .string(name)
            }
            return .accepted(stored(object))
        } catch {
            return .refused(error)
        }
    }

    /// The object as it is read back: what was reset has its defaults again.
    private func stored(_ object: JSONObject) -> JSONValue {
        Defaulting.defaulted(.object(object), schema) ?? .object(object)
    }

    /// What the server would answer to a change of `status` (PUT to the subresource).
    ///
    /// - Parameters:
    ///   - value: The resource, of which only `status` is looked at.
    ///   - stored: The resource as the server keeps it.
    ///   - fieldValidation: What happens to unknown fields.
    /// - Returns: The object as it would be kept, or why not.
    public func updateStatus(
        _ value: JSONValue,
        of stored: JSONValue,
        fieldValidation: FieldValidation = .strict
    ) -> Admission {
        updateStatus(value, of: stored, [], fieldValidation)
    }

    func updateStatus(
        _ value: JSONValue,
        of stored: JSONValue,
        _ duplicateFields: [String],
        _ fieldValidation: FieldValidation
    ) -> Admission {
        do throws(Admission.Refusal) {
            let new = try decode(value, duplicateFields, fieldValidation)
            guard case .object(var object) = stored else {
                throw .badRequest("the stored resource is no object")
            }
            object["status"] = new["status"]
            let violations = statusViolations(of: object)
            guard violations.isEmpty else { throw invalid(object, violations) }
            return .accepted(.object(object))
        } catch {
            return .refused(error)
        }
    }
}

// MARK: - Reading

extension ResourceValidator {
    /// Coerces, prunes, drops nulls and defaults (`schemaCoercingDecoder`).
    private func decode(
        _ value: JSONValue,
        _ duplicateFields: [String],
        _ fieldValidation: FieldValidation
    ) throws(Admission.Refusal) -> JSONObject {
        guard case .object(var object) = value.withStoredNumbers ?? value,
            case .string(let kind)? = object["kind"],
            !kind.isEmpty
        else { throw .badRequest("Object 'Kind' is missing") }
        let apiVersion: String
        switch object["apiVersion"] {
        case .string(let text)?: apiVersion = text
        case nil: apiVersion = ""
        case .some: throw .badRequest(".apiVersion accessor error: expected string")
        }
        var complaints = duplicateFields.map { "duplicate field \"\($0)\"" }

        var metadataDecoder = MetadataDecoder()
        if let metadata = object["metadata"] {
            do throws(MetadataDecoder.Failure) {
                let decoded = try metadataDecoder.decode(metadata, at: "metadata")
                object["metadata"] = .object(decoded)
            } catch {
                throw refusal(error.message, kind)
            }
        }
        var unknownFields = metadataDecoder.unknownFields
        guard let groupVersion = GroupVersion(apiVersion) else {
            throw refusal("unexpected GroupVersion string: \(apiVersion)", kind)
        }
        if groupVersion.group == definition.group, kind == definition.names.kind {
            if groupVersion.version == definition.version {
                object = try coerced(object, kind, &unknownFields)
            } else {
                // The server has no schema for it, so every field is unknown.
                var pruning = Pruning()
                _ = pruning.prune(.object(object), nil, isResource: true)
                unknownFields += pruning.unknownFields
            }
        }
        if fieldValidation == .strict {
            complaints += unknownFields.map { "unknown field \"\($0)\"" }
            if !complaints.isEmpty {
                let text = complaints.joined(separator: ", ")
                throw refusal("strict decoding error: \(text)", kind, groupVersion.version)
            }
        }
        guard apiVersion == definition.apiVersion else {
            throw .badRequest(
                "the API version in the data (\(apiVersion)) does not match the expected API "
                    + "version (\(definition.apiVersion))"
            )
        }
        return object
    }

    private func coerced(
        _ object: JSONObject,
        _ kind: String,
        _ unknownFields: inout [String]
    ) throws(Admission.Refusal) -> JSONObject {
        var pruning = Pruning()
        var value = pruning.prune(.object(object), schema, isResource: true)
        unknownFields += pruning.unknownFields
        // The server has taken what it needs of these aside.
        value = Defaulting.withoutNulls(value, schema) ?? value
        var embedded = EmbeddedResources()
        do throws(EmbeddedResources.Failure) {
            value = try embedded.coerced(value, schema) ?? value
        } catch {
            throw refusal(error.violation.description, kind)
        }
        unknownFields += embedded.unknownFields.sorted()
        value = Defaulting.defaulted(value, schema) ?? value
        guard case .object(var result) = value else { return object }
        for key in Pruning.objectFields {
            if let own = object[key] { result[key] = own }
        }
        return result
    }

    private func refusal(
        _ message: String,
        _ kind: String,
        _ version: String? = nil
    ) -> Admission.Refusal {
        .badRequest(
            "\(kind) in version \"\(version ?? definition.version)\" cannot be handled as a "
                + "\(definition.names.kind): \(message)"
        )
    }

    /// Puts the object into the namespace of the request
    /// (`EnsureObjectNamespaceMatchesRequestNamespace`).
    private func place(
        _ object: inout JSONObject,
        in namespace: String?
    ) throws(Admission.Refusal) {
        let own = object.metadata.text("namespace")
        switch definition.scope {
        case .cluster: object.metadata["namespace"] = nil
        case .namespaced:
            let target = namespace ?? (own.isEmpty ? "default" : own)
            guard own.isEmpty || own == target else {
                throw .badRequest(
                    "the namespace of the provided object does not match the namespace sent on "
                        + "the request"
                )
            }
            object.metadata["namespace"] = .string(target)
        }
    }

    private func invalid(_ object: JSONObject, _ violations: [Violation]) -> Admission.Refusal {
        .invalid(
            definition.names.kind,
            group: definition.group,
            named: object.metadata.text("name"),
            violations
        )
    }
}

extension JSONObject {
    /// The object under `metadata`; empty where there is none.
    var metadata: JSONObject {
        get {
            if case .object(let metadata)? = self["metadata"] { return metadata }
            return JSONObject()
        }
        set { self["metadata"] = .object(newValue) }
    }

    /// Resets what the server alone sets (`rest.FillObjectMetaSystemFields` and friends).
    mutating func clearSystemFields() {
        for key in [
            "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds",
            "generation", "resourceVersion", "managedFields", "selfLink",
        ] { metadata[key] = nil }
    }
}

extension JSONValue {
    /// The value with floats written as the server stores them, `1e3` as `1000`; `nil` where
    /// nothing changes.
    fileprivate var withStoredNumbers: JSONValue? {
        switch self {
        case .null, .boolean, .string: return nil
        case .number(let number):
            guard case .float(let double) = GoNumber(number), double.isFinite else { return nil }
            let text = GoText.jsonNumber(double)
            // The text tells a float from an integer until the value is checked.
            return text == number.text || Int64(text) != nil
                ? nil : .some(.number(JSONNumber(uncheckedText: text)))
        case .array(let elements):
            var result: [JSONValue]?
            for (index, element) in elements.enumerated() {
                guard let changed = element.withStoredNumbers else { continue }
                if result == nil { result = elements }
                result?[index] = changed
            }
            return result.map(JSONValue.array)
        case .object(let object):
            var changes: [(key: String, value: JSONValue?)] = []
            for (key, value) in zip(object.keys, object.values) {
                if let changed = value.withStoredNumbers { changes.append((key, changed)) }
            }
            return changes.isEmpty ? Optional.none : .object(object.replacing(changes))
        }
    }
}
