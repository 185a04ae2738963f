/// An attribute of a resource, as its storage in the struct has it.
///
/// The properties that people use are computed, since changes set `id`.
struct RootAttribute {
    private let attribute: Attribute

    init(_ attribute: Attribute) {
        self.attribute = attribute
    }

    /// Whether the type of the storage hides the type of the attribute; see `_OpaqueBox`.
    private var isOpaque: Bool {
        if case .object = attribute.type { true } else { false }
    }

    /// The name of the stored property.
    var storageName: String { attribute.storageName }

    /// The type of the stored property.
    var storageType: String {
        if isOpaque { return "CRDRuntime._OpaqueBox" }
        return attribute.isBoxed ? attribute.boxText : attribute.typeText
    }

    /// The value in the stored property.
    var value: String {
        if isOpaque { return "self.\(storageName)[\(typeArgument)]" }
        return "self." + (attribute.isBoxed ? attribute.boxedValue : storageName)
    }

    /// What the stored property is set to by an initialiser with the attribute as a parameter.
    var initialValue: String {
        if isOpaque { return "CRDRuntime._OpaqueBox(holding: \(attribute.parameterName))" }
        return attribute.initialValue
    }

    /// What the stored property is before it is read.
    var unreadValue: String {
        isOpaque ? ".init()" : attribute.unreadText
    }

    /// The call that shows the attribute to a visitor.
    var visit: String {
        let name = isOpaque && !attribute.isNullable ? "boxed" : attribute.visitName
        var arguments = [SwiftLiteral.string(attribute.key), "&self." + storageName]
        if isOpaque { arguments.append(typeArgument) }
        if attribute.keepsNull { arguments.append("&self.storageOf_null_fields") }
        return "fields.\(name)(\(arguments.joined(separator: ", ")))"
    }

    private var typeArgument: String { "\(label): \(attribute.type.text).self" }

    private var label: String { attribute.isOptional ? "optional" : "required" }
}
