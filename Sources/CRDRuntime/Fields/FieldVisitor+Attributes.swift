// What structs call, for each of their attributes.

extension _FieldVisitor {
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
    public final func required<Value: _FieldValue>(_ key: String, _ value: inout Value) {
        openFields()
        visitRequired(key, &value)
    }

    /// Visits an attribute that may be absent.
    public final func optional<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        openFields()
        visitOptional(key, &value)
    }

    /// Visits a nullable attribute that may be absent, which is not the same as `null`.
    ///
    /// - Parameters:
    ///   - key: The key in a manifest.
    ///   - value: `nil` where the attribute is absent or `null`.
    ///   - nulls: The keys that are `null`.
    public final func nullable<Value: _FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        openFields()
        visitNullable(key, &value, &nulls)
    }

    /// Visits a nullable attribute that must be there, if only as `null`.
    public final func requiredNullable<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
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
extension _FieldVisitor {
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
extension _FieldVisitor {
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
    public final func list<Element: _FieldValue>(_ key: String, _ value: inout [Element]?) {
        openFields()
        visitOptional(key, &value)
    }

    /// Visits an optional map.
    public final func map<Element: _FieldValue>(_ key: String, _ value: inout [String: Element]?) {
        openFields()
        visitOptional(key, &value)
    }
}
