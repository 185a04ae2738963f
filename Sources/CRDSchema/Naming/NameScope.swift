/// The names of one scope, each given out once.
package struct NameScope {
    private var taken: Set<String>
    /// Name → the first number that may be free behind it, since thousands may want one name.
    private var numbers: [String: Int] = [:]

    /// Creates a scope in which some names are taken.
    package init(taken: Set<String> = []) {
        self.taken = taken
    }

    /// Whether nobody has claimed a name.
    package func isFree(_ name: String) -> Bool {
        !taken.contains(name)
    }

    /// The first candidate that is free, else the last with the first number from 2 that is.
    package mutating func claim(_ candidates: [String]) -> String {
        for candidate in candidates where taken.insert(candidate).inserted {
            return candidate
        }
        let base = candidates.last ?? "empty"
        var number = numbers[base] ?? 2
        while !taken.insert("\(base)_\(number)").inserted { number += 1 }
        numbers[base] = number + 1
        return "\(base)_\(number)"
    }
}

extension NameScope {
    /// A name for each of several keys, in an order that does not depend on theirs.
    ///
    /// Where keys have the same usual name, the one that is written without `_` and `-` keeps it,
    /// then the least in byte order: of `hostPath` and `host_path`, the first is `host_path` and the
    /// second `host_path_2`.
    ///
    /// - Parameters:
    ///   - keys: Each key with its usual name.
    ///   - firsts: The positions of those that get their names before all others.
    /// - Returns: The name of each, in the order given.
    package mutating func names(
        of keys: [(key: String, name: String)],
        first firsts: Set<Int> = []
    ) -> [String] {
        if !firsts.isEmpty {
            var names = keys.map(\.name)
            for areFirst in [true, false] {
                let positions = keys.indices.filter { firsts.contains($0) == areFirst }
                let given = self.names(of: positions.map { keys[$0] })
                for (position, name) in zip(positions, given) { names[position] = name }
            }
            return names
        }
        var usual = taken
        if keys.allSatisfy({ usual.insert($0.name).inserted }) {
            taken = usual
            return keys.map(\.name)
        }
        let order = keys.indices.sorted { left, right in
            let separators = (Self.separators(keys[left].key), Self.separators(keys[right].key))
            guard separators.0 == separators.1 else { return separators.0 < separators.1 }
            // Bytes, as some texts that differ are equal as strings.
            return keys[left].key.utf8.lexicographicallyPrecedes(keys[right].key.utf8)
        }
        var names = keys.map(\.name)
        // First those that can have their usual name, so that `a_2` keeps it where `a` and `A` meet.
        let others = order.filter { !taken.insert(keys[$0].name).inserted }
        for position in others { names[position] = claim([keys[position].name]) }
        return names
    }

    private static func separators(_ key: String) -> Int {
        key.utf8.count { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    }
}
