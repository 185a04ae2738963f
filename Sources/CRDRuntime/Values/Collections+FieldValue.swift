extension Array: _FieldValue where Element: _FieldValue {
    /// Creates a placeholder that reading overwrites.
    public init(_unread: _Unread) { self = [] }

    /// Shows the list to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.elements(&self)
    }
}

extension Dictionary: _FieldValue where Key == String, Value: _FieldValue {
    /// Creates a placeholder that reading overwrites.
    public init(_unread: _Unread) { self = [:] }

    /// Shows the map to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.pairs(&self)
    }
}

extension Dictionary where Key == String {
    /// The keys in an order that does not change from run to run.
    ///
    /// Keys alone, as the compiler has code for sorting strings, but none for pairs with any value.
    var sortedKeys: [String] { [String](keys).sorted() }
}
