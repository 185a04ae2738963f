/// Visits the fields of generated types, to read, write or compare them.
///
/// A class with one method for each kind of attribute, so that an attribute costs generated code
/// one plain call. The runtime has a subclass for each purpose; a visit reports what goes wrong to
/// the visitor and goes on, since a call that can throw costs twice the code.
public class FieldVisitor {
    init() {}

    /// Whether the visitor overwrites the fields, rather than only looking at them.
    var assigns: Bool { false }

    /// Visits an attribute that must be there.
    public func required<Value: FieldValue>(_ key: String, _ value: inout Value) {
        preconditionFailure("\(Self.self) does not visit required fields")
    }

    /// Visits an attribute that may be absent.
    public func optional<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        preconditionFailure("\(Self.self) does not visit optional fields")
    }

    /// Visits a nullable attribute that may be absent, which is not the same as `null`.
    ///
    /// - Parameters:
    ///   - key: The key in a manifest.
    ///   - value: `nil` where the attribute is absent or `null`.
    ///   - nulls: The keys that are `null`.
    public func nullable<Value: FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        preconditionFailure("\(Self.self) does not visit nullable fields")
    }

    /// Visits a nullable attribute that must be there, if only as `null`.
    public func requiredNullable<Value: FieldValue>(_ key: String, _ value: inout Value?) {
        preconditionFailure("\(Self.self) does not visit nullable fields")
    }

    /// Visits the metadata of a resource, which needs a name or a beginning of one.
    public func metadata(_ metadata: inout ObjectMeta) {
        required("metadata", &metadata)
    }

    /// Visits the fields that the schema does not name.
    ///
    /// - Parameters:
    ///   - fields: What stands beside the attributes.
    ///   - known: The keys of the attributes.
    public func unknown(_ fields: inout JSONObject, besides known: [String]) {
        preconditionFailure("\(Self.self) does not visit unknown fields")
    }

    /// Visits `apiVersion` and `kind`, which are constants of the type.
    public func constants(_ definition: ResourceDefinition) {
        preconditionFailure("\(Self.self) does not visit resources")
    }
}

// One form for each common type: a call without generic arguments is the cheapest to compile.
extension FieldVisitor {
    /// Visits an optional string.
    public final func string(_ key: String, _ value: inout String?) {
        optional(key, &value)
    }

    /// Visits an optional integer.
    public final func integer(_ key: String, _ value: inout Int?) {
        optional(key, &value)
    }

    /// Visits an optional 32-bit integer.
    public final func integer(_ key: String, _ value: inout Int32?) {
        optional(key, &value)
    }

    /// Visits an optional number.
    public final func number(_ key: String, _ value: inout Double?) {
        optional(key, &value)
    }

    /// Visits an optional Boolean.
    public final func boolean(_ key: String, _ value: inout Bool?) {
        optional(key, &value)
    }

    /// Visits an optional list.
    public final func list<Element: FieldValue>(_ key: String, _ value: inout [Element]?) {
        optional(key, &value)
    }

    /// Visits an optional map.
    public final func map<Element: FieldValue>(_ key: String, _ value: inout [String: Element]?) {
        optional(key, &value)
    }

    /// Visits an optional attribute that is kept in a box.
    public final func boxed<Value: FieldValue>(_ key: String, _ box: inout OptionalBox<Value>) {
        var value = box.wrappedValue
        optional(key, &value)
        if assigns { box.wrappedValue = value }
    }

    /// Visits a nullable attribute that is kept in a box.
    public final func nullable<Value: FieldValue>(
        _ key: String,
        _ box: inout OptionalBox<Value>,
        _ nulls: inout Set<String>
    ) {
        var value = box.wrappedValue
        nullable(key, &value, &nulls)
        if assigns { box.wrappedValue = value }
    }

    /// Visits a required nullable attribute that is kept in a box.
    public final func requiredNullable<Value: FieldValue>(
        _ key: String,
        _ box: inout OptionalBox<Value>
    ) {
        var value = box.wrappedValue
        requiredNullable(key, &value)
        if assigns { box.wrappedValue = value }
    }

    /// Visits a required attribute that is kept in a box.
    public final func boxed<Value: FieldValue>(_ key: String, _ box: inout Box<Value>) {
        if assigns {
            var value = Value(Unread())
            required(key, &value)
            box = Box(wrappedValue: value)
        } else {
            var value = box.wrappedValue
            required(key, &value)
        }
    }
}
