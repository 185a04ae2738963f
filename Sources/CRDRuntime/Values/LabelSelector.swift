// Properties of resources are in snake_case.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// Selects resources by their labels (`metav1.LabelSelector` of apimachinery v0.35).
///
/// All requirements must be met. A selector without requirements selects everything. Generated code
/// uses this type if a schema has the same fields.
public struct LabelSelector: FieldStruct {
    /// The requirements on labels.
    public var match_expressions: [Requirement]?
    /// The labels that a resource must have, with their values.
    public var match_labels: [String: String]?

    /// Creates a selector.
    public init(
        match_expressions: [Requirement]? = nil,
        match_labels: [String: String]? = nil
    ) {
        self.match_expressions = match_expressions
        self.match_labels = match_labels
    }

    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread: _Unread) {}

    /// Passes every field to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.list("matchExpressions", &match_expressions)
        fields.map("matchLabels", &match_labels)
    }

    /// A requirement on one label (`metav1.LabelSelectorRequirement`).
    public struct Requirement: FieldStruct {
        /// The key of the label.
        public var key: String
        /// The operator: `In`, `NotIn`, `Exists` or `DoesNotExist`.
        public var `operator`: String
        /// The values for `In` and `NotIn`.
        public var values: [String]?

        /// Creates a requirement.
        public init(key: String, `operator`: String, values: [String]? = nil) {
            self.key = key
            self.operator = `operator`
            self.values = values
        }

        /// Creates a placeholder, which is overwritten when the value is read.
        public init(_unread unread: _Unread) {
            self.init(key: "", operator: "")
        }

        /// Passes every field to a visitor.
        public mutating func _visit(_ fields: _FieldVisitor) {
            fields.string("key", &key)
            fields.string("operator", &`operator`)
            fields.list("values", &values)
        }
    }
}
