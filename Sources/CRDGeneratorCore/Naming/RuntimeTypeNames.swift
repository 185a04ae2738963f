/// Writes the names of the runtime's types, with the module where a name alone would be ambiguous.
///
/// Swift looks up a name in generated code in the enclosing types, then in the module, then in imported
/// modules. None of these must change its meaning, but the generator reads one CRD file at a time. So
/// these names have the module:
/// - common names (`CRDRuntime.Condition`), as kinds of other files, and types in the user's code in
///   the same module, can have such a name;
/// - within a resource, the names of its nested types;
/// - names that the configuration uses for types of the user's code;
/// - all names, if the file imports other modules than the runtime.
///
/// Types of kinds, groups, and versions must not have any of the other names
/// (``SwiftKeywords/usedTypeNames``), and a short name is left out if the runtime has a type with this
/// name (``SwiftKeywords/runtimeTypeNames``).
package struct RuntimeTypeNames: Sendable {
    /// The types whose names have the module.
    private var ambiguous: Set<RuntimeTypeName>

    /// All names with the module.
    package static let qualified = RuntimeTypeNames(ambiguous: Set(RuntimeTypeName.allCases))
    /// All names without the module, for code that imports only the runtime.
    package static let plain = RuntimeTypeNames(ambiguous: [])

    private static let types = Dictionary(
        uniqueKeysWithValues: RuntimeTypeName.allCases.map { ($0.rawValue, $0) }
    )

    /// Returns the names for a file of generated code.
    static func inFile(_ configuration: Configuration) -> RuntimeTypeNames {
        guard configuration.imports.isEmpty else { return qualified }
        let common = RuntimeTypeName.allCases.filter(\.isCommon)
        return RuntimeTypeNames(ambiguous: Set(common)).hidden(by: configuration.takenTypeNames)
    }

    /// Returns the names for a scope in which other names hide some of them.
    func hidden(by names: some Sequence<String>) -> RuntimeTypeNames {
        var result = self
        for name in names {
            if let type = Self.types[name] { result.ambiguous.insert(type) }
        }
        return result
    }

    /// Returns the name of a type in code.
    subscript(type: RuntimeTypeName) -> String {
        ambiguous.contains(type) ? "CRDRuntime." + type.rawValue : type.rawValue
    }
}
