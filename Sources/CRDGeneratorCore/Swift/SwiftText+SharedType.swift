extension SwiftText {
    /// Adds an alias of a nested type that another resource declares.
    ///
    /// Its comment has the descriptions in which the type differs from the declaration.
    mutating func sharedType(
        _ type: NestedType,
        declaredAs declaration: NestedType,
        at path: String
    ) {
        var description = type.description ?? "The type of `\(type.path)`."
        let others = Self.descriptions(of: type, besidesThoseOf: declaration)
        if !others.isEmpty {
            description += "\n\nDescriptions that differ from those of the declaration:"
            for (name, text) in others { description += "\n\n`\(name)`: \(text)" }
        }
        documentation(description, nameNote: type.nameNote)
        line("\(access)typealias \(type.name) =", before: path)
    }

    /// Returns the descriptions of properties that are different in an equal struct.
    private static func descriptions(
        of type: NestedType,
        besidesThoseOf declaration: NestedType
    ) -> [(name: String, text: String)] {
        guard case .structure(let type) = type, case .structure(let declaration) = declaration
        else { return [] }
        // Equal structs have the same properties, sorted by name.
        return zip(type.attributes, declaration.attributes).compactMap { attribute, declared in
            guard let text = attribute.description, text != declared.description else { return nil }
            return (attribute.name, text)
        }
    }
}
