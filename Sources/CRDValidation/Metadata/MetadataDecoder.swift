import CRDRuntime

/// Decodes the fields of metadata that the server knows, as encoding/json reads `ObjectMeta`
/// (apiextensions-apiserver v0.35, pkg/apiserver/schema/objectmeta).
struct MetadataDecoder {
    /// The type of a field.
    private indirect enum Kind {
        case string(String)
        case integer
        case boolean
        case time
        case strings
        case stringMap
        case any
        case list(of: [(name: String, kind: Kind, isAlwaysWritten: Bool)], type: String)
    }

    /// The field of a Go type that a value is decoded into, as in messages.
    private struct Target: CustomStringConvertible {
        let type: String
        let field: String

        var description: String { "struct field \(type).\(field)" }
    }

    /// The error of a value of a wrong type, with the field of this value.
    typealias Failure = (rejection: ServerResponse.Rejection, field: String)

    /// The errors, the first of which the server reports.
    private(set) var failures: [Failure] = []
    /// The unknown fields.
    private(set) var unknownFields: [RejectedField] = []
    /// The path of the current value.
    private var path = ValuePath()

    private typealias Field = (name: String, kind: Kind, isAlwaysWritten: Bool)

    private static let fields: [Field] = [
        ("name", .string("string"), false),
        ("generateName", .string("string"), false),
        ("namespace", .string("string"), false),
        ("selfLink", .string("string"), false),
        ("uid", .string("types.UID"), false),
        ("resourceVersion", .string("string"), false),
        ("generation", .integer, false),
        ("creationTimestamp", .time, false),
        ("deletionTimestamp", .time, false),
        ("deletionGracePeriodSeconds", .integer, false),
        ("labels", .stringMap, false),
        ("annotations", .stringMap, false),
        ("ownerReferences", .list(of: ownerFields, type: "OwnerReference"), false),
        ("finalizers", .strings, false),
        ("managedFields", .list(of: managedFields, type: "ManagedFieldsEntry"), false),
    ]

    private static let ownerFields: [Field] = [
        ("apiVersion", .string("string"), true),
        ("kind", .string("string"), true),
        ("name", .string("string"), true),
        ("uid", .string("types.UID"), true),
        ("controller", .boolean, false),
        ("blockOwnerDeletion", .boolean, false),
    ]

    private static let managedFields: [Field] = [
        ("manager", .string("string"), false),
        ("operation", .string("v1.ManagedFieldsOperationType"), false),
        ("apiVersion", .string("string"), false),
        ("time", .time, false),
        ("fieldsType", .string("string"), false),
        ("fieldsV1", .any, false),
        ("subresource", .string("string"), false),
    ]

    /// Reads metadata.
    ///
    /// - Parameters:
    ///   - value: The value under `metadata`; `null` is empty metadata.
    ///   - path: The path of the value.
    /// - Returns: The known fields that are not empty.
    /// - Throws: A rejection with 400 at the first value of a wrong type, with the message of Go:
    ///   `json: cannot unmarshal …`.
    mutating func decode(_ value: JSONValue, at path: ValuePath) throws(ServerResponse.Rejection)
        -> JSONObject
    {
        let object = decodeAll(value, at: path)
        if let failure = failures.first { throw failure.rejection }
        return object
    }

    /// Reads metadata without the values of a wrong type, which are in ``failures``.
    mutating func decodeAll(_ value: JSONValue, at path: ValuePath) -> JSONObject {
        self.path = path
        switch value {
        case .null: break
        case .object(let object): return decode(object, Self.fields, type: "ObjectMeta")
        default: fail(value, "value of type v1.ObjectMeta")
        }
        return JSONObject()
    }

    private mutating func decode(
        _ object: JSONObject,
        _ fields: [Field],
        type: String
    ) -> JSONObject {
        for key in object.keys where !fields.contains(where: { $0.name == key }) {
            path.push(.property(key))
            unknownFields.append(.unknown(path))
            path.pop()
        }
        var result = JSONObject()
        for field in fields {
            var decoded: JSONValue?
            if let value = object[field.name] {
                path.push(.property(field.name))
                defer { path.pop() }
                decoded = decode(value, field.kind, Target(type: type, field: field.name))
            }
            if let decoded {
                result[field.name] = decoded
            } else if field.isAlwaysWritten {
                result[field.name] = ""
            }
        }
        return result
    }

