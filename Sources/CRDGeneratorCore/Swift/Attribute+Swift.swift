extension Attribute {
    /// Returns the type as the property has it: `[String]?`.
    func typeText(_ names: RuntimeTypeNames) -> String {
        isOptional ? type.text(names) + "?" : type.text(names)
    }

    /// Returns the type as a nested struct's stored property has it, unless it is in a box.
    ///
    /// `Optional<String>`, since `String?` would give the property an initial value of `nil`, which
    /// the compiler makes a function of; a twentieth of its time goes into these.
    func propertyType(_ names: RuntimeTypeNames) -> String {
        isOptional ? "Optional<\(type.text(names))>" : type.text(names)
    }

    /// Returns the box with the type of its value.
    func boxText(_ names: RuntimeTypeNames) -> String {
        "_Box<\(type.text(names))>"
    }

    /// What the names of stored properties behind computed ones begin with.
    ///
    /// No attribute's does: snake_case has no capitals, camelCase no underscore before a letter, and
    /// the configuration may not give such a name.
    static let storagePrefix = "storageOf_"

    /// The name of the stored property behind a computed one.
    var storageName: String { Self.storagePrefix + name }

    /// The value in the stored property of a box.
    var boxedValue: String { storageName + (isOptional ? ".value" : ".required") }

    /// What the stored property is set to by an initialiser with the attribute as a parameter.
    var initialValue: String {
        isBoxed ? ".init(holding: \(parameterName))" : parameterName
    }

    /// Returns the parameter of an initialiser: `name:` and `String? = nil`.
    func parameter(_ names: RuntimeTypeNames) -> (name: String, type: String) {
        let label = SwiftName.escaped(name)
        return (
            name: (label == parameterName ? label : label + " " + parameterName) + ":",
            type: typeText(names) + (isRequired ? "" : " = nil")
        )
    }

    /// The name of the parameter within the initialiser.
    var parameterName: String {
        // A parameter called `self` would hide the value that is initialised.
        name == "self" ? "_self" : SwiftName.escaped(name)
    }

    /// The stored property of a nested struct's attribute: the box itself where there is one.
    var propertyName: String {
        "self." + (isBoxed ? storageName : SwiftName.escaped(name))
    }

    /// What reading starts from, as an argument for the initialiser of a nested struct.
    var unreadArgument: String {
        SwiftName.argumentLabel(name) + ": " + (isOptional ? "nil" : ".init(_unread: unread)")
    }

    /// What reading starts from, as the value of a stored property.
    var unreadText: String {
        if isBoxed { return ".init()" }
        return isOptional ? "nil" : ".init(_unread: unread)"
    }

    /// The visitor's method for the attribute.
    var visitName: String {
        if isNullable { return isRequired ? "requiredNullable" : "nullable" }
        if isBoxed { return isOptional ? "boxed" : "requiredBoxed" }
        if case .string = type { return "string" }
        if isRequired { return "required" }
        switch type {
        case .boolean: return "boolean"
        case .integer, .integer32: return "integer"
        case .number: return "number"
        case .list: return "list"
        case .map: return "map"
        case .string, .dateTime, .base64, .intOrString, .json, .embeddedResource, .condition,
            .labelSelector, .enumeration, .object, .nullable, .external:
            return "optional"
        }
    }
}

extension TypeReference {
    /// Returns the type as code within the resource writes it.
    package func text(_ names: RuntimeTypeNames) -> String {
        switch self {
        case .string: "String"
        case .boolean: "Bool"
        case .integer: "Int"
        case .integer32: "Int32"
        case .number: "Double"
        case .dateTime: names[.dateTime]
        case .base64: names[.base64Data]
        case .intOrString: names[.intOrString]
        case .json: names[.jsonValue]
        case .embeddedResource: names[.embeddedResource]
        case .condition: names[.condition]
        case .labelSelector: names[.labelSelector]
        case .object(let name), .enumeration(let name), .external(let name): name
        case .list(let element): "[" + element.text(names) + "]"
        case .map(let value): "[String: " + value.text(names) + "]"
        case .nullable(let value): value.text(names) + "?"
        }
    }

    /// The type that is not generated, if this is or holds one.
    var externalName: String? {
        switch self {
        case .external(let name): name
        case .list(let element), .map(let element), .nullable(let element): element.externalName
        case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString,
            .json, .embeddedResource, .condition, .labelSelector, .enumeration, .object:
            nil
        }
    }
}
