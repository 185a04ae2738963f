import CRDRuntime
import CRDValues

/// A path in the syntax of the JSONPath of `kubectl` and of printer columns (`util/jsonpath` of
/// client-go v0.35): `.status.conditions[?(@.type=="Ready")].status`.
struct JSONPath {
    /// A step from values to other values.
    indirect enum Step {
        case field(String)
        case wildcard
        case descent
        case slice(Slice)
        case union([[Step]])
        case filter(Filter)
        /// A literal on a side of a filter, which replaces the value.
        case literal(JSONValue)
    }

    /// A range of elements.
    struct Slice {
        /// The first index; negative ones count from the end.
        var start: Int?
        /// The index after the last one; `nil` for the end of the array.
        var end: Int?
        /// Whether the slice is an index, `[2]`, instead of a range.
        var isIndex: Bool
        var step: Int?
    }

    /// A condition on the elements of an array.
    struct Filter {
        var left: [Step]
        /// The operator and its right side; `nil` if it is enough that the left side exists.
        var comparison: (operator: String, right: [Step])?
    }

    private let steps: [Step]

    /// Parses a path; returns `nil` if it is invalid.
    init?(_ text: String) {
        var parser = JSONPathParser(text)
        guard let steps = parser.parse() else { return nil }
        self.steps = steps
    }

    /// Returns the values at the path, in the order of the value; `nil` if the path cannot be
    /// evaluated, such as an index of something other than an array.
    func values(in value: JSONValue) -> [JSONValue]? {
        try? Self.values(at: steps, in: [value])
    }
}

// MARK: - Evaluation

extension JSONPath {
    /// The error for a path that does not fit the value.
    private struct Mismatch: Error {}

    private static func values(
        at steps: [Step],
        in values: [JSONValue]
    ) throws(Mismatch) -> [JSONValue] {
        var values = values
        for step in steps { values = try Self.values(at: step, in: values) }
        return values
    }

    private static func values(
        at step: Step,
        in values: [JSONValue]
    ) throws(Mismatch) -> [JSONValue] {
        switch step {
        case .field(let key): return values.compactMap { $0.object?[key] }
        case .wildcard: return values.flatMap(\.children)
        case .descent: return descendants(of: values)
        case .literal(let literal): return values.map { _ in literal }
        case .union(let paths):
            var found: [JSONValue] = []
            for path in paths { found += try Self.values(at: path, in: values) }
            return found
        case .slice(let slice):
            var found: [JSONValue] = []
            for value in values where value != .null {
                guard let elements = value.array, let part = slice.elements(of: elements) else {
                    throw Mismatch()
                }
                found += part
            }
            return found
        case .filter(let filter):
            var found: [JSONValue] = []
            for value in values {
                guard let elements = value.array else { throw Mismatch() }
                for element in elements {
                    if try matches(element, filter) { found.append(element) }
                }
            }
            return found
        }
    }

    /// Returns the arrays and objects in values, each before those in it.
    private static func descendants(of values: [JSONValue]) -> [JSONValue] {
        values.flatMap { value in
            let children = value.children
            return children.isEmpty ? [] : [value] + descendants(of: children)
        }
    }

    private static func matches(_ element: JSONValue, _ filter: Filter) throws(Mismatch) -> Bool {
        guard let comparison = filter.comparison else {
            // An error counts as a value that does not exist.
            return (try? values(at: filter.left, in: [element]))?.isEmpty == false
        }
        let left = try values(at: filter.left, in: [element])
        if left.isEmpty { return false }
        let right = try values(at: comparison.right, in: [element])
        if right.isEmpty { return false }
        guard left.count == 1, right.count == 1,
            let order = order(left[0], right[0], by: comparison.operator)
        else { throw Mismatch() }
        return order
    }

    /// Returns the result of a comparison; `nil` for values of different types, or of a type that
    /// has no order.
    private static func order(_ left: JSONValue, _ right: JSONValue, by name: String) -> Bool? {
        switch (left, right) {
        case (.boolean(let left), .boolean(let right)):
            name == "==" ? left == right : name == "!=" ? left != right : nil
        case (.string(let left), .string(let right)):
            // Bytes, because equal strings in Swift may have different ones.
            order(Array(left.utf8), Array(right.utf8), by: name) {
                $0.lexicographicallyPrecedes($1)
            }
        case (.number(let left), .number(let right)):
            switch (GoNumber(left), GoNumber(right)) {
            case (.integer(let left), .integer(let right)): order(left, right, by: name, <)
            case (.float(let left), .float(let right)): order(left, right, by: name, <)
            case (.integer, _), (.float, _): nil
            }
        default: nil
        }
    }

    private static func order<Value: Equatable>(
        _ left: Value,
        _ right: Value,
        by name: String,
        _ isLess: (Value, Value) -> Bool
    ) -> Bool? {
        switch name {
        case "==": left == right
        case "!=": left != right
        case "<": isLess(left, right)
        case "<=": !isLess(right, left)
        case ">": isLess(right, left)
        case ">=": !isLess(left, right)
        default: nil
        }
    }
}

extension JSONPath.Slice {
    /// Returns the elements in the range; `nil` if it is not in the array.
    func elements(of array: [JSONValue]) -> [JSONValue]? {
        var first = start ?? 0
        var last = end ?? array.count
        if first < 0 { first += array.count }
        if last < 0 || (last == 0 && isIndex) { last += array.count }
        if first == last { return [] }
        guard array.indices.contains(first), first < last, last <= array.count, step ?? 1 > 0 else {
            return nil
        }
        return stride(from: first, to: last, by: step ?? 1).map { array[$0] }
    }
}

extension JSONValue {
    /// The elements of an array, or the values of an object in order.
    fileprivate var children: [JSONValue] { array ?? object?.values ?? [] }
}
