import CRDGeneratorCore

/// Structs with their properties and nothing else, merged and nested as generated code is: what
/// the declarations alone cost.
struct BareForm {
    private var lines: [String] = ["public import CRDRuntime"]

    /// The source of some resources.
    static func text(_ resources: [ResourceType]) -> String {
        var form = BareForm()
        form.lines += resources.groupLines
        for resource in resources { form.add(resource) }
        return form.lines.joined(separator: "\n") + "\n"
    }

    private mutating func add(_ resource: ResourceType) {
        lines.append("extension \(resource.groupName).\(resource.versionName) {")
        lines.append("public struct \(resource.root.name) {")
        lines.append("public var id: Int")
        lines.append("public var metadata: CRDRuntime.ObjectMeta")
        addMembers(of: resource.root)
        for type in resource.structs {
            lines.append("public struct \(type.name) {")
            addMembers(of: type)
            lines.append("}")
        }
        for type in resource.enums {
            lines.append("public enum \(type.name) {")
            for enumCase in type.cases { lines.append("case \(SwiftName.escaped(enumCase.name))") }
            lines.append("case unrecognized(\(type.rawType.rawValue))")
            lines.append("}")
        }
        for alias in resource.aliases {
            lines.append("public typealias \(alias.name) = \(alias.target)")
        }
        lines += ["}", "}"]
    }

    private mutating func addMembers(of type: StructType) {
        for attribute in type.attributes {
            let name = SwiftName.escaped(attribute.name)
            let mark = attribute.isOptional ? "?" : ""
            lines.append("public var \(name): \(attribute.type.text(.qualified))\(mark)")
        }
        if type.keepsNulls { lines.append("public var null_fields: Set<String>") }
        if type.keepsUnknownFields {
            lines.append("public var unknown_fields: CRDRuntime.JSONObject")
        }
    }
}
