extension Evaluation {
    mutating func loop(_ number: Int32) -> Value {
        let loop = program.loops[Int(number)]
        switch evaluate(loop.range) {
        case .list(let list): return run(loop, over: list, keys: nil)
        case .map(let map): return run(loop, over: .array(map.keys), keys: map)
        case .error(let message): return .error(message)
        case let other:
            return .error("got '\(other.serverTypeName)', expected iterable type")
        }
    }

    private mutating func run(_ loop: Loop, over list: List, keys map: Map?) -> Value {
        switch loop.kind {
        case .all: all(loop, list, map)
        case .exists: exists(loop, list, map)
        case .existsOne: existsOne(loop, list, map)
        case .map, .filter: collect(loop, list, map)
        case .transformMap, .transformMapEntry: collectEntries(loop, list, map)
        case .bind: .noSuchOverload
        }
    }

    /// Sets the variables of a loop to an element.
    @inline(__always)
    private mutating func set(_ loop: Loop, _ list: List, _ index: Int, _ map: Map?) {
        if loop.secondLocal < 0 {
            locals[Int(loop.local)] = list[index]
        } else if let map {
            let key = list[index]
            locals[Int(loop.local)] = key
            locals[Int(loop.secondLocal)] = map.value(forKey: key) ?? .null
        } else {
            locals[Int(loop.local)] = .int(Int64(index))
            locals[Int(loop.secondLocal)] = list[index]
        }
    }

    private mutating func all(_ loop: Loop, _ list: List, _ map: Map?) -> Value {
        var error: Value?
        var isFalse = false
        for index in 0..<list.count {
            charge(2)
            if isFalse { break }
            if isCancelled { return Self.cancelled }
            set(loop, list, index, map)
            charge(1)
            switch test(loop.predicate) {
            case .yes: break
            case .no: isFalse = true
            case .failed: error = error ?? failure
            }
        }
        charge(1)
        if isFalse { return .bool(false) }
        return error ?? .bool(true)
    }

    private mutating func exists(_ loop: Loop, _ list: List, _ map: Map?) -> Value {
        var error: Value?
        var isTrue = false
        for index in 0..<list.count {
            charge(3)
            if isTrue { break }
            if isCancelled { return Self.cancelled }
            set(loop, list, index, map)
            charge(1)
            switch test(loop.predicate) {
            case .yes: isTrue = true
            case .no: break
            case .failed: error = error ?? failure
            }
        }
        charge(1)
        if isTrue { return .bool(true) }
        return error ?? .bool(false)
    }

    private mutating func existsOne(_ loop: Loop, _ list: List, _ map: Map?) -> Value {
        var count = 0
        var error: Value?
        for index in 0..<list.count {
            if isCancelled { return Self.cancelled }
            set(loop, list, index, map)
            switch test(loop.predicate) {
            case .yes:
                count += 1
                charge(2)
            case .no: break
            case .failed: error = failure
            }
        }
        charge(2)
        return error ?? .bool(count == 1)
    }

    /// Returns whether an element is used; without a condition, each is.
    @inline(__always)
    private mutating func isUsed(_ loop: Loop, _ error: inout Value?) -> Bool {
        guard loop.predicate >= 0 else { return true }
        switch test(loop.predicate) {
        case .yes: return true
        case .no: return false
        case .failed:
            error = failure
            return false
        }
    }

    /// The loop goes on after an error, as the server's does: the cost includes all elements.
    private mutating func collect(_ loop: Loop, _ list: List, _ map: Map?) -> Value {
        var elements: [Value] = []
        var error: Value?
        for index in 0..<list.count {
            if isCancelled { return Self.cancelled }
            set(loop, list, index, map)
            guard isUsed(loop, &error) else { continue }
            let value = evaluate(loop.transform)
            charge(12)
            if value.isError {
                error = error ?? value
            } else if error == nil {
                elements.append(value)
            }
        }
        charge(1)
        return error ?? .list(elements)
    }

    private mutating func collectEntries(_ loop: Loop, _ list: List, _ map: Map?) -> Value {
        var entries = MapEntries()
        var error: Value?
        for index in 0..<list.count {
            if isCancelled { return Self.cancelled }
            set(loop, list, index, map)
            guard isUsed(loop, &error) else { continue }
            if loop.key >= 0 {
                insertPair(loop, &entries, &error)
            } else {
                insertEntries(loop, &entries, &error)
            }
        }
        charge(1)
        return error ?? .map(.literal(entries))
    }

    private mutating func insertPair(
        _ loop: Loop,
        _ entries: inout MapEntries,
        _ error: inout Value?
    ) {
        charge(1)
        guard error == nil else { return }
        let key = evaluate(loop.key)
        let value = evaluate(loop.transform)
        charge(1)
        error = value.isError ? value : Self.insert(key, value, &entries)
    }

    private mutating func insertEntries(
        _ loop: Loop,
        _ entries: inout MapEntries,
        _ error: inout Value?
    ) {
        let value = evaluate(loop.transform)
        charge(2)
        guard error == nil else { return }
        guard case .map(let map) = value else {
            error = value.isError ? value : .noSuchOverload
            return
        }
        for key in map.keys {
            error = Self.insert(key, map.value(forKey: key) ?? .null, &entries)
            if error != nil { return }
        }
    }

    /// Adds an entry.
    ///
    /// - Returns: An error, or `nil`.
    private static func insert(
        _ key: Value,
        _ value: Value,
        _ entries: inout MapEntries
    ) -> Value? {
        guard entries.value(forKey: key) == nil else {
            return .error("insert failed: key \(key.keyText) already exists")
        }
        entries.set(key, value)
        return nil
    }
}