    /// Returns the value of a field; `nil` if it is empty and therefore not written.
    private mutating func decode(
        _ value: JSONValue,
        _ kind: Kind,
        _ place: Target
    ) -> JSONValue? {
        if case .null = value { return nil }
        switch kind {
        case .any: return value
        case .string(let type):
            guard case .string(let text) = value else {
                return fail(value, "\(place) of type \(type)")
            }
            if text.isEmpty { return nil }
            return value
        case .boolean:
            guard case .boolean = value else { return fail(value, "\(place) of type bool") }
            return value
        case .integer: return integer(value, place)
        case .time: return time(value)
        case .strings: return strings(value, place)
        case .stringMap: return stringMap(value, place)
        case .list(let fields, let type):
            guard case .array(let elements) = value else {
                return fail(value, "\(place) of type []v1.\(type)")
            }
            var result: [JSONValue] = []
            for (index, element) in elements.enumerated() {
                path.push(.index(index))
                defer { path.pop() }
                var entry = JSONObject()
                if case .object(let object) = element { entry = object }
                if case .object = element {
                } else if element != .null {
                    fail(element, "\(place) of type v1.\(type)")
                    continue
                }
                let decoded = decode(entry, fields, type: type)
                result.append(.object(decoded))
            }
            if result.isEmpty { return nil }
            return .array(result)
        }
    }

    private mutating func integer(_ value: JSONValue, _ place: Target) -> JSONValue? {
        guard case .number(let number) = value else {
            return fail(value, "\(place) of type int64")
        }
        switch GoNumber(number) {
        case .integer(let integer):
            if integer == 0 { return nil }
            return value
        case .float(let double):
            // The server writes the number as JSON and reads it again.
            guard let integer = Int64(GoText.jsonNumber(double)) else {
                return fail(
                    "json: cannot unmarshal number \(GoText.jsonNumber(double)) into Go "
                        + "\(place) of type int64"
                )
            }
            if integer == 0 { return nil }
            return .number(JSONNumber(integer))
        }
    }

    private mutating func time(_ value: JSONValue) -> JSONValue? {
        guard case .string(let text) = value else {
            return fail(value, "value of type string")
        }
        if let message = GoText.rejection(ofTime: text) { return fail(message) }
        return value
    }

    private mutating func strings(_ value: JSONValue, _ place: Target) -> JSONValue? {
        guard case .array(let elements) = value else {
            return fail(value, "\(place) of type []string")
        }
        var result: [JSONValue] = []
        for (index, element) in elements.enumerated() {
            switch element {
            case .string: result.append(element)
            case .null: result.append("")
            default: fail(element, "\(place) of type string", at: .index(index))
            }
        }
        if result.isEmpty { return nil }
        return .array(result)
    }

    private mutating func stringMap(_ value: JSONValue, _ place: Target) -> JSONValue? {
        guard case .object(let object) = value else {
            return fail(value, "\(place) of type map[string]string")
        }
        var result = JSONObject()
        for (key, value) in zip(object.keys, object.values) {
            switch value {
            case .string: result[key] = value
            case .null: result[key] = ""
            default: fail(value, "\(place) of type string", at: .member(key))
            }
        }
        if result.isEmpty { return nil }
        return .object(result)
    }

    /// Records the error of a value, which counts as missing.
    @discardableResult
    private mutating func fail(_ message: String, at step: ValuePath.Step? = nil) -> JSONValue? {
        var path = path
        if let step { path.push(step) }
        failures.append((.badRequest(message, at: path.place()), path.asField))
        return nil
    }

    @discardableResult
    private mutating func fail(
        _ value: JSONValue,
        _ target: String,
        at step: ValuePath.Step? = nil
    ) -> JSONValue? {
        fail("json: cannot unmarshal \(value.goWord) into Go \(target)", at: step)
    }
}
