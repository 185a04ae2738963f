// Properties of resources are in snake_case.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// One aspect of a resource's state (`metav1.Condition` of apimachinery v0.35).
///
/// Generated code uses it if a schema has the same fields.
public struct Condition: FieldStruct {
    /// The time of the last change of the status.
    public var last_transition_time: DateTime
    /// A message for people.
    public var message: String
    /// The `metadata.generation` of the resource when the condition was set.
    public var observed_generation: Int?
    /// The reason for the last change of the status, for programs; in CamelCase.
    public var reason: String
    /// The status of a condition.
    public var status: Status
    /// The type of the condition, such as `Ready`.
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

    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread unread: _Unread) {
        self.init(
            last_transition_time: .init(_unread: unread),
            message: "",
            reason: "",
            status: .init(_unread: unread),
            type: ""
        )
    }

    /// Passes every field to a visitor.
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
        /// The condition is true.
        case `true`
        /// The condition is false.
        case `false`
        /// The controller cannot determine the status.
        case unknown
        /// A value that is not in the schema.
        case unrecognized(String)

        /// The values in the schema.
        public static let allCases: [Status] = [.true, .false, .unknown]

        /// The value as manifests contain it.
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
