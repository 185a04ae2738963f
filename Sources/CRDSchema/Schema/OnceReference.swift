/// An object that is made on first use and kept from then on.
///
/// It can be used from several threads at once. A thread that comes second may make an object as
/// well, which is then thrown away for the first one.
///
/// Atomics need macOS 15 and locks a module of each platform. The functions called here are those of
/// the standard library for lazily bridged values, and exist wherever Swift does.
@safe package final class OnceReference: Sendable {
    // Only the atomic functions touch what it points to.
    private nonisolated(unsafe) let storage: UnsafeMutablePointer<AnyObject?>

    package init() {
        unsafe storage = .allocate(capacity: 1)
        unsafe storage.initialize(to: nil)
    }

    deinit {
        unsafe storage.deinitialize(count: 1)
        unsafe storage.deallocate()
    }

    /// Returns the object, which `make` makes if there is none yet.
    ///
    /// - Precondition: Every call for the same reference has the same type.
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
