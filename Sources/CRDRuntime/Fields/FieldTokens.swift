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
        var copy = value
        visit(&copy)
    }

    /// Adds a value that compares and hashes itself.
    public func append(value: some Hashable & Sendable) {
        tokens.append(.value(Value(value: value)))
    }

    func append(_ token: Token) {
        tokens.append(token)
    }

    override func beginFields() {
        tokens.append(.fields)
    }

    override func visitRequired<Value: FieldValue>(_ key: String, _ value: inout Value) {
        visit(&value)
    }

    override func visitOptional<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        visitElement(&value)
    }

    override func visitNullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        if value == nil, nulls.contains(key) {
            tokens.append(.null)
        } else {
            visitElement(&value)
        }
    }

    override func visitRequiredNullable<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        visitElement(&value)
    }

    override func visitUnknown(_ fields: inout JSONObject, besides known: [String]) {
        append(value: fields)
    }

    override func visitConstants(_ definition: ResourceDefinition) {
        // The same for every value of a type.
    }

    override func visitLeaf<Value: LeafValue>(_ value: inout Value) {
        value.appendTokens(to: self)
    }

    override func visitElements<Element: FieldValue>(_ elements: inout [Element]) {
        tokens.append(.elements(elements.count))
        for var element in elements { visit(&element) }
    }

    override func visitPairs<Value: FieldValue>(_ pairs: inout [String: Value]) {
        tokens.append(.elements(pairs.count))
        for key in pairs.sortedKeys {
            guard var value = pairs[key] else { continue }
            tokens.append(.string(key))
            visit(&value)
        }
    }

    override func visitElement<Value: FieldValue>(_ value: inout Value?) {
        if var value {
            visit(&value)
        } else {
            tokens.append(.absent)
        }
    }
}
