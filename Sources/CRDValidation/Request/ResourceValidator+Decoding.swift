import CRDRuntime
package import CRDValues
import CRDYAML

/// The object that was read from a request, and the fields that strict decoding rejects in it.
struct Reading {
    /// The object as in the request, and later as the server stores it after defaulting.
    var object = JSONObject()
    /// The duplicate keys, followed by the unknown fields.
    var rejectedFields: [RejectedField]
    /// The kind and version in the object, when they are known.
    var kind = ""
    var version: String?

    /// The errors besides the one for which the object cannot be read.
    var otherErrors: [ServerResponse.Rejection] = []
    /// An object without the metadata for which it cannot be read; `nil` if there is no such error.
    var rest: JSONObject?
    /// The findings of decoding an object of a Go type.
    var findings = Findings()

    /// The `uid` of each duplicate owner that was dropped.
    private(set) var repeatedOwners: [String] = []

    init(rejectedFields: [RejectedField]) {
        self.rejectedFields = rejectedFields
    }

    /// Drops duplicate owners (`dedupOwnerReferences` of apiserver v0.35, pkg/endpoints/handlers).
    mutating func dropRepeatedOwners() {
        let owners = object.metadata.elements("ownerReferences")
        if owners.count < 2 { return }
        var seen: Set<JSONValue> = []
        let kept = owners.filter { seen.insert($0).inserted }
        if kept.count == owners.count { return }
        seen = []
        for owner in owners where !seen.insert(owner).inserted {
            if case .object(let owner) = owner { repeatedOwners.append(owner.text("uid")) }
        }
        object.metadata["ownerReferences"] = .array(kept)
    }

    /// Returns the rejection by strict decoding; `nil` if it rejects no field.
    func rejection(_ definition: ResourceDefinition) -> ServerResponse.Rejection? {
        guard let version, !rejectedFields.isEmpty else { return nil }
        let text = rejectedFields.map(\.text).joined(separator: ", ")
        return .unreadable(kind, definition, "strict decoding error: \(text)", version: version)
    }
}

extension ResourceValidator {
    /// Coerces, prunes, drops nulls and fills in defaults (`schemaCoercingDecoder`).
    ///
    /// - Throws: A rejection with 400 if the object cannot be read. If ``Reading/version`` is
    ///   already known, strict decoding rejects it first.
    func decode(_ value: JSONValue, _ reading: inout Reading) throws(ServerResponse.Rejection) {
        if value.isTooDeep { throw .badRequest(Self.tooDeep) }
        if isGoType { return try decodeGoType(value, &reading) }
        guard case .object(var object) = value.replacingNumbers(JSONNumber.decoded) ?? value,
            case .string(let kind)? = object["kind"],
            !kind.isEmpty
        else { throw .badRequest("Object 'Kind' is missing", at: ValuePlace([.key("kind")])) }
        reading.kind = kind
        let versionPlace = ValuePlace([.key("apiVersion")])
        let apiVersion: String
        switch object["apiVersion"] {
        case .string(let text)?: apiVersion = text
        case nil: apiVersion = ""
        case .some:
            throw .badRequest(".apiVersion accessor error: expected string", at: versionPlace)
        }
        let errors = decodeMetadata(&object, &reading)
        if let error = errors.first {
            reading.otherErrors += errors.dropFirst()
            if apiVersion == definition.apiVersion { readRest(of: object, &reading) }
            throw error
        }
        guard let groupVersion = GroupVersion(apiVersion) else {
            let message = "unexpected GroupVersion string: \(apiVersion)"
            throw .unreadable(kind, definition, message, at: versionPlace)
        }
        if groupVersion.group == definition.group, kind == definition.names.kind {
            if groupVersion.version == definition.version {
                object = try coerced(object, kind, &reading.rejectedFields)
            } else {
                // The server has no schema for the object, so every field is unknown.
                var pruning = Pruning()
                _ = pruning.prune(.object(object), nil, isResource: true)
                reading.rejectedFields += pruning.unknownFields
            }
        }
        reading.object = object
        reading.version = groupVersion.version
        guard apiVersion == definition.apiVersion else {
            throw .badRequest(
                "the API version in the data (\(apiVersion)) does not match the expected API "
                    + "version (\(definition.apiVersion))",
                at: versionPlace
            )
        }
    }

