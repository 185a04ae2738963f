/// An attribute of a resource, as its storage in the struct has it.
///
/// The properties that people use are computed, since changes set `id`.
struct RootAttribute {
    private let attribute: Attribute
    private let names: RuntimeTypeNames

    /// Describes an attribute's storage, with the runtime's types written by `names`.
    init(_ attribute: Attribute, _ names: RuntimeTypeNames) {
        self.attribute = attribute
        self.names = names
    }

    /// Whether the type of the storage hides the type of the attribute; see `_OpaqueBox`.
    private var isOpaque: Bool {
        if case .object = attribute.type { true } else { false }
    }

    /// The name of the stored property.
    var storageName: String { attribute.storageName }

    /// The type of the stored property.
    var storageType: String {
        if isOpaque { return "_OpaqueBox" }
        return attribute.isBoxed ? attribute.boxText(names) : attribute.typeText(names)
    }

    /// The value in the stored property, or what has it as its subscript.
    var value: String {
        "self." + (attribute.isBoxed && !isOpaque ? attribute.boxedValue : storageName)
    }

    /// The argument of the subscript, if there is one.
    var subscriptArgument: String? { isOpaque ? typeArgument : nil }

    /// What the stored property is set to by an initialiser with the attribute as a parameter.
    var initialValue: String {
        if isOpaque { return "_OpaqueBox(holding: \(attribute.parameterName))" }
        return attribute.initialValue
    }

    /// What the stored property is before it is read.
    var unreadValue: String {
        isOpaque ? ".init()" : attribute.unreadText
    }

    /// The visitor's method for the attribute.
    var visitName: String {
        isOpaque && !attribute.isNullable ? "boxed" : attribute.visitName
    }

    /// The arguments of the visitor's method.
    var visitArguments: [String] {
        var arguments = [SwiftLiteral.string(attribute.key), "&self." + storageName]
        if isOpaque { arguments.append(typeArgument) }
        if attribute.keepsNull { arguments.append("&self.storageOf_null_fields") }
        return arguments
    }

    private var typeArgument: String { "\(label): \(attribute.type.text(names)).self" }

    private var label: String { attribute.isOptional ? "optional" : "required" }
}
