/// Visits the fields of generated types, to read, write or compare them.
///
/// A class with one method for each kind of attribute, so that an attribute costs generated code
/// one plain call. The runtime has a subclass for each purpose; a visit reports what goes wrong to
/// the visitor and goes on, since a call that can throw costs twice the code.
///
/// A subclass is told of values by the methods here; what visited values call is in extensions.
public class FieldVisitor {
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
    final func visit<Value: FieldValue>(_ value: inout Value) {
        let outer = kind
        kind = .unknown
        value.visit(self)
        // A struct without any fields says nothing of itself.
        openFields()
        if kind == .fields { endFields() }
        kind = outer
    }

    private final func openFields() {
        guard kind == .unknown else { return }
        kind = .fields
        beginFields()
    }

    // MARK: - What subclasses are told

    /// The value is a struct, whose fields follow.
    func beginFields() {}

    /// There are no more fields.
    func endFields() {}

    func visitRequired<Value: FieldValue>(_ key: String, _ value: inout Value) {
        unsupported()
    }

    func visitOptional<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        unsupported()
    }

    func visitNullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        unsupported()
    }

    func visitRequiredNullable<Value: FieldValue>(_ key: String, _ value: inout Value?) {
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

    func visitLeaf<Value: LeafValue>(_ value: inout Value) {
        unsupported()
    }

    func visitElements<Element: FieldValue>(_ elements: inout [Element]) {
        unsupported()
    }

    func visitPairs<Value: FieldValue>(_ pairs: inout [String: Value]) {
        unsupported()
    }

    /// Visits an element of a list or a map that may be `null`.
    func visitElement<Value: FieldValue>(_ value: inout Value?) {
        unsupported()
    }

    private final func unsupported(_ function: String = #function) -> Never {
        preconditionFailure("\(Self.self) has no \(function)")
    }
}

// MARK: - What values call

extension FieldVisitor {
    /// Visits a value without fields.
    public final func leaf<Value: LeafValue>(_ value: inout Value) {
        kind = .other
        visitLeaf(&value)
    }

    /// Visits the elements of a list.
    final func elements<Element: FieldValue>(_ elements: inout [Element]) {
        kind = .other
        visitElements(&elements)
    }

    /// Visits the values of a map.
    final func pairs<Value: FieldValue>(_ pairs: inout [String: Value]) {
        kind = .other
        visitPairs(&pairs)
    }

    /// Visits an element that may be `null`.
    final func element<Value: FieldValue>(_ value: inout Value?) {
        kind = .other
        visitElement(&value)
    }
}

// MARK: - What structs call

extension FieldVisitor {
    /// Visits `apiVersion` and `kind`, which are constants of the type.
    public final func constants(_ definition: ResourceDefinition) {
        openFields()
        visitConstants(definition)
    }

    /// Visits the metadata of a resource, which needs a name or a beginning of one.
    public final func metadata(_ metadata: inout ObjectMeta) {
        openFields()
        visitMetadata(&metadata)
    }

    /// Visits an attribute that must be there.
    public final func required<Value: FieldValue>(_ key: String, _ value: inout Value) {
        openFields()
        visitRequired(key, &value)
    }

    /// Visits an attribute that may be absent.
    public final func optional<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        openFields()
        visitOptional(key, &value)
    }

    /// Visits a nullable attribute that may be absent, which is not the same as `null`.
    ///
    /// - Parameters:
    ///   - key: The key in a manifest.
    ///   - value: `nil` where the attribute is absent or `null`.
    ///   - nulls: The keys that are `null`.
    public final func nullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        openFields()
        visitNullable(key, &value, &nulls)
    }

    /// Visits a nullable attribute that must be there, if only as `null`.
    public final func requiredNullable<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        openFields()
        visitRequiredNullable(key, &value)
    }

    /// Visits the fields that the schema does not name.
    ///
    /// - Parameters:
    ///   - fields: What stands beside the attributes.
    ///   - known: The keys of the attributes.
    public final func unknown(_ fields: inout JSONObject, besides known: [String]) {
        openFields()
        visitUnknown(&fields, besides: known)
    }
}

// What the configuration of the generator adds.
extension FieldVisitor {
    /// Passes over a key that the type leaves out on purpose: reading accepts it without keeping it.
    public final func ignored(_ key: String) {
        openFields()
        visitIgnored(key)
    }

    /// Says how the attributes are named, where that is not plain snake_case.
    ///
    /// Messages that name attributes ask for it; to all else it costs a call.
    ///
    /// - Parameters:
    ///   - naming: The usual names.
    ///   - renamed: Key → name, of attributes that have another name.
    public final func names(
        _ naming: AttributeNaming,
        renamed: @autoclosure () -> KeyValuePairs<String, String> = [:]
    ) {
        visitNames(naming, renamed)
    }
}

// One form for each common type: a call without generic arguments is the cheapest to compile.
extension FieldVisitor {
    /// Visits an optional string.
    public final func string(_ key: String, _ value: inout String?) {
        openFields()
        visitString(key, &value)
    }

    /// Visits a required string.
    public final func string(_ key: String, _ value: inout String) {
        openFields()
        visitString(key, &value)
    }

    /// Visits an optional integer.
    public final func integer(_ key: String, _ value: inout Int?) {
        openFields()
        visitInteger(key, &value)
    }

    /// Visits an optional 32-bit integer.
    public final func integer(_ key: String, _ value: inout Int32?) {
        openFields()
        visitInteger(key, &value)
    }

    /// Visits an optional number.
    public final func number(_ key: String, _ value: inout Double?) {
        openFields()
        visitOptional(key, &value)
    }

    /// Visits an optional Boolean.
    public final func boolean(_ key: String, _ value: inout Bool?) {
        openFields()
        visitBoolean(key, &value)
    }

    /// Visits an optional list of strings.
    public final func list(_ key: String, _ value: inout [String]?) {
        openFields()
        visitStrings(key, &value)
    }

    /// Visits an optional map of strings.
    public final func map(_ key: String, _ value: inout [String: String]?) {
        openFields()
        visitStrings(key, &value)
    }

    /// Visits an optional list.
    public final func list<Element: FieldValue>(_ key: String, _ value: inout [Element]?) {
        openFields()
        visitOptional(key, &value)
    }

    /// Visits an optional map.
    public final func map<Element: FieldValue>(_ key: String, _ value: inout [String: Element]?) {
        openFields()
        visitOptional(key, &value)
    }
}
