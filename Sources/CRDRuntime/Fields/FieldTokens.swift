/// What makes a value equal to another, as a flat list in a fixed order.
///
/// Generated types compare and hash through it, so that they need no code of their own for either.
public final class FieldTokens: FieldVisitor {
    /// One piece of a value.
    enum Token: Hashable, Sendable {
        case absent
        case null
        /// The fields of a struct follow.
        case fields
        /// So many elements follow.
        case elements(Int)
        case boolean(Bool)
        case integer(Int)
        case number(Double)
        case string(String)
        case value(Value)
    }

    /// A value that compares itself.
    struct Value: Hashable, Sendable {
        let value: any Hashable & Sendable

        static func == (left: Value, right: Value) -> Bool {
            AnyHashable(left.value) == AnyHashable(right.value)
        }

        func hash(into hasher: inout Hasher) {
            value.hash(into: &hasher)
        }
    }

    private(set) var tokens: [Token] = []

    /// Collects the tokens of a value.
    init(_ value: some FieldValue) {
        super.init()
        value.appendTokens(to: self)
    }

    /// Adds a value that compares and hashes itself.
    public func append(value: some Hashable & Sendable) {
        tokens.append(.value(Value(value: value)))
    }

    func append(_ token: Token) {
        tokens.append(token)
    }

    public override func required<Value: FieldValue>(_ key: String, _ value: inout Value) {
        value.appendTokens(to: self)
    }

    public override func optional<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        if let value {
            value.appendTokens(to: self)
        } else {
            tokens.append(.absent)
        }
    }

    public override func nullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        if value == nil, nulls.contains(key) {
            tokens.append(.null)
        } else {
            optional(key, &value)
        }
    }

    public override func requiredNullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?
    ) {
        optional(key, &value)
    }

    public override func unknown(_ fields: inout JSONObject, besides known: [String]) {
        append(value: fields)
    }

    public override func constants(_ definition: ResourceDefinition) {
        // The same for every value of a type.
    }
}
