import CRDRuntime
import CRDYAML
import KubernetesCEL

/// The conversion of JSON to values of rules (k8s.io/apiserver v0.35, pkg/cel/common,
/// `UnstructuredToVal`).
///
/// Objects and lists are converted only where a rule looks at them.
enum RuleValue {
    /// Returns the value that rules see.
    ///
    /// - Parameters:
    ///   - json: The value in the resource.
    ///   - schema: The schema of the value.
    ///   - isRoot: Whether the value is a whole resource.
    /// - Returns: The value; an error if it does not match the schema.
    static func of(_ json: JSONValue, _ schema: PreparedSchema, isRoot: Bool = false) -> Value {
        let keywords = schema.keywords
        if case .null = json {
            return keywords.isNullable
                ? .null : .error("invalid data, got null for schema with nullable=false")
        }
        if keywords.isIntOrString { return intOrString(json) }
        switch keywords.type {
        case .object?: return object(json, schema, isRoot: isRoot || keywords.isEmbeddedResource)
        case .array?: return list(json, schema)
        case .string?: return string(json, schema)
        case .number?:
            guard case .number(let number) = json else { return mismatch("float", json) }
            return .double(GoNumber(number).double)
        case .integer?:
            guard case .number(let number) = json, case .integer(let value) = GoNumber(number)
            else { return mismatch("int", json) }
            return .int(value)
        case .boolean?:
            guard case .boolean(let value) = json else { return mismatch("bool", json) }
            return .bool(value)
        case .other?, nil: return preserved(schema)
        }
    }

    /// Returns the error of a value that does not match its schema.
    private static func mismatch(_ expected: String, _ json: JSONValue) -> Value {
        .error("invalid data, expected \(expected), got \(json.goTypeName)")
    }

    private static func intOrString(_ json: JSONValue) -> Value {
        switch json {
        case .string(let text): return .string(text)
        case .number(let number):
            if case .integer(let value) = GoNumber(number) { return .int(value) }
        default: break
        }
        return .error(
            "invalid data, expected XIntOrString value to be either a string or integer"
        )
    }

    private static func object(
        _ json: JSONValue,
        _ schema: PreparedSchema,
        isRoot: Bool
    ) -> Value {
        guard case .object(let object) = json else {
            return .error("invalid data, expected a map for the provided schema with type=object")
        }
        if !isRoot, schema.properties.isEmpty, case .schema(let members) = schema.additional {
            return .map(.lazy(ObjectValue(object, schema, .members(members))))
        }
        return .map(.lazy(ObjectValue(object, schema, .properties(isRoot: isRoot))))
    }

    private static func list(_ json: JSONValue, _ schema: PreparedSchema) -> Value {
        guard case .array(let elements) = json else {
            return .error("invalid data, expected an array for the provided schema with type=array")
        }
        guard let items = schema.items else {
            return .error("invalid array type, expected Items with a non-empty Schema")
        }
        switch schema.keywords.rare.listType {
        case nil, "", "atomic": return .list(.lazy(ListValue(elements, items, .atomic)))
        case "set": return .list(.lazy(ListValue(elements, items, .set)))
        case "map":
            let keys = schema.keywords.rare.listMapKeys
            return .list(.lazy(ListValue(elements, items, .map(keys: keys))))
        case let other?:
            return .error(
                "invalid x-kubernetes-list-type, expected 'map', 'set' or 'atomic' but got \(other)"
            )
        }
    }

    private static func string(_ json: JSONValue, _ schema: PreparedSchema) -> Value {
        guard case .string(let text) = json else { return mismatch("string", json) }
        switch schema.keywords.format {
        case "duration":
            guard let duration = GoTime.duration(text) else {
                return .error("Invalid duration \(text): unable to parse \(text) as duration")
            }
            return .duration(duration)
        case "date": return RuleTime.date(text)
        case "date-time": return RuleTime.dateTime(text)
        case "byte":
            guard let bytes = Base64.decode(text) else {
                let position = Base64.firstInvalidByte(in: text)
                return .error(
                    "Invalid byte formatted string \(text): illegal base64 data at input byte "
                        + "\(position)"
                )
            }
            return .bytes(bytes)
        default: return .string(text)
        }
    }

    /// Returns the error for a value without a type.
    ///
    /// Where unknown fields are preserved, rules cannot use the value, but compare objects that
    /// contain it.
    private static func preserved(_ schema: PreparedSchema) -> Value {
        if schema.keywords.preservesUnknownFields { return .noSuchOverload }
        return .error(
            "invalid type, expected object, array, number, integer, boolean or string, or no type "
                + "with x-kubernetes-int-or-string or x-kubernetes-preserve-unknown-fields is "
                + "true, got \(schema.keywords.type?.name ?? "")"
        )
    }

    /// Returns a value of a rule as JSON; `nil` if it cannot be written.
    static func json(_ value: Value) -> JSONValue? {
        switch value {
        case .null: .null
        case .bool(let value): .boolean(value)
        case .int(let value): .number(JSONNumber(value))
        case .double(let value): .number(JSONNumber(uncheckedText: value.description))
        case .string(let text): .string(text)
        // Only these classes adopt the protocols here; others come from expressions.
        case .map(.lazy(let map)): (map as? ObjectValue).map { .object($0.object) }
        case .list(.lazy(let list)): (list as? ListValue).map { .array($0.elements) }
        default: nil
        }
    }
}

extension Value {
    fileprivate static var noSuchOverload: Value { .error("no such overload") }
}

extension Base64 {
    /// The position of the first byte that is not base64.
    fileprivate static func firstInvalidByte(in text: String) -> Int {
        let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/\r\n".utf8
        let position = text.utf8.enumerated().first { !digits.contains($0.element) }?.offset
        return position ?? text.utf8.count / 4 * 4
    }
}

extension JSONValue {
    /// The name of the type by which Go represents the value (`%T`).
    var goTypeName: String {
        switch self {
        case .null: "<nil>"
        case .boolean: "bool"
        case .string: "string"
        case .array: "[]interface {}"
        case .object: "map[string]interface {}"
        case .number(let number):
            switch GoNumber(number) {
            case .integer: "int64"
            case .float: "float64"
            }
        }
    }
}
