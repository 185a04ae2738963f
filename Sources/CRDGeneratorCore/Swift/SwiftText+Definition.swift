import CRDSchema

extension SwiftText {
    /// The constants of a resource: its definition and its schema.
    mutating func definition(_ resource: ResourceType) {
        let definition = resource.definition
        line("/// What the CRD says besides the schema.")
        block(
            "\(access)static let definition = CRDRuntime.ResourceDefinition(",
            closing: ")"
        ) { text in
            text.line("group: \(SwiftLiteral.string(definition.group)),")
            text.line("version: \(SwiftLiteral.string(definition.version)),")
            text.initializer("names: .init", definition.names.arguments, ",")
            text.line("scope: .\(definition.scope),")
            text.line("isServed: \(definition.isServed),")
            text.line("isStorage: \(definition.isStorage),")
            text.line("isDeprecated: \(definition.isDeprecated),")
            if let warning = definition.deprecationWarning {
                text.line("deprecationWarning: \(SwiftLiteral.string(warning)),")
            }
            if !definition.printerColumns.isEmpty {
                text.block("printerColumns: [", closing: "],") { text in
                    for column in definition.printerColumns {
                        text.initializer(".init", column.arguments, ",")
                    }
                }
            }
            text.line("hasStatusSubresource: \(definition.hasStatusSubresource),")
            if let scale = definition.scale {
                text.initializer("scale: .init", scale.arguments, ",")
            }
            text.line("selectableFields: \(list(definition.selectableFields))")
        }
        line()
        line("/// The schema, decoded on first use.")
        line(access, "static let schema = CRDRuntime.Schema(json: schemaJSON)")
        line()
        line("/// The schema as JSON, without descriptions.")
        block("\(access)static var schemaJSON: String {") { text in
            text.line(SwiftLiteral.raw(resource.schemaJSON))
        }
    }

    /// The attribute of a deprecated version; nothing for others.
    mutating func deprecation(_ definition: ResourceDefinition) {
        guard definition.isDeprecated else { return }
        // What the API server says where the CRD has no warning of its own.
        let usual = "\(definition.apiVersion) \(definition.names.kind) is deprecated"
        let warning = SwiftLiteral.string(definition.deprecationWarning ?? usual)
        line("@available(*, deprecated, message: \(warning))")
    }

    /// `name: .init(…)`, with one argument a line.
    private mutating func initializer(_ opening: String, _ arguments: [String], _ closing: String) {
        block("\(opening)(", closing: ")\(closing)") { text in
            for argument in arguments.dropLast() { text.line(argument + ",") }
            if let last = arguments.last { text.line(last) }
        }
    }
}

extension ResourceType {
    /// The description of the schema's root, and what is special about the version.
    var documentation: String {
        let usual = "\(definition.names.kind) of \(definition.apiVersion)."
        let description = root.description ?? usual
        guard !definition.isServed else { return description }
        return description + "\n\nThe API server does not serve this version."
    }
}

extension ResourceDefinition.Names {
    fileprivate var arguments: [String] {
        var arguments = [
            "kind: \(SwiftLiteral.string(kind))",
            "plural: \(SwiftLiteral.string(plural))",
            "singular: \(SwiftLiteral.string(singular))",
            "listKind: \(SwiftLiteral.string(listKind))",
        ]
        if !shortNames.isEmpty { arguments.append("shortNames: \(list(shortNames))") }
        if !categories.isEmpty { arguments.append("categories: \(list(categories))") }
        return arguments
    }
}

extension ResourceDefinition.PrinterColumn {
    fileprivate var arguments: [String] {
        var arguments = [
            "name: \(SwiftLiteral.string(name))", "type: \(SwiftLiteral.string(type))",
        ]
        if let format { arguments.append("format: \(SwiftLiteral.string(format))") }
        if let description { arguments.append("description: \(SwiftLiteral.string(description))") }
        if priority != 0 { arguments.append("priority: \(priority)") }
        arguments.append("jsonPath: \(SwiftLiteral.string(jsonPath))")
        return arguments
    }
}

extension ResourceDefinition.Scale {
    fileprivate var arguments: [String] {
        var arguments = [
            "specReplicasPath: \(SwiftLiteral.string(specReplicasPath))",
            "statusReplicasPath: \(SwiftLiteral.string(statusReplicasPath))",
        ]
        if let labelSelectorPath {
            arguments.append("labelSelectorPath: \(SwiftLiteral.string(labelSelectorPath))")
        }
        return arguments
    }
}

private func list(_ strings: [String]) -> String {
    "[\(strings.map(SwiftLiteral.string).joined(separator: ", "))]"
}
