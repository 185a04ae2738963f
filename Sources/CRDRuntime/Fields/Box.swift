/// Keeps a field outside the struct that has it, in 8 bytes.
///
/// Generated code boxes the fields that would make a struct large, since structs within structs
/// overflow the stack of a thread otherwise. Value semantics stay: copies share the value until one
/// of them changes it, and a change of a value that is not shared happens in place.
public struct _Box<Value: _FieldValue>: Sendable {
    // An array of at most one: its copy-on-write needs no locks and no unsafe code.
    private var storage: [Value] = []

    /// Boxes a value, or nothing.
    public init(holding value: Value? = nil) {
        // Appended and consumed, since a literal of it would be of a copy.
        if let value = consume value { storage.append(consume value) }
    }

    /// The value, if there is one.
    public var value: Value? {
        get { storage.first }
        _modify {
            // Moved out and back in, so that the change does not see a second reference.
            var value = storage.popLast()
            defer {
                if let value { storage.append(value) }
            }
            yield &value
        }
    }

    /// The value of a required field.
    ///
    /// - Precondition: The box has a value.
    public var required: Value {
        get { storage[0] }
        _modify { yield &storage[0] }
    }
}

/// Keeps a field of a resource in a box whose type does not name the type of the value.
///
/// The types nested in a resource have the resource as their parent in the compiler's type metadata.
/// With the type of each field there too, every function that mentions a nested type leads the
/// optimiser to all others: compiling takes a sixth longer.
public struct _OpaqueBox: Sendable {
    /// A ``_Box``; `nil` where there is no value.
    private var box: (any Sendable)?

    /// Boxes a value, or nothing.
    public init<Value: _FieldValue>(holding value: Value?) {
        if let value { box = _Box(holding: value) }
    }

    /// An empty box, which reading fills.
    public init() {}

    /// The value of an optional field.
    ///
    /// - Parameter type: The type that the box was made with.
    public subscript<Value: _FieldValue>(optional type: Value.Type) -> Value? {
        get { typed(type).value }
        _modify {
            var typed = typed(type)
            // Released, so that the change does not see a second reference.
            box = nil
            defer { box = typed }
            yield &typed.value
        }
    }

    /// The value of a required field.
    ///
    /// - Parameter type: The type that the box was made with.
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
