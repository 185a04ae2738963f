// The methods that structs call for their fields.

extension _FieldVisitor {
    /// Visits `apiVersion` and `kind`, which are constants of the type.
    public final func constants(_ definition: ResourceDefinition) {
        openFields()
        visitConstants(definition)
    }

    /// Visits the metadata of a resource, which requires `name` or `generateName`.
    public final func metadata(_ metadata: inout ObjectMeta) {
        openFields()
        visitMetadata(&metadata)
    }

    /// Visits a required field.
    public final func required<Value: _FieldValue>(_ key: String, _ value: inout Value) {
        openFields()
        visitRequired(key, &value)
    }

    /// Visits an optional field.
    public final func optional<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        openFields()
        visitOptional(key, &value)
    }

    /// Visits an optional nullable field.
    ///
    /// A missing field and `null` are different.
    ///
    /// - Parameters:
    ///   - key: The key in a manifest.
    ///   - value: The value; `nil` if the field is missing or `null`.
    ///   - nulls: The keys of the fields that are `null`.
    public final func nullable<Value: _FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        openFields()
        visitNullable(key, &value, &nulls)
    }

    /// Visits a required nullable field.
    public final func requiredNullable<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        openFields()
        visitRequiredNullable(key, &value)
    }

    /// Visits a required field with a default.
    ///
    /// A placeholder has the default as its value. Reading keeps it if the field is missing or
    /// `null`, as the API server does.
    public final func defaulted<Value: _FieldValue>(_ key: String, _ value: inout Value) {
        openFields()
        visitDefaulted(key, &value)
    }

    /// Visits a required nullable field with a default.
    ///
    /// A placeholder has the default as its value. Reading keeps it if the field is missing.
    public final func defaultedNullable<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        openFields()
        visitDefaultedNullable(key, &value)
    }

    /// Visits the fields that are not in the schema.
    ///
    /// - Parameters:
    ///   - fields: The fields that are not in the schema.
    ///   - known: The keys of the fields in the schema.
    public final func unknown(_ fields: inout JSONObject, besides known: [String]) {
        openFields()
        visitUnknown(&fields, besides: known)
    }
}

// Methods that only generated code with a configuration calls.
extension _FieldVisitor {
    /// Skips a field that the type omits on purpose: reading accepts the field and drops its value.
    public final func ignored(_ key: String) {
        openFields()
        visitIgnored(key)
    }

    /// Sets the names of the fields in Swift, if they are not plain snake_case.
    ///
    /// Only messages use these names; all other visitors ignore this call.
    ///
    /// - Parameters:
    ///   - naming: The naming style.
    ///   - renamed: The names of renamed fields by key.
    public final func names(
        _ naming: AttributeNaming,
        renamed: @autoclosure () -> KeyValuePairs<String, String> = [:]
    ) {
        visitNames(naming, renamed)
    }
}

// One method for each common type: a call without generic arguments compiles fastest.
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
