import CRDGeneratorCore

/// The names of the types nested in a resource, including type aliases.
struct NestedTypeNames {
    /// Name → the name of the type that it refers to.
    private var targets: [String: String] = [:]
    /// Path → the name derived from it.
    private var names: [String: String] = [:]
    /// Name of a type → the path that its name is derived from.
    private var paths: [String: String] = [:]
    /// Name of a type → all its names, short ones first.
    private var synonyms: [String: [String]] = [:]

    /// Collects the names of a resource's types.
    init(_ type: ResourceType) {
        let types = type.structs.map { ($0.name, $0.path) } + type.enums.map { ($0.name, $0.path) }
        for (name, path) in types {
            targets[name] = name
            names[path] = name
            paths[name] = path
        }
        for alias in type.aliases {
            targets[alias.name] = alias.target
            names[alias.path] = alias.name
        }
        for (name, target) in targets { synonyms[target, default: []].append(name) }
        for target in synonyms.keys {
            synonyms[target]?.sort { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
        }
    }

    /// Returns the name of the type that a name refers to; `nil` if there is none.
    subscript(name: String) -> String? { targets[name] }

    /// Returns the path that the name of a type is derived from.
    func path(of type: String) -> String? { paths[type] }

    /// Returns the name that code probably uses for the type at a path: of several names, the one
    /// derived from the path's own keys.
    ///
    /// - Parameters:
    ///   - type: The name of the type at the path.
    ///   - steps: The keys of the path.
    /// - Returns: The name.
    func name(of type: String, at steps: [String]) -> String {
        if let name = names[steps.joined(separator: ".")], targets[name] == type { return name }
        return synonyms[type]?.first { Self.isMade($0[...], of: steps[...]) } ?? type
    }

    /// Whether a name consists of the last of some keys, each unchanged or in the singular.
    private static func isMade(_ name: Substring, of steps: ArraySlice<String>) -> Bool {
        guard let step = steps.last else { return false }
        for word in Set([SwiftName.type(step), SwiftName.element(step)]) where name.hasSuffix(word)
        {
            let rest = name.dropLast(word.count)
            if rest.isEmpty || isMade(rest, of: steps.dropLast()) { return true }
        }
        return false
    }
}
