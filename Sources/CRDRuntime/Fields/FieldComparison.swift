/// Compares two values field by field.
///
/// A visit passes the fields of one value. Therefore the left value is recorded first, and the
/// right value is compared with the record. Lists and maps are recorded without a copy and compared
/// element by element. The comparison ends at the first difference.
final class FieldComparison: _FieldVisitor {
    /// The fields of one kind, in the order of the visit.
    private struct Column<Field> {
        private var fields: [Field] = []
        /// The position of the next field to compare.
        private var next = 0

        mutating func append(_ field: Field) {
            fields.append(field)
        }

        mutating func take() -> Field {
            next += 1
            return fields[next - 1]
        }

        /// Begins the record of a nested value.
        ///
        /// - Returns: The state that ends the record.
        mutating func begin() -> (count: Int, next: Int) {
            let outer = (fields.count, next)
            next = fields.count
            return outer
        }

        mutating func end(_ outer: (count: Int, next: Int)) {
            fields.removeLast(fields.count - outer.count)
            next = outer.next
        }
    }

    private var isRecording = false
    private var areEqual = true
    /// Integers, Booleans, and the presence of optional values.
    private var integers = Column<Int?>()
    private var strings = Column<String?>()
    /// Lists, maps, and other values without fields.
    private var others = Column<any Sendable>()

    private override init() {
        super.init()
    }

    /// Whether all fields of two values are equal.
    static func areEqual<Value: _FieldValue>(_ left: Value, _ right: Value) -> Bool {
        let comparison = FieldComparison()
        var (left, right) = (left, right)
        comparison.compare(&left, &right)
        return comparison.areEqual
    }

    private func compare<Value: _FieldValue>(_ left: inout Value, _ right: inout Value) {
        isRecording = true
        visit(&left)
        isRecording = false
        visit(&right)
    }

    /// Compares two elements of a list or map.
    private func compareElements<Value: _FieldValue>(_ left: Value, _ right: Value) {
        let outer = (integers.begin(), strings.begin(), others.begin())
        var (left, right) = (left, right)
        compare(&left, &right)
        integers.end(outer.0)
        strings.end(outer.1)
        others.end(outer.2)
    }

    /// Records an integer, or compares it with the recorded one.
    private func match(_ value: Int?) {
        if isRecording {
            integers.append(value)
        } else if areEqual {
            areEqual = integers.take() == value
        }
    }

    private func match(_ value: String?) {
        if isRecording {
            strings.append(value)
        } else if areEqual {
            areEqual = strings.take() == value
        }
    }

    /// Records a value, or compares it with the recorded one.
    private func match<Value: Sendable>(_ value: Value, _ isEqual: (Value, Value) -> Bool) {
        if isRecording {
            others.append(value)
        } else if areEqual {
            guard let recorded = others.take() as? Value else {
                preconditionFailure("the record has no \(Value.self)")
            }
            areEqual = isEqual(recorded, value)
        }
    }

    // MARK: - Fields

    override func visitRequired<Value: _FieldValue>(_ key: String, _ value: inout Value) {
        if areEqual { visit(&value) }
    }

    override func visitOptional<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        visitElement(&value)
    }

    override func visitNullable<Value: _FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        if value == nil { match(nulls.contains(key) ? 1 : 0) } else { match(nil as Int?) }
        visitElement(&value)
    }

    override func visitRequiredNullable<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        visitElement(&value)
    }

    override func visitUnknown(_ fields: inout JSONObject, besides known: [String]) {
        match(fields, ==)
    }

    override func visitString(_ key: String, _ value: inout String?) {
        match(value)
    }

    override func visitString(_ key: String, _ value: inout String) {
        match(value)
    }

    override func visitInteger(_ key: String, _ value: inout Int?) {
        match(value)
    }

    override func visitInteger(_ key: String, _ value: inout Int32?) {
        match(value.map { Int($0) })
    }

    override func visitBoolean(_ key: String, _ value: inout Bool?) {
        match(value.map { $0 ? 1 : 0 })
    }

    override func visitStrings(_ key: String, _ value: inout [String]?) {
        match(value == nil ? 0 : 1)
        if let value { match(value, ==) }
    }

    override func visitStrings(_ key: String, _ value: inout [String: String]?) {
        match(value == nil ? 0 : 1)
        if let value { match(value, ==) }
    }

    override func visitLeaf<Value: _LeafValue>(_ value: inout Value) {
        match(value, ==)
    }

    override func visitElements<Element: _FieldValue>(_ elements: inout [Element]) {
        match(elements, matchElements)
    }

    override func visitPairs<Value: _FieldValue>(_ pairs: inout [String: Value]) {
        match(pairs, matchPairs)
    }

    override func visitElement<Value: _FieldValue>(_ value: inout Value?) {
        match(value == nil ? 0 : 1)
        guard value != nil, areEqual else { return }
        visitInPlace(&value)
    }
}

extension FieldComparison {
    private func matchElements<Element: _FieldValue>(_ left: [Element], _ right: [Element]) -> Bool
    {
        guard left.count == right.count else { return false }
        for (position, element) in left.enumerated() {
            compareElements(element, right[position])
            guard areEqual else { return false }
        }
        return true
    }

    private func matchPairs<Value: _FieldValue>(
        _ left: [String: Value],
        _ right: [String: Value]
    ) -> Bool {
        guard left.count == right.count else { return false }
        for (key, value) in left {
            guard let other = right[key] else { return false }
            compareElements(value, other)
            guard areEqual else { return false }
        }
        return true
    }
}
