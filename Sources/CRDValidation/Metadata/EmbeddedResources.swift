import CRDRuntime

/// Reads and checks embedded resources, `x-kubernetes-embedded-resource` (apiextensions-apiserver
/// v0.35, pkg/apiserver/schema/objectmeta).
struct EmbeddedResources {
    private(set) var violations: [Violation] = []
    private(set) var unknownFields: [RejectedField] = []
    private var path: ValuePath

    /// - Parameter prefix: The field that contains the value; empty for a whole object.
    init(prefix: String = "") {
        path = ValuePath(prefix: prefix)
    }

    // MARK: - Reading

    /// Converts the metadata of embedded resources (`Coerce`); the metadata of the root is
    /// converted separately.
    ///
    /// - Returns: The value; `nil` if nothing changes.
    mutating func coerced(
        _ value: JSONValue,
        _ schema: PreparedSchema,
        isRoot: Bool = true
    ) throws(ServerResponse.Rejection) -> JSONValue? {
        guard schema.contents.contains(.embeddedResources) else { return nil }
        switch value {
        case .null, .boolean, .number, .string: return nil
        case .array(let elements):
            guard let items = schema.items else { return nil }
            var result: [JSONValue]?
            for (index, element) in elements.enumerated() {
                path.push(.index(index))
                if let changed = try coerced(element, items, isRoot: false) {
                    if result == nil { result = elements }
                    result?[index] = changed
                }
                path.pop()
            }
            return result.map(JSONValue.array)
        case .object(let object):
            return try coercedObject(object, schema, isRoot: isRoot)
        }
    }

    private mutating func coercedObject(
        _ object: JSONObject,
        _ schema: PreparedSchema,
        isRoot: Bool
    ) throws(ServerResponse.Rejection) -> JSONValue? {
        var result = object
        if schema.keywords.isEmbeddedResource, !isRoot {
            for key in ["apiVersion", "kind"] {
                guard let value = object[key], !value.isString else { continue }
                throw failure(key, value, "must be a string")
            }
            if let metadata = object["metadata"] { result["metadata"] = try coerced(metadata) }
        }
        for (key, value) in zip(result.keys, result.values) where !value.isSimple {
            guard let (found, step) = schema.schema(of: key) else { continue }
            path.push(step)
            if let changed = try coerced(value, found, isRoot: false) { result[key] = changed }
            path.pop()
        }
        return .object(result)
    }

    private mutating func coerced(_ metadata: JSONValue) throws(ServerResponse.Rejection)
        -> JSONValue
    {
        var decoder = MetadataDecoder()
        let result: JSONObject
        path.push(.property("metadata"))
        do throws(ServerResponse.Rejection) {
            result = try decoder.decode(metadata, at: path)
        } catch {
            path.pop()
            throw failure("metadata", metadata, error.message, at: error.place)
        }
        path.pop()
        unknownFields += decoder.unknownFields
        return .object(result)
    }

    private mutating func failure(
        _ child: String,
        _ value: JSONValue,
        _ detail: String,
        at place: ValuePlace? = nil
    ) -> ServerResponse.Rejection {
        path.push(.property(child))
        defer { path.pop() }
        let message = "Invalid value: \(GoText.badValue(value)): \(detail)"
        return .badRequest(
            Violation(
                field: path.asField,
                reason: .invalid,
                message: message,
                at: place ?? path.place()
            )
        )
    }

    // MARK: - Checking

    /// Checks apiVersion, kind and metadata of each embedded resource (`Validate`).
    mutating func check(_ value: JSONValue, _ schema: PreparedSchema, isRoot: Bool = true) {
        guard schema.contents.contains(.embeddedResources) else { return }
        switch value {
        case .null, .boolean, .number, .string: break
        case .array(let elements):
            guard let items = schema.items else { return }
            for (index, element) in elements.enumerated() {
                path.push(.index(index))
                check(element, items, isRoot: false)
                path.pop()
            }
        case .object(let object):
            if schema.keywords.isEmbeddedResource, !isRoot { checkResource(object) }
            for (key, value) in zip(object.keys, object.values) where !value.isSimple {
                guard let (found, step) = schema.schema(of: key) else { continue }
                path.push(step)
                check(value, found, isRoot: false)
                path.pop()
            }
        }
    }

    private mutating func report(_ reason: Violation.Reason, _ child: String, _ message: String) {
        path.push(.property(child))
        violations.append(
            Violation(field: path.asField, reason: reason, message: message, at: path.place())
        )
        path.pop()
    }

    private mutating func invalid(_ child: String, _ value: JSONValue, _ detail: String) {
        report(.invalid, child, "Invalid value: \(GoText.badValue(value)): \(detail)")
    }

    private mutating func checkResource(_ object: JSONObject) {
        for key in ["apiVersion", "kind"] {
            guard let value = object[key] else {
                report(.required, key, "Required value")
                continue
            }
            guard case .string(let text) = value else {
                invalid(key, value, "must be a string")
                continue
            }
            if text.isEmpty {
                invalid(key, value, "must not be empty")
            } else if key == "apiVersion" {
                guard GroupVersion(text) == nil else { continue }
                invalid(key, value, "unexpected GroupVersion string: \(text)")
            } else {
                let messages = NameSyntax.label1035Errors(text.lowercased())
                guard !messages.isEmpty else { continue }
                let intro = "may have mixed case, but should otherwise match: "
                invalid(key, value, intro + messages.joined(separator: ","))
            }
        }
        guard let value = object["metadata"] else { return }
        var decoder = MetadataDecoder()
        do throws(ServerResponse.Rejection) {
            var metadata = try decoder.decode(value, at: ValuePath())
            if metadata.text("name").isEmpty { metadata["name"] = "fakename" }
            path.push(.property("metadata"))
            var check = MetadataCheck(
                namespace: metadata.text("namespace").isEmpty ? .none : .required,
                names: .pathSegment,
                field: path.asField,
                place: path.place()
            )
            path.pop()
            check.checkCompleted(metadata)
            violations += check.violations
        } catch {
            invalid("metadata", value, error.message)
        }
    }
}

extension JSONValue {
    /// Whether this is a string.
    var isString: Bool {
        if case .string = self { return true }
        return false
    }

    /// Whether this is a Boolean, a number, or a string.
    ///
    /// Most values are, so the steps that change and check only other values skip them before they
    /// search for their schemas.
    var isSimple: Bool {
        switch self {
        case .boolean, .number, .string: true
        case .null, .array, .object: false
        }
    }
}
