/// Writes the names of the runtime's types, with the module where a name alone would be ambiguous.
///
/// A name in generated code is looked up in the types around it, then in the module, then in what
/// the file imports. None of these may give it another meaning, but the generator sees one CRD file
/// at a time. So the module stands:
/// - before each common name (`CRDRuntime.Condition`): kinds of other files, and types that people
///   write in the same module, may be called that;
/// - within a resource, before the name of a nested type;
/// - before each name that the configuration gives a type of the adopter's;
/// - before all names, if the file imports more than the runtime.
///
/// All other names are kept from kinds, groups and versions, whose types get another name
/// (``SwiftKeywords/usedTypeNames``), and a short name is left out if the runtime has a type of its
/// name (``SwiftKeywords/runtimeTypeNames``).
package struct RuntimeTypeNames: Sendable {
    /// The types whose names are written with the module.
    private var ambiguous: Set<RuntimeTypeName>

    /// Every name with the module.
    package static let qualified = RuntimeTypeNames(ambiguous: Set(RuntimeTypeName.allCases))
    /// Every name by itself, as code that imports the runtime and nothing else can write it.
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

    /// Returns the names for a place where others hide some.
    func hidden(by names: some Sequence<String>) -> RuntimeTypeNames {
        var result = self
        for name in names {
            if let type = Self.types[name] { result.ambiguous.insert(type) }
        }
        return result
    }

    /// Returns the name of a type as code writes it.
    subscript(type: RuntimeTypeName) -> String {
        ambiguous.contains(type) ? "CRDRuntime." + type.rawValue : type.rawValue
    }
}
