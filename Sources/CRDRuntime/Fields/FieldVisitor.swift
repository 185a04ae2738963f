/// Visits the fields of generated types to read, write or compare them.
///
/// A class with one method for each kind of field, so that generated code makes one plain call for
/// each field. The runtime has a subclass for each purpose. A visit passes errors to the visitor
/// and continues, because a call that can throw needs twice the code.
///
/// Subclasses override the methods here. Visited values call the methods in the extensions.
public class _FieldVisitor {
    /// The kind of the visited value.
    private enum Kind {
        /// Not known yet. The first field shows that the value is a struct.
        case unknown
        case fields
        case other
    }

    private var kind = Kind.other

    init() {}

    /// Whether the visitor overwrites the fields instead of only reading them.
    var assigns: Bool { false }

    /// Visits a value in place: a field, an element or the whole value.
    final func visit<Value: _FieldValue>(_ value: inout Value) {
        let outer = kind
        kind = .unknown
        value._visit(self)
        // A struct without fields does not call the visitor.
        openFields()
        if kind == .fields { endFields() }
        kind = outer
    }

    /// Begins a struct at its first field.
    final func openFields() {
        guard kind == .unknown else { return }
        kind = .fields
        beginFields()
    }

    /// Visits a value that is not `nil`, in place: a copy would retain everything in it.
    final func visitInPlace<Value: _FieldValue>(_ value: inout Value?) {
        // No pattern gives in-place access to the value of an optional.
        // swift-format-ignore: NeverForceUnwrap
        visit(&value!)
    }

    // MARK: - Methods to override

    /// Begins a struct; its fields follow.
    func beginFields() {}

    /// Ends a struct.
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

    // A default is the value of the placeholder, so that reading keeps it for a missing field.

    func visitDefaulted<Value: _FieldValue>(_ key: String, _ value: inout Value) {
        visitRequired(key, &value)
    }

    func visitDefaultedNullable<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        visitRequiredNullable(key, &value)
    }

    func visitMetadata(_ metadata: inout ObjectMeta) {
        visitRequired("metadata", &metadata)
    }

    func visitUnknown(_ fields: inout JSONObject, besides known: [String]) {
        unsupported()
    }

    // Only some visitors override these.

    /// Visits the constants of a resource, which are the same for every value of a type.
    func visitConstants(_ definition: ResourceDefinition) {}

    func visitIgnored(_ key: String) {}

    func visitNames(
        _ naming: AttributeNaming,
        _ renamed: () -> KeyValuePairs<String, String>
    ) {}

    // The most common types of fields, for visitors that have a faster path for them.

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

    /// Visits a map of strings in metadata, where the API server reads `null` as `""`.
    func visitMetadataStrings(_ key: String, _ value: inout [String: String]?) {
        visitStrings(key, &value)
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

// MARK: - Methods that values call

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
