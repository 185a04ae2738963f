/// Keeps a required attribute outside the struct that has it, in 8 bytes.
///
/// Generated code boxes the attributes that would make a struct large, since structs within structs
/// overflow the stack of a thread otherwise. Value semantics stay: copies share the value until one
/// of them changes it, and a change of a value that is not shared happens in place.
@propertyWrapper
public struct Box<Value: FieldValue>: Sendable {
    // An array of one: its copy-on-write needs no locks and no unsafe code.
    private var storage: [Value]

    /// Boxes a value.
    public init(wrappedValue: Value) {
        storage = [wrappedValue]
    }

    /// An empty box, which reading fills.
    public init(_ unread: Unread) {
        storage = []
    }

    /// The value.
    public var wrappedValue: Value {
        get { storage[0] }
        _modify { yield &storage[0] }
    }
}

/// Keeps an optional attribute outside the struct that has it, in 8 bytes; see ``Box``.
@propertyWrapper
public struct OptionalBox<Value: FieldValue>: Sendable {
    private var storage: [Value]

    /// Boxes a value, or nothing.
    public init(wrappedValue: Value? = nil) {
        storage = wrappedValue.map { [$0] } ?? []
    }

    /// The value, if there is one.
    public var wrappedValue: Value? {
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
