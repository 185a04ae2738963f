// Fields in boxes. A copy of the value is visited; if the visitor assigns, the copy is stored in
// the box again.

extension _FieldVisitor {
    /// Visits an optional field that is stored in a box.
    public final func boxed<Value: _FieldValue>(_ key: String, _ box: inout _Box<Value>) {
        var value = assigns ? nil : box.value
        optional(key, &value)
        if assigns { box = _Box(holding: consume value) }
    }

    /// Visits a required field that is stored in a box.
    public final func requiredBoxed<Value: _FieldValue>(_ key: String, _ box: inout _Box<Value>) {
        var value = assigns ? Value(_unread: _Unread()) : box.required
        required(key, &value)
        if assigns { box = _Box(holding: consume value) }
    }

    /// Visits a nullable field that is stored in a box.
    public final func nullable<Value: _FieldValue>(
        _ key: String,
        _ box: inout _Box<Value>,
        _ nulls: inout Set<String>
    ) {
        var value = assigns ? nil : box.value
        nullable(key, &value, &nulls)
        if assigns { box = _Box(holding: consume value) }
    }

    /// Visits a required nullable field that is stored in a box.
    public final func requiredNullable<Value: _FieldValue>(
        _ key: String,
        _ box: inout _Box<Value>
    ) {
        var value = assigns ? nil : box.value
        requiredNullable(key, &value)
        if assigns { box = _Box(holding: consume value) }
    }

    /// Visits a required field with a default that is stored in a box.
    public final func defaulted<Value: _FieldValue>(_ key: String, _ box: inout _Box<Value>) {
        var value = box.required
        defaulted(key, &value)
        if assigns { box = _Box(holding: consume value) }
    }

    /// Visits a required nullable field with a default that is stored in a box.
    public final func defaultedNullable<Value: _FieldValue>(
        _ key: String,
        _ box: inout _Box<Value>
    ) {
        var value = box.value
        defaultedNullable(key, &value)
        if assigns { box = _Box(holding: consume value) }
    }
}

extension _FieldVisitor {
    /// Visits an optional field of a resource that is stored in a box.
    public final func boxed<Value: _FieldValue>(
        _ key: String,
        _ box: inout _OpaqueBox,
        optional type: Value.Type
    ) {
        var value = assigns ? nil : box[optional: type]
        optional(key, &value)
        if assigns { box = _OpaqueBox(holding: consume value) }
    }

    /// Visits a required field of a resource that is stored in a box.
    public final func boxed<Value: _FieldValue>(
        _ key: String,
        _ box: inout _OpaqueBox,
        required type: Value.Type
    ) {
        var value = assigns ? Value(_unread: _Unread()) : box[required: type]
        required(key, &value)
        if assigns { box = _OpaqueBox(holding: consume value) }
    }

    /// Visits a nullable field of a resource that is stored in a box.
    public final func nullable<Value: _FieldValue>(
        _ key: String,
        _ box: inout _OpaqueBox,
        optional type: Value.Type,
        _ nulls: inout Set<String>
    ) {
        var value = assigns ? nil : box[optional: type]
        nullable(key, &value, &nulls)
        if assigns { box = _OpaqueBox(holding: consume value) }
    }

    /// Visits a required nullable field of a resource that is stored in a box.
    public final func requiredNullable<Value: _FieldValue>(
        _ key: String,
        _ box: inout _OpaqueBox,
        optional type: Value.Type
    ) {
        var value = assigns ? nil : box[optional: type]
        requiredNullable(key, &value)
        if assigns { box = _OpaqueBox(holding: consume value) }
    }

    /// Visits a required field of a resource with a default that is stored in a box.
    public final func defaulted<Value: _FieldValue>(
        _ key: String,
        _ box: inout _OpaqueBox,
        required type: Value.Type
    ) {
        var value = box[required: type]
        defaulted(key, &value)
        if assigns { box = _OpaqueBox(holding: consume value) }
    }

    /// Visits a required nullable field of a resource with a default that is stored in a box.
    public final func defaultedNullable<Value: _FieldValue>(
        _ key: String,
        _ box: inout _OpaqueBox,
        optional type: Value.Type
    ) {
        var value = box[optional: type]
        defaultedNullable(key, &value)
        if assigns { box = _OpaqueBox(holding: consume value) }
    }
}
