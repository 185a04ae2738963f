extension Array: _FieldValue where Element: _FieldValue {
    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread: _Unread) { self = [] }

    /// Passes the list to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.elements(&self)
    }
}

extension Dictionary: _FieldValue where Key == String, Value: _FieldValue {
    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread: _Unread) { self = [:] }

    /// Passes the map to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.pairs(&self)
    }
}

extension Dictionary where Key == String {
    /// The sorted keys, so that the order is the same in every run.
    ///
    /// Only the keys are sorted, because specialised code exists for strings, but not for pairs
    /// with any value.
    var sortedKeys: [String] { [String](keys).sorted() }
}
