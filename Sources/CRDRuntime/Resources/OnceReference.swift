/// A reference to an object that is created on first use.
///
/// Several threads can use it at once. If two threads create an object, the second object is
/// discarded.
///
/// Atomics require macOS 15, and locks require a different module on each platform. The functions
/// that are called here are those of the standard library for lazily bridged values. They exist on
/// every platform.
@safe package final class OnceReference: Sendable {
    // Only atomic functions access the memory that it points to.
    private nonisolated(unsafe) let storage: UnsafeMutablePointer<AnyObject?>

    package init() {
        unsafe storage = .allocate(capacity: 1)
        unsafe storage.initialize(to: nil)
    }

    deinit {
        unsafe storage.deinitialize(count: 1)
        unsafe storage.deallocate()
    }

    /// Returns the object.
    ///
    /// If there is none yet, `make` creates it.
    ///
    /// - Precondition: All calls for one reference have the same type.
    package func value<Object: AnyObject & Sendable>(_ make: () -> Object) -> Object {
        if let object = load(Object.self) { return object }
        let made = make()
        if unsafe _stdlib_atomicInitializeARCRef(object: storage, desired: made) { return made }
        guard let object = load(Object.self) else {
            preconditionFailure("a reference that is set has no object")
        }
        return object
    }

    private func load<Object: AnyObject>(_ type: Object.Type) -> Object? {
        unsafe _stdlib_atomicLoadARCRef(object: storage).map { unsafe unsafeDowncast($0, to: type) }
    }
}
