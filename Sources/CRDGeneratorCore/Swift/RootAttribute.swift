/// The storage of a property of a resource.
///
/// The public properties are computed, because changes set `id`.
struct RootAttribute {
    private let attribute: Attribute
    private let names: RuntimeTypeNames

    /// Creates the storage of a property, with the names of runtime types.
    init(_ attribute: Attribute, _ names: RuntimeTypeNames) {
        self.attribute = attribute
        self.names = names
    }

    /// Whether the type of the storage does not include the type of the property; see `_OpaqueBox`.
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

    /// The expression for the value in the stored property, without its subscript.
    var value: String {
        "self." + (attribute.isBoxed && !isOpaque ? attribute.boxedValue : storageName)
    }

    /// The argument of the subscript; `nil` if there is none.
    var subscriptArgument: String? { isOpaque ? typeArgument : nil }

    /// The initial value of the stored property, in an initialiser with the property as a
    /// parameter.
    var initialValue: String {
        if isOpaque { return "_OpaqueBox(holding: \(attribute.parameterName))" }
        return attribute.initialValue
    }

    /// The placeholder for the stored property, before the resource is read.
    var unreadValue: String {
        guard let code = attribute.defaultValue?.code else {
            return isOpaque ? ".init()" : attribute.unreadText
        }
        return isOpaque ? "_OpaqueBox(holding: \(code) as \(typeText))" : code
    }

    /// The method of the visitor for the property.
    var visitName: String {
        let isPlain = !attribute.isNullable && attribute.defaultValue == nil
        return isOpaque && isPlain ? "boxed" : attribute.visitName
    }

    /// The arguments of the method of the visitor.
    var visitArguments: [String] {
        var arguments = [SwiftLiteral.string(attribute.key), "&self." + storageName]
        if isOpaque { arguments.append(typeArgument) }
        if attribute.keepsNull { arguments.append("&self.storageOf_null_fields") }
        return arguments
    }

    private var typeArgument: String { "\(label): \(typeText).self" }

    private var typeText: String { attribute.valueText(names) }

    private var label: String { attribute.isOptional ? "optional" : "required" }
}
