package import CRDSchema
import CRDYAML

/// What is said about the places that a path leads to.
package struct PathRule: Equatable, Sendable {
    /// What becomes of such a place.
    enum Effect: Equatable {
        /// Its value has a type that is not generated.
        case type(ExternalType)
        /// The attribute has a name.
        case attributeName(String)
        /// The generated type has a name.
        case typeName(String)
    }

    let path: PathPattern
    let effect: Effect
    let position: SourcePosition
}

/// What is said about schemas that equal another in what matters for their type.
package struct ShapeRule: Equatable, Sendable {
    /// What the schemas equal.
    enum Subject {
        case condition
        case labelSelector
        case schema(Schema)
    }

    let subject: Subject
    /// The type that is not generated.
    let type: ExternalType
    let position: SourcePosition

    /// Whether both stand at one place.
    package static func == (left: ShapeRule, right: ShapeRule) -> Bool {
        left.position == right.position && left.type == right.type
    }
}

/// A type of the adopter's, or a list or a map of these: `Moment`, `[Shop.Moment]`,
/// `[String: Moment]`.
package indirect enum ExternalType: Equatable, Sendable {
    case named(String)
    case list(ExternalType)
    case map(ExternalType)

    /// Reads a type; `nil` if the text is none of these forms.
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

    /// The name of the type, or of what the lists and maps hold.
    var name: String {
        switch self {
        case .named(let name): name
        case .list(let element), .map(let element): element.name
        }
    }

    /// Whether a text is the name of a type or a protocol, with the names of those round it.
    static func isName(_ text: String) -> Bool {
        let words = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        return words.allSatisfy { word in
            AttributeName.identifier(word) == word && SwiftName.escaped(word) == word
        }
    }
}

/// The protocols that generated types conform to besides the runtime's, in the order of the file.
package struct Conformances: Equatable, Sendable {
    /// Those of every struct and enumeration.
    var all: [String] = []
    /// Those of every resource.
    var resources: [String] = []
    /// Those of the resources that live in a namespace.
    var namespaced: [String] = []
    /// Those of the resources that live in none.
    var cluster: [String] = []

    /// Those of a resource, each once.
    package func ofResource(_ scope: ResourceDefinition.Scope) -> [String] {
        var names: [String] = []
        for name in all + resources + (scope == .namespaced ? namespaced : cluster)
        where !names.contains(name) {
            names.append(name)
        }
        return names
    }

    /// Every one of them.
    var names: [String] { all + resources + namespaced + cluster }
}

extension Configuration {
    /// The types and protocols that generated code may name.
    private var externalNames: [String] {
        let types = paths.compactMap { rule in
            if case .type(let type) = rule.effect { type.name } else { nil }
        }
        return types + shapes.map(\.type.name) + conformances.names
    }

    /// What nested types must not be called, since code in their scope means something else.
    var takenTypeNames: Set<String> {
        Set(externalNames.compactMap { $0.split(separator: ".").first.map(String.init) })
    }

    /// The lines that import the modules a file needs, the runtime among them.
    ///
    /// An import that is wider than its use is a warning. So a module that any name is written with
    /// (`Shop.Moment`) is imported where such a name is used, another where any name is; and what
    /// only `package` types conform to need not be visible as they are.
    ///
    /// - Parameters:
    ///   - types: The types that the file names.
    ///   - protocols: The protocols that the file names.
    /// - Returns: `public import Shop` and the like.
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
