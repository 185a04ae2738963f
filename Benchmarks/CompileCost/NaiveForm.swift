import CRDGeneratorCore
import CRDRuntime
import CRDSchema

/// What a simple generator writes: a struct for every path, nested as the schema is, with
/// synthesised `Codable` and `Hashable`.
struct NaiveForm {
    private var lines: [String] = ["public import CRDRuntime"]

    private static let protocols = "Swift.Codable, Swift.Hashable, Swift.Sendable"

    /// The source of some resources.
    static func text(_ resources: [ResourceType]) -> String {
        var form = NaiveForm()
        form.lines += resources.groupLines
        for resource in resources {
            form.lines.append("extension \(resource.groupName).\(resource.versionName) {")
            form.addStruct(resource.root.name, Schema(json: resource.schemaJSON), isRoot: true)
            form.lines.append("}")
        }
        return form.lines.joined(separator: "\n") + "\n"
    }

    private mutating func addStruct(_ name: String, _ schema: Schema, isRoot: Bool = false) {
        lines.append("public struct \(name): \(Self.protocols) {")
        var properties = schema.keywords.properties
        if isRoot {
            properties.removeAll { $0.name == "metadata" }
            lines.append("public var metadata: CRDRuntime.ObjectMeta")
        }
        var keys = isRoot ? ["case metadata"] : []
        for (property, name) in Self.named(properties) {
            let isRequired = schema.keywords.required.contains(property.name)
            let type = add(property.schema, Self.typeName(property.name))
            lines.append("public var \(name): \(type)\(isRequired ? "" : "?")")
            keys.append("case \(name) = \(property.name.debugDescription)")
        }
        if !keys.isEmpty {
            lines.append("private enum CodingKeys: Swift.String, Swift.CodingKey {")
            lines += keys
            lines.append("}")
        }
        lines.append("}")
    }

    /// Adds what a value needs.
    ///
    /// - Returns: The type of the value.
    private mutating func add(_ schema: Schema, _ name: String) -> String {
        let keywords = schema.keywords
        if keywords.isIntOrString { return "CRDRuntime.IntOrString" }
        if !keywords.properties.isEmpty {
            addStruct(name, schema)
            return name
        }
        switch keywords.type {
        case .string: return addEnumeration(keywords, name) ?? "Swift.String"
        case .boolean: return "Swift.Bool"
        case .integer: return keywords.format == "int32" ? "Swift.Int32" : "Swift.Int"
        case .number: return "Swift.Double"
        case .array:
            guard let items = keywords.items else { return "[CRDRuntime.JSONValue]" }
            return "[\(add(items, name))]"
        case .object:
            guard case .schema(let values) = keywords.additionalProperties else {
                return "CRDRuntime.JSONValue"
            }
            return "[Swift.String: \(add(values, name))]"
        case .other, nil:
            return "CRDRuntime.JSONValue"
        }
    }

    private mutating func addEnumeration(_ keywords: Schema.Keywords, _ name: String) -> String? {
        guard let values = keywords.enumeration else { return nil }
        lines.append("public enum \(name): Swift.String, \(Self.protocols) {")
        for (position, value) in values.enumerated() {
            guard case .string(let value) = value else { continue }
            // Distinct whatever the values are.
            let name = "\(SwiftName.attribute(value))_\(position)"
            lines.append("case \(name) = \(value.debugDescription)")
        }
        lines.append("}")
        return name
    }
}

// MARK: - Names

extension NaiveForm {
    /// Each property with a name that no other has.
    private static func named(
        _ properties: [Schema.Property]
    ) -> [(property: Schema.Property, name: String)] {
        var names: Set<String> = []
        return properties.map { property in
            var name = SwiftName.attribute(property.name)
            while !names.insert(name).inserted { name += "_" }
            return (property, SwiftName.escaped(name))
        }
    }

    /// A name that hides neither a keyword nor what the code refers to.
    private static func typeName(_ property: String) -> String {
        let name = SwiftName.type(property)
        let taken: Set = ["Any", "CRDRuntime", "CodingKeys", "Protocol", "Self", "Swift", "Type"]
        return taken.contains(name) ? name + "_" : name
    }
}
