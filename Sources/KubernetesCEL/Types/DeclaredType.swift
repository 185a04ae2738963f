/// The type of a variable or a field, with the sizes from which costs are estimated.
public struct DeclaredType: Sendable {
    /// A type without sizes.
    public indirect enum Kind: Sendable {
        case dyn
        case null
        case bool
        case int
        case uint
        case double
        case string
        case bytes
        case timestamp
        case duration
        case list(DeclaredType)
        case map(key: DeclaredType, value: DeclaredType)
        case optional(DeclaredType)
        case type(DeclaredType)
        case object(ObjectType)
        /// A type of Kubernetes' libraries, such as `kubernetes.authorization.Authorizer`.
        case opaque(String)
    }

    /// The type.
    public let kind: Kind
    /// The maximum size of a value, in the unit of `size()`.
    public let maximumElements: UInt64

    /// Creates a type.
    public init(_ kind: Kind, maximumElements: UInt64 = 0) {
        self.kind = kind
        self.maximumElements = maximumElements
    }
}

/// A type with fields.
///
/// Two object types are the same if their names are.
public final class ObjectType: Sendable {
    /// A field of an object.
    public struct Field: Sendable {
        /// The name in expressions, escaped.
        public let name: String
        /// The name in values, not escaped.
        public let property: String
        /// The type.
        public let type: DeclaredType

        /// Creates a field.
        public init(name: String, property: String, type: DeclaredType) {
            self.name = name
            self.property = property
            self.type = type
        }
    }

    /// The name, which messages print.
    public let name: String
    /// Whether a value can be used as a value of any type, and only the fields that are selected are
    /// checked.
    public let isAnyValue: Bool
    private let fieldsByName: [String: Field]

    /// Creates an object type.
    ///
    /// - Parameters:
    ///   - name: A name that no other object type of an environment has.
    ///   - fields: The fields, with different names.
    ///   - isAnyValue: Whether a value can be used as a value of any type, as for objects that are
    ///     maps when an expression is evaluated.
    public init(name: String, fields: [Field], isAnyValue: Bool = false) {
        self.name = name
        self.isAnyValue = isAnyValue
        fieldsByName = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The fields, in any order.
    public var fields: [Field] { Array(fieldsByName.values) }

    /// Returns the field with a name in expressions.
    ///
    /// A reserved word finds the field with its escaped name: `namespace` is `__namespace__`.
    public func field(_ name: String) -> Field? {
        fieldsByName[name] ?? (FieldName.isReserved(name) ? fieldsByName["__\(name)__"] : nil)
    }
}
