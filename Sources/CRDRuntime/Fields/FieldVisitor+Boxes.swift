extension FieldVisitor {
    /// Visits an optional attribute that is kept in a box.
    public final func boxed<Value: FieldValue>(_ key: String, _ box: inout OptionalBox<Value>) {
        var value = assigns ? nil : box.value
        optional(key, &value)
        if assigns { box = OptionalBox(holding: consume value) }
    }

    /// Visits a nullable attribute that is kept in a box.
    public final func nullable<Value: FieldValue>(
        _ key: String,
        _ box: inout OptionalBox<Value>,
        _ nulls: inout Set<String>
    ) {
        var value = assigns ? nil : box.value
        nullable(key, &value, &nulls)
        if assigns { box = OptionalBox(holding: consume value) }
    }

    /// Visits a required nullable attribute that is kept in a box.
    public final func requiredNullable<Value: FieldValue>(
        _ key: String,
        _ box: inout OptionalBox<Value>
    ) {
        var value = assigns ? nil : box.value
        requiredNullable(key, &value)
        if assigns { box = OptionalBox(holding: consume value) }
    }

    /// Visits a required attribute that is kept in a box.
    public final func boxed<Value: FieldValue>(_ key: String, _ box: inout Box<Value>) {
        if assigns {
            var value = Value(Unread())
            required(key, &value)
            box = Box(holding: consume value)
        } else {
            var value = box.value
            required(key, &value)
        }
    }
}

extension FieldVisitor {
    /// Visits an optional attribute of a resource that is kept in a box.
    public final func boxed<Value: FieldValue>(
        _ key: String,
        _ box: inout OpaqueBox,
        optional type: Value.Type
    ) {
        var value = assigns ? nil : box[optional: type]
        optional(key, &value)
        if assigns { box = OpaqueBox(optional: consume value) }
    }

    /// Visits a required attribute of a resource that is kept in a box.
    public final func boxed<Value: FieldValue>(
        _ key: String,
        _ box: inout OpaqueBox,
        required type: Value.Type
    ) {
        var value = assigns ? Value(Unread()) : box[required: type]
        required(key, &value)
        if assigns { box = OpaqueBox(required: consume value) }
    }

    /// Visits a nullable attribute of a resource that is kept in a box.
    public final func nullable<Value: FieldValue>(
        _ key: String,
        _ box: inout OpaqueBox,
        optional type: Value.Type,
        _ nulls: inout Set<String>
    ) {
        var value = assigns ? nil : box[optional: type]
        nullable(key, &value, &nulls)
        if assigns { box = OpaqueBox(optional: consume value) }
    }

    /// Visits a required nullable attribute of a resource that is kept in a box.
    public final func requiredNullable<Value: FieldValue>(
        _ key: String,
        _ box: inout OpaqueBox,
        optional type: Value.Type
    ) {
        var value = assigns ? nil : box[optional: type]
        requiredNullable(key, &value)
        if assigns { box = OpaqueBox(optional: consume value) }
    }
}
