/// Elements of lists and maps whose schema is nullable.
extension Optional: FieldValue where Wrapped: FieldValue {
    /// Creates a stand-in that reading overwrites.
    public init(_ unread: Unread) { self = nil }

    /// Shows the value to a visitor.
    public mutating func visit(_ fields: FieldVisitor) {
        fields.element(&self)
    }
}
