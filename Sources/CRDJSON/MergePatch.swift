public import CRDRuntime
public import CRDValues

extension JSONValue {
    /// Returns the JSON merge patch (RFC 7386) that changes another value into this one.
    ///
    /// A member that only the other value has is `null` in the patch. A merge patch cannot set a
    /// member to `null`: such members are removed too. Arrays that differ are replaced.
    ///
    /// - Parameter original: The value to which the patch will be applied.
    /// - Returns: The patch; `{}` for equal objects.
    public func mergePatch(from original: JSONValue) -> JSONValue {
        if let change = change(from: original) { return change }
        return object == nil ? self : [:]
    }

    /// Returns the merge patch; `nil` for equal values.
    private func change(from original: JSONValue) -> JSONValue? {
        guard let new = object, let old = original.object else {
            return self == original ? nil : self
        }
        var patch = JSONObject()
        for (key, value) in new {
            patch[key] = old[key].map { value.change(from: $0) } ?? value
        }
        for key in old.keys where new[key] == nil { patch[key] = .null }
        return patch.isEmpty ? nil : .object(patch)
    }

    /// Returns the value with a JSON merge patch (RFC 7386) applied to it.
    ///
    /// - Parameter patch: The patch. `null` removes a member, an object changes members, and any
    ///   other value replaces the value.
    /// - Returns: The changed value.
    public func applying(mergePatch patch: JSONValue) -> JSONValue {
        guard let changes = patch.object else { return patch }
        var result = object ?? [:]
        for (key, change) in changes {
            result[key] =
                change == .null ? nil : (result[key] ?? .null).applying(mergePatch: change)
        }
        return .object(result)
    }
}

extension KubernetesObject {
    /// Returns the JSON merge patch (RFC 7386) that changes another object into this one.
    ///
    /// It is the body of a `PATCH` request with the content type `application/merge-patch+json`.
    ///
    /// - Parameter original: The object to which the patch will be applied.
    /// - Returns: The patch; `{}` for equal objects.
    /// - Throws: The errors of types of your own.
    public func mergePatch(from original: Self) throws -> JSONValue {
        try jsonValue.mergePatch(from: original.jsonValue)
    }
}

extension Resource {
    /// Returns the resource with a JSON merge patch (RFC 7386) applied to it.
    ///
    /// - Parameters:
    ///   - patch: The patch.
    ///   - fieldValidation: The treatment of unknown fields of the patch.
    /// - Returns: The changed resource.
    /// - Throws: `ManifestError` if the result is not a resource of this type, and the errors of
    ///   types of your own.
    public func applying(
        mergePatch patch: JSONValue,
        fieldValidation: FieldValidation = .strict
    ) throws -> Self {
        let patched = try jsonValue.applying(mergePatch: patch)
        return try Self(jsonValue: patched, fieldValidation: fieldValidation)
    }
}
