import CRDYAML

/// A scope in which each name is assigned once.
package struct NameScope {
    private var taken: Set<String>
    /// The first number that may be free after each name, because thousands of keys may have the
    /// same name.
    private var numbers: [String: Int] = [:]

    /// Creates a scope in which some names are already taken.
    package init(taken: Set<String> = []) {
        self.taken = taken
    }

    /// Whether a name is free.
    package func isFree(_ name: String) -> Bool {
        !taken.contains(name)
    }

    /// Returns the first free candidate and marks it as taken.
    ///
    /// If none is free, it adds the first free number from 2 to the last candidate.
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
    /// Returns a name for each key.
    ///
    /// The result does not depend on the order of the keys.
    ///
    /// If several keys have the same default name, a key without `_` and `-` gets it, then the
    /// first in byte order: for `hostPath` and `host_path`, the names are `host_path` and
    /// `host_path_2`.
    ///
    /// - Parameters:
    ///   - keys: The keys with their default names.
    ///   - firsts: The positions of the keys that get their names first.
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
        let order = keys.indices.ordered { left, right in
            let separators = (Self.separators(keys[left].key), Self.separators(keys[right].key))
            guard separators.0 == separators.1 else { return separators.0 < separators.1 }
            // Bytes are compared, because some texts with different bytes are equal as strings.
            return keys[left].key.utf8.lexicographicallyPrecedes(keys[right].key.utf8)
        }
        var names = keys.map(\.name)
        // First the keys that can have their default name, so that `a_2` keeps it if `a` and `A`
        // have the same one.
        let others = order.filter { !taken.insert(keys[$0].name).inserted }
        for position in others { names[position] = claim([keys[position].name]) }
        return names
    }

    private static func separators(_ key: String) -> Int {
        key.utf8.count { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    }
}
