import CRDRuntime
import CRDValues

/// A value that the server sets in objects of one of its own kinds where a field is missing.
struct FieldDefault: Sendable {
    private let steps: [String]
    private let value: JSONValue

    /// Creates a default.
    ///
    /// - Parameters:
    ///   - path: The field, such as `spec.ports[*].protocol`, where `[*]` is each element of a list.
    ///   - value: The value.
    init(_ path: String, _ value: JSONValue) {
        steps = path.replacing("[*]", with: ".*").split(separator: ".").map(String.init)
        self.value = value
    }

    /// Sets the value in an object, unless the field has one or the object around it is missing.
    func set(in object: inout JSONObject) {
        var root = JSONValue.object(object)
        Self.set(value, at: steps[...], in: &root)
        if case .object(let changed) = root { object = changed }
    }

    private static func set(
        _ value: JSONValue,
        at steps: ArraySlice<String>,
        in parent: inout JSONValue
    ) {
        guard let step = steps.first else { return }
        let rest = steps.dropFirst()
        switch parent {
        case .array(var elements) where step == "*":
            for index in elements.indices { set(value, at: rest, in: &elements[index]) }
            parent = .array(elements)
        case .object(var object):
            if rest.isEmpty {
                if object[step] == nil { object[step] = value }
            } else if var child = object[step] {
                set(value, at: rest, in: &child)
                object[step] = child
            }
            parent = .object(object)
        case .null, .boolean, .number, .string, .array: break
        }
    }
}

extension [FieldDefault] {
    /// Returns the defaults for fields below another field.
    init(_ prefix: String, _ defaults: KeyValuePairs<String, JSONValue>) {
        self = defaults.map { FieldDefault("\(prefix).\($0)", $1) }
    }
}
