/// Hashes the fields of a value in order.
final class FieldHasher: _FieldVisitor {
    private var hasher: Hasher

    private init(_ hasher: Hasher) {
        self.hasher = hasher
    }

    /// Feeds a value to a hasher.
    static func hash(_ value: some _FieldValue, into hasher: inout Hasher) {
        let fields = FieldHasher(hasher)
        var copy = value
        fields.visit(&copy)
        hasher = fields.hasher
    }

    override func visitRequired<Value: _FieldValue>(_ key: String, _ value: inout Value) {
        visit(&value)
    }

    override func visitOptional<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        visitElement(&value)
    }

    override func visitNullable<Value: _FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        if value == nil { hasher.combine(nulls.contains(key)) }
        visitElement(&value)
    }

    override func visitRequiredNullable<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        visitElement(&value)
    }

    override func visitUnknown(_ fields: inout JSONObject, besides known: [String]) {
        fields.hash(into: &hasher)
    }

    override func visitString(_ key: String, _ value: inout String?) {
        hasher.combine(value)
    }

    override func visitString(_ key: String, _ value: inout String) {
        hasher.combine(value)
    }

    override func visitInteger(_ key: String, _ value: inout Int?) {
        hasher.combine(value)
    }

    override func visitInteger(_ key: String, _ value: inout Int32?) {
        hasher.combine(value)
    }

    override func visitBoolean(_ key: String, _ value: inout Bool?) {
        hasher.combine(value)
    }

    override func visitStrings(_ key: String, _ value: inout [String]?) {
        hasher.combine(value)
    }

    override func visitStrings(_ key: String, _ value: inout [String: String]?) {
        hasher.combine(value)
    }

    override func visitLeaf<Value: _LeafValue>(_ value: inout Value) {
        value.hash(into: &hasher)
    }

    override func visitElements<Element: _FieldValue>(_ elements: inout [Element]) {
        hasher.combine(elements.count)
        for var element in elements { visit(&element) }
    }

    override func visitPairs<Value: _FieldValue>(_ pairs: inout [String: Value]) {
        // A sum, because maps have no order: sorting the keys would cost more than hashing them.
        let outer = hasher
        var sum = 0
        for (key, var value) in pairs {
            hasher = Hasher()
            hasher.combine(key)
            visit(&value)
            sum &+= hasher.finalize()
        }
        hasher = outer
        hasher.combine(sum)
    }

    override func visitElement<Value: _FieldValue>(_ value: inout Value?) {
        hasher.combine(value != nil)
        if value != nil { visitInPlace(&value) }
    }
}
