// Attributes of resources are snake_case.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// One aspect of a resource's state (`metav1.Condition` of apimachinery v0.35).
///
/// Generated code uses it where a schema has the same fields.
public struct Condition: FieldStruct {
    /// When the status last changed.
    public var last_transition_time: DateTime
    /// What happened, for people.
    public var message: String
    /// The `metadata.generation` that the condition was set upon.
    public var observed_generation: Int?
    /// Why the status last changed, for programs; in CamelCase.
    public var reason: String
    /// Whether the condition holds.
    public var status: Status
    /// What the condition is about, such as `Ready`.
    public var type: String

    /// Creates a condition.
    public init(
        last_transition_time: DateTime,
        message: String,
        observed_generation: Int? = nil,
        reason: String,
        status: Status,
        type: String
    ) {
        self.last_transition_time = last_transition_time
        self.message = message
        self.observed_generation = observed_generation
        self.reason = reason
        self.status = status
        self.type = type
    }

    /// Creates a placeholder that reading overwrites.
    public init(_unread unread: _Unread) {
        self.init(
            last_transition_time: .init(_unread: unread),
            message: "",
            reason: "",
            status: .init(_unread: unread),
            type: ""
        )
    }

    /// Shows every field to a visitor.
    public mutating func _visit(_ fields: _FieldVisitor) {
        fields.required("lastTransitionTime", &last_transition_time)
        fields.string("message", &message)
        fields.integer("observedGeneration", &observed_generation)
        fields.string("reason", &reason)
        fields.required("status", &status)
        fields.string("type", &type)
    }
}

extension Condition {
    /// Whether a condition holds.
    public enum Status: OpenEnumeration {
        /// It holds.
        case `true`
        /// It does not hold.
        case `false`
        /// The controller cannot tell.
        case unknown
        /// A value that the schema does not list.
        case unrecognized(String)

        /// The values that the schema lists.
        public static let allCases: [Status] = [.true, .false, .unknown]

        /// The value as manifests write it.
        public var rawValue: String {
            switch self {
            case .true: "True"
            case .false: "False"
            case .unknown: "Unknown"
            case .unrecognized(let value): value
            }
        }
    }
}
