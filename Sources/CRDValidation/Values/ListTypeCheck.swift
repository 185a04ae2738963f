import CRDRuntime

/// Checks that lists of type `set` and `map` have no duplicates (apiextensions-apiserver v0.35,
/// pkg/apiserver/schema/listtype).
struct ListTypeCheck {
    private(set) var violations: [Violation] = []
    private var path = ValuePath()

    mutating func check(_ value: JSONValue, _ schema: PreparedSchema) {
        guard schema.contents.contains(.listTypes) else { return }
        switch value {
        case .null, .boolean, .number, .string: break
        case .object(let object):
            for (key, value) in zip(object.keys, object.values) where !value.isSimple {
                guard let (found, step) = schema.schema(of: key) else { continue }
                path.push(step)
                check(value, found)
                path.pop()
            }
        case .array(let elements):
            switch schema.keywords.rare.listType {
            case "set": reportRepeated(elements)
            case "map": checkMap(elements, schema)
            default: break
            }
            guard let items = schema.items else { return }
            for (index, element) in elements.enumerated() {
                path.push(.index(index))
                check(element, items)
                path.pop()
            }
        }
    }

    private mutating func report(_ reason: Violation.Reason, _ index: Int, _ message: String) {
        path.push(.index(index))
        violations.append(
            Violation(field: path.asField, reason: reason, message: message, at: path.place())
        )
        path.pop()
    }

    private mutating func checkMap(_ elements: [JSONValue], _ schema: PreparedSchema) {
        var keys: [JSONValue] = []
        var isAllObjects = true
        for (index, element) in elements.enumerated() {
            switch element {
            case .null: keys.append(.null)
            case .object(let object):
                var key = JSONObject()
                for name in schema.keywords.rare.listMapKeys {
                    if let value = object[name] { key[name] = value }
                }
                keys.append(.object(key))
            case .boolean, .number, .string, .array:
                isAllObjects = false
                let value = GoText.badValue(element)
                let detail = "must be an object for an array of list-type map"
                report(.invalid, index, "Invalid value: \(value): \(detail)")
            }
        }
        if isAllObjects { reportRepeated(keys) }
    }

    /// Reports the second of several equal elements, but not later ones.
    private mutating func reportRepeated(_ elements: [JSONValue]) {
        var counts: [Token: Int] = [:]
        for (index, element) in elements.enumerated() {
            let token = Token(of: element)
            let count = counts[token, default: 0] + 1
            counts[token] = count
            guard count == 2 else { continue }
            report(.duplicate, index, "Duplicate value: \(GoText.badValue(element))")
        }
    }
}

/// A text that is the same for equal elements, compared by its bytes.
private struct Token: Hashable {
    private let text: String

    /// Creates the text of an element.
    ///
    /// The server compares scalars as in Go, where an integer and a float are never equal. It
    /// compares other values as JSON, where `1` and `1.0` are equal.
    init(of value: JSONValue) {
        if case .number(let number) = value, case .float(let double) = GoNumber(number) {
            text = "f\(double)"
        } else {
            text = GoText.json(value)
        }
    }

    // Strings that differ only in normalisation are equal in Swift.
    static func == (left: Token, right: Token) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}
