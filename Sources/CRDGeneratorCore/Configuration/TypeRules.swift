import CRDSchema
package import CRDValues
package import CRDYAML

/// A rule for the fields at a path.
package struct PathRule: Sendable {
    /// The effect of a rule.
    enum Effect {
        /// The value has a type that is not generated.
        case type(ExternalType)
        /// The property has a given name.
        case attributeName(String)
        /// The generated type has a given name.
        case typeName(String)
    }

    /// The pattern for the paths.
    package let path: PathPattern
    let effect: Effect
    /// The source location of the pattern.
    package let position: SourcePosition
}

/// A rule for schemas that have the same type as a given schema.
package struct ShapeRule: Sendable {
    /// The given schema.
    enum Subject {
        case condition
        case labelSelector
        case scalar(ScalarSubject)
        case schema(Schema)
    }

    let subject: Subject
    /// The type that is not generated.
    let type: ExternalType
    let position: SourcePosition
}

/// A type of the user's code, or a list or map of such a type: `Moment`, `[Shop.Moment]`,
/// `[String: Moment]`.
package indirect enum ExternalType: Equatable, Sendable {
    case named(String)
    case list(ExternalType)
    case map(ExternalType)

    /// Parses a type; `nil` if the text has another form.
    init?(_ text: String) {
        guard text.hasPrefix("["), text.hasSuffix("]") else {
            guard Self.isName(text) else { return nil }
            self = .named(text)
            return
        }
        let inner = text.dropFirst().dropLast()
        let isMap = inner.hasPrefix("String:")
        let element = inner.dropFirst(isMap ? "String:".count : 0).drop { $0 == " " }
        guard let type = ExternalType(String(element)) else { return nil }
        self = isMap ? .map(type) : .list(type)
    }

    /// The name of the type, or of the elements of lists and maps.
    var name: String {
        switch self {
        case .named(let name): name
        case .list(let element), .map(let element): element.name
        }
    }

    /// Whether a text is the name of a type or a protocol, with the names of its enclosing types.
    static func isName(_ text: String) -> Bool {
        text.parts(separatedBy: ".").allSatisfy { word in
            AttributeName.identifier(word) == word && SwiftName.escaped(word) == word
        }
    }
}

/// The protocols that generated types conform to in addition to the runtime's, in file order.
package struct Conformances: Sendable {
    /// The protocols of all structs and enumerations.
    var all: [String] = []
    /// The protocols of all resources.
    var resources: [String] = []
    /// The protocols of namespaced resources.
    var namespaced: [String] = []
    /// The protocols of cluster-scoped resources.
    var cluster: [String] = []
    /// The protocols of resources with the subresource `status`.
    var status: [String] = []
    /// The protocols of resources with the subresource `scale`.
    var scale: [String] = []

    /// Returns the protocols of a resource, without duplicates.
    package func ofResource(_ definition: ResourceDefinition) -> [String] {
        var found = all + resources + (definition.scope == .namespaced ? namespaced : cluster)
        if definition.hasStatusSubresource { found += status }
        if definition.scale != nil { found += scale }
        var names: [String] = []
        for name in found where !names.contains(name) { names.append(name) }
        return names
    }

    /// All protocols.
    var names: [String] { all + resources + namespaced + cluster + status + scale }
}

extension Configuration {
    /// The types and protocols that generated code can use.
    private var externalNames: [String] {
        let types = paths.compactMap { rule in
            if case .type(let type) = rule.effect { type.name } else { nil }
        }
        return types + shapes.map(\.type.name) + conformances.names
    }

    /// The names that nested types must not have, since they would hide types that code in them
    /// uses.
    var takenTypeNames: Set<String> {
        Set(externalNames.map { $0.parts(separatedBy: ".")[0] })
    }

    /// Returns the lines that import the modules of a file, including the runtime.
    ///
    /// The compiler warns about unused public imports. So a module that qualifies a name
    /// (`Shop.Moment`) is imported in files that use such a name, and other modules in files that
    /// use any name; modules with only protocols of `package` types are imported without `public`.
    ///
    /// - Parameters:
    ///   - types: The types that the file uses.
    ///   - protocols: The protocols that the file uses.
    /// - Returns: Lines such as `public import Shop`.
    func importLines(types: Set<String>, protocols: Set<String>) -> [String] {
        var wide = ["CRDRuntime"]
        var narrow: [String] = []
        for module in imports {
            let isWritten = externalNames.contains { $0.hasPrefix(module + ".") }
            func needs(_ names: Set<String>) -> Bool {
                isWritten ? names.contains { $0.hasPrefix(module + ".") } : !names.isEmpty
            }
            if needs(types) || needs(protocols) && access != .package {
                wide.append(module)
            } else if needs(protocols) {
                narrow.append(module)
            }
        }
        return access.importLines(wide) + AccessLevel.internal.importLines(narrow)
    }
}