    /// Decodes metadata, without values of a wrong type.
    ///
    /// - Returns: The errors. The first is that of the server, the others also have the field.
    private func decodeMetadata(
        _ object: inout JSONObject,
        _ reading: inout Reading
    ) -> [ServerResponse.Rejection] {
        guard let metadata = object["metadata"] else { return [] }
        var decoder = MetadataDecoder()
        var path = ValuePath()
        path.push(.property("metadata"))
        object["metadata"] = .object(decoder.decodeAll(metadata, at: path))
        reading.rejectedFields += decoder.unknownFields
        return decoder.failures.enumerated().map { index, failure in
            let error = failure.rejection
            let message = index == 0 ? error.message : "\(failure.field): \(error.message)"
            return .unreadable(reading.kind, definition, message, at: error.place)
        }
    }

    /// Reads an object whose metadata is invalid, which the server doesn't do.
    private func readRest(of object: JSONObject, _ reading: inout Reading) {
        if reading.kind != definition.names.kind { return }
        do throws(ServerResponse.Rejection) {
            reading.rest = try coerced(object, reading.kind, &reading.rejectedFields)
        } catch {
            reading.otherErrors.append(error)
        }
    }

    private func coerced(
        _ object: JSONObject,
        _ kind: String,
        _ rejectedFields: inout [RejectedField]
    ) throws(ServerResponse.Rejection) -> JSONObject {
        var pruning = Pruning()
        var value = pruning.prune(.object(object), schema, isResource: true)
        rejectedFields += pruning.unknownFields
        // The server handles these fields separately.
        value = Defaulting.withoutNulls(value, schema) ?? value
        var embedded = EmbeddedResources()
        do throws(ServerResponse.Rejection) {
            value = try embedded.coerced(value, schema) ?? value
        } catch {
            throw .unreadable(kind, definition, error.message, at: error.place)
        }
        var unknownFields = embedded.unknownFields
        unknownFields.sortByName()
        rejectedFields += unknownFields
        value = Defaulting.defaulted(value, schema) ?? value
        guard case .object(var result) = value else { return object }
        for key in Pruning.objectFields {
            if let own = object[key] { result[key] = own }
        }
        return result
    }

    /// Sets the namespace of the request (`EnsureObjectNamespaceMatchesRequestNamespace`).
    func place(
        _ object: inout JSONObject,
        in namespace: String?
    ) throws(ServerResponse.Rejection) {
        let own = object.metadata.text("namespace")
        switch definition.scope {
        case .cluster: object.metadata["namespace"] = nil
        case .namespaced:
            let target = namespace ?? (own.isEmpty ? "default" : own)
            guard own.isEmpty || own == target else {
                throw .badRequest(
                    "the namespace of the provided object does not match the namespace sent on "
                        + "the request",
                    at: ValuePlace([.key("metadata"), .key("namespace")])
                )
            }
            object.metadata["namespace"] = .string(target)
        }
    }
}

extension JSONObject {
    /// The object under `metadata`; empty if there is none.
    package var metadata: JSONObject {
        get {
            if case .object(let metadata)? = self["metadata"] { return metadata }
            return JSONObject()
        }
        set { self["metadata"] = .object(newValue) }
    }

    /// Sets the fields that only the server sets to those of another object, or removes them
    /// (`rest.FillObjectMetaSystemFields`, `rest.BeforeUpdate`, and others).
    package mutating func setSystemFields(to old: JSONObject) {
        for key in [
            "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds",
            "generation", "resourceVersion", "managedFields", "selfLink",
        ] { metadata[key] = old.metadata[key] }
    }
}
