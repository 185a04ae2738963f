/// Keeps a required attribute outside the struct that has it, in 8 bytes.
///
/// Generated code boxes the attributes that would make a struct large, since structs within structs
/// overflow the stack of a thread otherwise. Value semantics stay: copies share the value until one
/// of them changes it, and a change of a value that is not shared happens in place.
public struct Box<Value: FieldValue>: Sendable {
    // An array of one: its copy-on-write needs no locks and no unsafe code.
    private var storage: [Value]

    /// Boxes a value.
    public init(holding value: Value) {
        storage = [value]
    }

    /// An empty box, which reading fills.
    public init(_ unread: Unread) {
        storage = []
    }

    /// The value.
    public var value: Value {
        get { storage[0] }
        _modify { yield &storage[0] }
    }
}

/// Keeps an optional attribute outside the struct that has it, in 8 bytes; see ``Box``.
public struct OptionalBox<Value: FieldValue>: Sendable {
    private var storage: [Value]

    /// Boxes a value, or nothing.
    public init(holding value: Value? = nil) {
        storage = []
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
}

/// Keeps an attribute of a resource in a box whose type does not tell what is in it.
///
/// The types nested in a resource have the resource as their parent in what the compiler writes down
/// about types. With the type of each attribute there too, every function that mentions a nested
/// type leads the optimiser to all others: compiling takes a sixth longer.
public struct OpaqueBox: Sendable {
    /// A ``Box`` or an ``OptionalBox``.
    private var box: (any Sendable)?

    /// An empty box, which reading fills.
    public init(_ unread: Unread) {}

    /// Boxes the value of an optional attribute.
    public init<Value: FieldValue>(optional value: Value?) {
        if let value { box = OptionalBox(holding: value) }
    }

    /// Boxes the value of a required attribute.
    public init<Value: FieldValue>(required value: Value) {
        box = Box(holding: value)
    }

    /// The value of an optional attribute.
    ///
    /// - Parameter type: The type that the box was made with.
    public subscript<Value: FieldValue>(optional type: Value.Type) -> Value? {
        get { (box as? OptionalBox<Value>)?.value }
        _modify {
            var typed = box as? OptionalBox<Value> ?? OptionalBox()
            // Let go of, so that the change does not see a second reference.
            box = nil
            defer { box = typed }
            yield &typed.value
        }
    }

    /// The value of a required attribute.
    ///
    /// - Parameter type: The type that the box was made with.
    public subscript<Value: FieldValue>(required type: Value.Type) -> Value {
        get { requiredBox(type).value }
        _modify {
            var typed = requiredBox(type)
            box = nil
            defer { box = typed }
            yield &typed.value
        }
    }

    private func requiredBox<Value: FieldValue>(_ type: Value.Type) -> Box<Value> {
        guard let typed = box as? Box<Value> else {
            preconditionFailure("the box has no \(type)")
        }
        return typed
    }
}
