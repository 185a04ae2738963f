import CRDValues

extension SwiftText {
    /// Adds the constants of a resource: its definition and its schema.
    mutating func definition(_ resource: ResourceType) {
        let definition = resource.definition
        line("/// The definition of the resource in its CRD, without the schema.")
        block(
            "\(access)static let definition = \(runtime[.resourceDefinition])(",
            closing: ")"
        ) { text in
            text.literal("group: ", definition.group, ",")
            text.line("version: \(SwiftLiteral.string(definition.version)),")
            text.initializer("names: .init(", definition.names.arguments, "),")
            text.line("scope: .\(definition.scope),")
            text.line("isServed: \(definition.isServed),")
            text.line("isStorage: \(definition.isStorage),")
            text.line("isDeprecated: \(definition.isDeprecated),")
            if let warning = definition.deprecationWarning {
                text.literal("deprecationWarning: ", warning, ",")
            }
            if !definition.printerColumns.isEmpty {
                text.block("printerColumns: [", closing: "],") { text in
                    for column in definition.printerColumns {
                        text.initializer(".init(", column.arguments, "),")
                    }
                }
            }
            text.line("hasStatusSubresource: \(definition.hasStatusSubresource),")
            if let scale = definition.scale {
                text.initializer("scale: .init(", scale.arguments, "),")
            }
            let fields = definition.selectableFields.map(SwiftLiteral.string)
            text.list("selectableFields: [", fields)
        }
        line()
        line(access, "static let _embeddedSchema = _EmbeddedSchema(")
        indented { text in text.line("json: ", SwiftLiteral.raw(resource.schemaJSON)) }
        line(")")
    }

    /// Adds the `@available` attribute of a deprecated version.
    mutating func deprecation(_ definition: ResourceDefinition) {
        guard definition.isDeprecated else { return }
        // The default warning of the API server.
        let usual = "\(definition.apiVersion) \(definition.names.kind) is deprecated"
        let warning = definition.deprecationWarning ?? usual
        literal("@available(*, deprecated, message: ", warning, ")")
    }

    /// Adds `name: .init(…)` with one argument per line.
    private mutating func initializer(
        _ opening: String,
        _ arguments: [Argument],
        _ closing: String
    ) {
        block(opening, closing: closing) { text in
            for (position, argument) in arguments.enumerated() {
                let comma = position == arguments.count - 1 ? "" : ","
                switch argument {
                case .text(let name, let value): text.literal(name + ": ", value, comma)
                case .texts(let name, let values):
                    text.list(name + ": [", values.map(SwiftLiteral.string), "]" + comma)
                case .number(let name, let value): text.line("\(name): \(value)", comma)
                }
            }
        }
    }
}

/// An argument of an initialiser.
private enum Argument {
    case text(String, String)
    case texts(String, [String])
    case number(String, Int)
}

extension ResourceType {
    /// The description of the root schema, with a note if the version is not served.
    var documentation: String {
        let usual = "\(definition.names.kind) of \(definition.apiVersion)."
        let description = root.description ?? usual
        guard !definition.isServed else { return description }
        return description + "\n\nThe API server does not serve this version."
    }
}

extension ResourceDefinition.Names {
    fileprivate var arguments: [Argument] {
        var arguments: [Argument] = [
            .text("kind", kind), .text("plural", plural), .text("singular", singular),
            .text("listKind", listKind),
        ]
        if !shortNames.isEmpty { arguments.append(.texts("shortNames", shortNames)) }
        if !categories.isEmpty { arguments.append(.texts("categories", categories)) }
        return arguments
    }
}

extension ResourceDefinition.PrinterColumn {
    fileprivate var arguments: [Argument] {
        var arguments: [Argument] = [.text("name", name), .text("type", type)]
        if let format { arguments.append(.text("format", format)) }
        if let description { arguments.append(.text("description", description)) }
        if priority != 0 { arguments.append(.number("priority", priority)) }
        arguments.append(.text("jsonPath", jsonPath))
        return arguments
    }
}

extension ResourceDefinition.Scale {
    fileprivate var arguments: [Argument] {
        var arguments: [Argument] = [
            .text("specReplicasPath", specReplicasPath),
            .text("statusReplicasPath", statusReplicasPath),
        ]
        if let labelSelectorPath {
            arguments.append(.text("labelSelectorPath", labelSelectorPath))
        }
        return arguments
    }
}
