// Attributes of resources are snake_case.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// Selects resources by their labels (`metav1.LabelSelector` of apimachinery v0.35).
///
/// All requirements must hold; a selector without any selects everything. Generated code uses it
/// where a schema has the same fields.
public struct LabelSelector: FieldStruct {
    /// Requirements on labels.
    public var match_expressions: [Requirement]?
    /// Labels that must be there with exactly these values.
    public var match_labels: [String: String]?

    /// Creates a selector.
    public init(
        match_expressions: [Requirement]? = nil,
        match_labels: [String: String]? = nil
    ) {
        self.match_expressions = match_expressions
        self.match_labels = match_labels
    }

    /// Creates a placeholder that reading overwrites.
    public init(_unread: _Unread) {}

    /// Shows every field to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.list("matchExpressions", &match_expressions)
        fields.map("matchLabels", &match_labels)
    }

    /// A requirement on one label (`metav1.LabelSelectorRequirement`).
    public struct Requirement: FieldStruct {
        /// The key of the label.
        public var key: String
        /// `In`, `NotIn`, `Exists` or `DoesNotExist`.
        public var `operator`: String
        /// The values for `In` and `NotIn`.
        public var values: [String]?

        /// Creates a requirement.
        public init(key: String, `operator`: String, values: [String]? = nil) {
            self.key = key
            self.operator = `operator`
            self.values = values
        }

        /// Creates a placeholder that reading overwrites.
        public init(_unread unread: _Unread) {
            self.init(key: "", operator: "")
        }

        /// Shows every field to a visitor.
        public mutating func _visit(_ fields: _FieldVisitor) {
            fields.string("key", &key)
            fields.string("operator", &`operator`)
            fields.list("values", &values)
        }
    }
}
