extension Attribute {
    /// Returns the type of the property: `[String]?`.
    package func typeText(_ names: RuntimeTypeNames) -> String {
        isOptional ? valueText(names) + "?" : valueText(names)
    }

    /// Returns the type of the value, without the optional.
    func valueText(_ names: RuntimeTypeNames) -> String { type.text(names, nested: typeName) }

    /// Returns the type of the stored property of a nested struct, unless the value is in a box.
    ///
    /// For an optional string this is `Optional<String>`: with `String?`, the property would have
    /// an initial value of `nil`, for which the compiler creates a function. These functions would
    /// take a twentieth of the compile time.
    func propertyType(_ names: RuntimeTypeNames) -> String {
        isOptional ? "Optional<\(valueText(names))>" : valueText(names)
    }

    /// Returns the type of the box, with the type of its value.
    func boxText(_ names: RuntimeTypeNames) -> String {
        "_Box<\(valueText(names))>"
    }

    /// The prefix of the names of stored properties behind computed ones.
    ///
    /// No other property has this prefix: names in snake_case have no uppercase letters, names in
    /// camelCase have no underscore before a letter, and the configuration rejects such names.
    static let storagePrefix = "storageOf_"

    /// The name of the stored property behind a computed one.
    var storageName: String { Self.storagePrefix + name }

    /// The value in the stored property of a box.
    var boxedValue: String { storageName + (isOptional ? ".value" : ".required") }

    /// The initial value of the stored property, in an initialiser with the property as a
    /// parameter.
    var initialValue: String {
        isBoxed ? ".init(holding: \(parameterName))" : parameterName
    }

    /// Returns the parameter of an initialiser: `name:` and `String? = nil`.
    func parameter(_ names: RuntimeTypeNames) -> (name: String, type: String) {
        let label = SwiftName.escaped(name)
        let defaultArgument = defaultValue?.code ?? (isRequired ? nil : "nil")
        return (
            name: (label == parameterName ? label : label + " " + parameterName) + ":",
            type: typeText(names) + (defaultArgument.map { " = " + $0 } ?? "")
        )
    }

    /// Whether the initialiser requires an argument.
    var requiresArgument: Bool { isRequired && defaultValue == nil }

    /// The name of the parameter in the body of the initialiser.
    var parameterName: String {
        // A parameter with the name `self` would hide the value that is being initialised.
        name == "self" ? "_self" : SwiftName.escaped(name)
    }

    /// The stored property of a nested struct: the box itself if there is one.
    var propertyName: String {
        "self." + (isBoxed ? storageName : SwiftName.escaped(name))
    }

    /// The placeholder, as an argument for the initialiser of a nested struct.
    var unreadArgument: String {
        SwiftName.argumentLabel(name) + ": " + (isOptional ? "nil" : ".init(_unread: unread)")
    }

    /// The placeholder, as the value of a stored property.
    var unreadText: String {
        if isBoxed { return ".init()" }
        return isOptional ? "nil" : ".init(_unread: unread)"
    }

    /// The method of the visitor for the property.
    var visitName: String {
        if defaultValue != nil { return isOptional ? "defaultedNullable" : "defaulted" }
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
    /// Returns the type as it is written in the resource, with another name of the nested type.
    package func text(_ names: RuntimeTypeNames, nested: String? = nil) -> String {
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
        case .object(let name), .enumeration(let name): nested ?? name
        case .external(let name): name
        case .list(let element): "[" + element.text(names, nested: nested) + "]"
        case .map(let value): "[String: " + value.text(names, nested: nested) + "]"
        case .nullable(let value): value.text(names, nested: nested) + "?"
        }
    }

    /// The type that is not generated, if this is such a type or contains one.
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
