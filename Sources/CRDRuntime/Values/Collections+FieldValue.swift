extension Array: FieldValue where Element: FieldValue {
    /// Creates a stand-in that reading overwrites.
    public init(_ unread: Unread) { self = [] }

    /// Shows the list to a visitor.
    public mutating func visit(_ fields: FieldVisitor) {
        fields.elements(&self)
    }
}

extension Dictionary: FieldValue where Key == String, Value: FieldValue {
    /// Creates a stand-in that reading overwrites.
    public init(_ unread: Unread) { self = [:] }

    /// Shows the map to a visitor.
    public mutating func visit(_ fields: FieldVisitor) {
        fields.pairs(&self)
    }
}

extension Dictionary where Key == String {
    /// The keys in an order that does not change from run to run.
    ///
    /// Keys alone, as the compiler has code for sorting strings, but none for pairs with any value.
    var sortedKeys: [String] { [String](keys).sorted() }
}
