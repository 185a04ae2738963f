/// A box that stores a field outside its struct, in 8 bytes.
///
/// Generated code boxes fields that would make a struct large, because large nested structs can
/// overflow the stack of a thread. A box has value semantics: copies share the value until one of
/// them changes it. A value that is not shared is changed in place.
public struct _Box<Value: _FieldValue>: Sendable {
    // An array of at most one element: its copy-on-write needs no locks and no unsafe code.
    private var storage: [Value] = []

    /// Creates a box with a value, or an empty box.
    public init(holding value: Value? = nil) {
        // Appended and consumed, because an array literal would copy the value.
        if let value = consume value { storage.append(consume value) }
    }

    /// The value; `nil` if the box is empty.
    public var value: Value? {
        get { storage.first }
        _modify {
            // Moved out and back in, so that the value has one reference while it changes.
            var value = storage.popLast()
            defer {
                if let value { storage.append(value) }
            }
            yield &value
        }
    }

    /// The value of a required field.
    ///
    /// - Precondition: The box is not empty.
    public var required: Value {
        get { storage[0] }
        _modify { yield &storage[0] }
    }
}

/// A box that stores a field of a resource and whose type does not include the type of the value.
///
/// In the compiler's type metadata, the nested types of a resource have the resource as their
/// parent. If the stored properties named the types of the fields, every function that mentions a
/// nested type would lead the optimiser to all others. Compiling would take a sixth longer.
public struct _OpaqueBox: Sendable {
    /// A ``_Box``; `nil` if there is no value.
    private var box: (any Sendable)?

    /// Creates a box with a value, or an empty box.
    public init<Value: _FieldValue>(holding value: Value?) {
        if let value { box = _Box(holding: value) }
    }

    /// Creates an empty box, which is filled when the resource is read.
    public init() {}

    /// The value of an optional field.
    ///
    /// - Parameter type: The type of the value that the box was created with.
    public subscript<Value: _FieldValue>(optional type: Value.Type) -> Value? {
        get { typed(type).value }
        _modify {
            var typed = typed(type)
            // Released, so that the value has one reference while it changes.
            box = nil
            defer { box = typed }
            yield &typed.value
        }
    }

    /// The value of a required field.
    ///
    /// - Parameter type: The type of the value that the box was created with.
    public subscript<Value: _FieldValue>(required type: Value.Type) -> Value {
        get { typed(type).required }
        _modify {
            var typed = typed(type)
            box = nil
            defer { box = typed }
            yield &typed.required
        }
    }

    private func typed<Value: _FieldValue>(_ type: Value.Type) -> _Box<Value> {
        box as? _Box<Value> ?? _Box()
    }
}
