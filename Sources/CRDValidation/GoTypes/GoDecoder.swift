import CRDRuntime
import CRDYAML

/// Decodes the objects of kinds that are Go types in the API server, such as `Deployment`, with the
/// schema of an OpenAPI document (sigs.k8s.io/json, `UnmarshalStrict`).
///
/// The server decodes such an object first and validates it with code. Of that code, this checks
/// required fields and enumerations.
///
/// Keys are visited in byte order, because `kubectl` sends them in this order.
struct GoDecoder {
    /// The error for a value that Go cannot decode.
    struct Mismatch {
        /// The message of the server.
        let message: String
        let place: ValuePlace
        /// Whether Go decodes nothing more: the error is from a type with its own decoder.
        var endsDecoding = false
    }

    /// The values that Go cannot decode.
    private(set) var mismatches: [Mismatch] = []
    /// The unknown fields.
    private(set) var unknownFields: [RejectedField] = []
    /// The missing fields, the values that an enumeration doesn't have, and the duplicate elements
    /// of lists, as warnings.
    var findings = Findings()
    /// The path of the current value.
    var path = ValuePath()
    /// The innermost Go struct around the current value.
    var structure = ""
    /// The names of the struct fields on the path, without indices and keys of maps.
    var fields: [String] = []

    /// The error that the server reports; `nil` if Go decodes the object.
    var reported: Mismatch? { mismatches.first(where: \.endsDecoding) ?? mismatches.first }

    /// Decodes an object.
    ///
    /// - Parameters:
    ///   - object: The object, with apiVersion and kind.
    ///   - schema: The schema of the kind.
    /// - Returns: The object without unknown fields and nulls.
    mutating func decode(_ object: JSONObject, _ schema: PreparedSchema) -> JSONObject {
        decode(.object(object), schema).object ?? object
    }

    /// Decodes a value.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - schema: Its schema.
    ///   - isOptional: Whether the value is a struct field that isn't required, so that an empty
    ///     string means the same as no value.
    /// - Returns: The value as it is stored.
    private mutating func decode(
        _ value: JSONValue,
        _ schema: PreparedSchema,
        isOptional: Bool = false
    ) -> JSONValue {
        let schema = schema.resolved
        switch GoType(schema) {
        case .any: return value
        case .structure: return decodeStructure(value, schema)
        case .list(let items): return decodeList(value, items, schema)
        case .map(let values): return decodeMap(value, values, schema)
        case .boolean, .string, .bytes, .integer, .float, .quantity, .integerOrString, .time,
            .duration:
            if case .null = value { return value }
            checkScalar(value, schema)
            checkEnumeration(value, schema, isOptional: isOptional)
            return value
        }
    }

    /// Records a value that Go cannot decode.
    mutating func report(_ mismatch: Mismatch) {
        mismatches.append(mismatch)
    }

    /// Records a value that isn't one of a Go type.
    private mutating func report(_ value: JSONValue, _ schema: PreparedSchema) {
        report(mismatch(value, type: GoType.name(of: schema)))
    }
}

// MARK: - Structs, lists, and maps

extension GoDecoder {
    private mutating func decodeStructure(
        _ value: JSONValue,
        _ schema: PreparedSchema
    ) -> JSONValue {
        switch value {
        case .object(let object): return .object(decodeStructure(object, schema))
        // An element that is null is a struct without values.
        case .null: return .object(decodeStructure(JSONObject(), schema))
        case .boolean, .number, .string, .array:
            report(value, schema)
            return value
        }
    }

    private mutating func decodeStructure(
        _ object: JSONObject,
        _ schema: PreparedSchema
    ) -> JSONObject {
        let outer = structure
        let name = GoType.name(of: schema)
        structure = String(name.split(separator: ".").last ?? "")
        var result = JSONObject()
        for (key, value) in object.sortedByKey {
            path.push(.property(key))
            if let property = schema.properties[key] {
                fields.append(key)
                if value != .null {
                    let isOptional = !schema.keywords.required.contains(key)
                    result[key] = decode(value, property, isOptional: isOptional)
                }
                fields.removeLast()
            } else {
                unknownFields.append(.unknown(path))
            }
            path.pop()
        }
        checkRequired(result, schema, in: structure)
        structure = outer
        return result
    }

    private mutating func decodeList(
        _ value: JSONValue,
        _ items: PreparedSchema,
        _ schema: PreparedSchema
    ) -> JSONValue {
        guard case .array(let elements) = value else {
            if value != .null { report(value, schema) }
            return value
        }
        var result: [JSONValue] = []
        for (index, element) in elements.enumerated() {
            path.push(.index(index))
            result.append(decode(element, items))
            path.pop()
        }
        checkDuplicates(result, items.resolved, schema)
        return .array(result)
    }

    private mutating func decodeMap(
        _ value: JSONValue,
        _ values: PreparedSchema,
        _ schema: PreparedSchema
    ) -> JSONValue {
        guard case .object(let object) = value else {
            if value != .null { report(value, schema) }
            return value
        }
        var result = JSONObject()
        for (key, value) in object.sortedByKey {
            path.push(.member(key))
            result[key] = decode(value, values)
            path.pop()
        }
        return .object(result)
    }
}

extension JSONObject {
    /// The members, sorted by the bytes of their keys.
    fileprivate var sortedByKey: [(key: String, value: JSONValue)] {
        sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
}
