/// Visits the fields of generated types, to read, write or compare them.
///
/// A class with one method for each kind of attribute, so that an attribute costs generated code
/// one plain call. The runtime has a subclass for each purpose; a visit reports what goes wrong to
/// the visitor and goes on, since a call that can throw costs twice the code.
///
/// A subclass is told of values by the methods here; what visited values call is in extensions.
public class _FieldVisitor {
    /// What is known of the value that is visited.
    private enum Kind {
        /// Nothing yet: its first field will tell that it is a struct.
        case unknown
        case fields
        case other
    }

    private var kind = Kind.other

    init() {}

    /// Whether the visitor overwrites the fields, rather than only looking at them.
    var assigns: Bool { false }

    /// Visits a value where it stands: as a field, as an element or as the whole.
    final func visit<Value: _FieldValue>(_ value: inout Value) {
        let outer = kind
        kind = .unknown
        value._visit(self)
        // A struct without any fields says nothing of itself.
        openFields()
        if kind == .fields { endFields() }
        kind = outer
    }

    /// Tells, at the first field of a value, that the value is a struct.
    final func openFields() {
        guard kind == .unknown else { return }
        kind = .fields
        beginFields()
    }

    // MARK: - What subclasses are told

    /// The value is a struct, whose fields follow.
    func beginFields() {}

    /// There are no more fields.
    func endFields() {}

    func visitRequired<Value: _FieldValue>(_ key: String, _ value: inout Value) {
        unsupported()
    }

    func visitOptional<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        unsupported()
    }

    func visitNullable<Value: _FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        unsupported()
    }

    func visitRequiredNullable<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        unsupported()
    }

    func visitMetadata(_ metadata: inout ObjectMeta) {
        visitRequired("metadata", &metadata)
    }

    func visitUnknown(_ fields: inout JSONObject, besides known: [String]) {
        unsupported()
    }

    func visitConstants(_ definition: ResourceDefinition) {
        unsupported()
    }

    // Only some visitors have to do with these.

    func visitIgnored(_ key: String) {}

    func visitNames(
        _ naming: AttributeNaming,
        _ renamed: () -> KeyValuePairs<String, String>
    ) {}

    // The most common attributes, for visitors that have a shorter way for them.

    func visitString(_ key: String, _ value: inout String?) {
        visitOptional(key, &value)
    }

    func visitString(_ key: String, _ value: inout String) {
        visitRequired(key, &value)
    }

    func visitInteger(_ key: String, _ value: inout Int?) {
        visitOptional(key, &value)
    }

    func visitInteger(_ key: String, _ value: inout Int32?) {
        visitOptional(key, &value)
    }

    func visitBoolean(_ key: String, _ value: inout Bool?) {
        visitOptional(key, &value)
    }

    func visitStrings(_ key: String, _ value: inout [String]?) {
        visitOptional(key, &value)
    }

    func visitStrings(_ key: String, _ value: inout [String: String]?) {
        visitOptional(key, &value)
    }

    func visitLeaf<Value: _LeafValue>(_ value: inout Value) {
        unsupported()
    }

    func visitElements<Element: _FieldValue>(_ elements: inout [Element]) {
        unsupported()
    }

    func visitPairs<Value: _FieldValue>(_ pairs: inout [String: Value]) {
        unsupported()
    }

    /// Visits an element of a list or a map that may be `null`.
    func visitElement<Value: _FieldValue>(_ value: inout Value?) {
        unsupported()
    }

    private final func unsupported(_ function: String = #function) -> Never {
        preconditionFailure("\(Self.self) has no \(function)")
    }
}

// MARK: - What values call

extension _FieldVisitor {
    /// Visits a value without fields.
    public final func leaf<Value: _LeafValue>(_ value: inout Value) {
        kind = .other
        visitLeaf(&value)
    }

    /// Visits the elements of a list.
    final func elements<Element: _FieldValue>(_ elements: inout [Element]) {
        kind = .other
        visitElements(&elements)
    }

    /// Visits the values of a map.
    final func pairs<Value: _FieldValue>(_ pairs: inout [String: Value]) {
        kind = .other
        visitPairs(&pairs)
    }

    /// Visits an element that may be `null`.
    final func element<Value: _FieldValue>(_ value: inout Value?) {
        kind = .other
        visitElement(&value)
    }
}
