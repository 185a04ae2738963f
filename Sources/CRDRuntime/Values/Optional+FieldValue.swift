/// Elements of lists and maps whose schema is nullable.
extension Optional: _FieldValue where Wrapped: _FieldValue {
    /// Creates a placeholder that reading overwrites.
    public init(_unread: _Unread) { self = nil }

    /// Shows the value to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.element(&self)
    }
}
