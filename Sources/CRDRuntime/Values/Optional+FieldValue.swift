/// Optional values, for elements of lists and maps whose schema is nullable.
extension Optional: _FieldValue where Wrapped: _FieldValue {
    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread: _Unread) { self = nil }

    /// Passes the value to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.element(&self)
    }
}
