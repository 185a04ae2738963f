/// The fields of a struct that are set, for printing.
final class FieldList: _FieldVisitor {
    private(set) var fields: [(key: String, value: Any)] = []

    /// Creates the list of the fields of a value.
    init(of value: some _FieldStruct) {
        super.init()
        var copy = value
        visit(&copy)
    }

    private func add(_ key: String, _ value: Any) {
        fields.append((key, value))
    }

    override func visitRequired<Value: _FieldValue>(_ key: String, _ value: inout Value) {
        add(key, value)
    }

    override func visitOptional<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        if let value { add(key, value) }
    }

    override func visitNullable<Value: _FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        if value != nil || nulls.contains(key) { add(key, value as Any) }
    }

    override func visitRequiredNullable<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        add(key, value as Any)
    }

    override func visitUnknown(_ fields: inout JSONObject, besides known: [String]) {
        for (key, value) in fields where !known.contains(key) { add(key, value) }
    }
}
