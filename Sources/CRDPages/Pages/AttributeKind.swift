import CRDGeneratorCore
import CRDSchema

/// The type of an attribute, in the words of reference pages.
enum AttributeKind {
    case string
    case number
    case boolean
    /// Any JSON value.
    case dynamic
    case listOfString
    case listOfMapOfString
    case mapOfString
    case mapOfListOfString
    case mapOfMapOfString
    case mapOfMapOfListOfString
    /// An object, or a map of objects, with attributes of its own.
    case attributes(AttributeLevel)
    /// A list of objects with attributes of their own.
    case attributesList(AttributeLevel)

    /// The words after the name of the attribute.
    var words: String {
        switch self {
        case .string: "String"
        case .number: "Number"
        case .boolean: "Boolean"
        case .dynamic: "Dynamic"
        case .listOfString: "List of String"
        case .listOfMapOfString: "List of Map of String"
        case .mapOfString: "Map of String"
        case .mapOfListOfString: "Map of List of String"
        case .mapOfMapOfString: "Map of Map of String"
        case .mapOfMapOfListOfString: "Map of Map of List of String"
        case .attributes: "Attributes"
        case .attributesList: "Attributes List"
        }
    }

    /// The nested attributes; `nil` if there are none.
    var nested: AttributeLevel? {
        switch self {
        case .attributes(let level), .attributesList(let level): level
        case .string, .number, .boolean, .dynamic, .listOfString, .listOfMapOfString, .mapOfString,
            .mapOfListOfString, .mapOfMapOfString, .mapOfMapOfListOfString:
            nil
        }
    }
}

// MARK: - From a schema

extension AttributeKind {
    /// Returns the kind on pages of the Terraform provider; the order of the checks matters.
    ///
    /// It is less specific than a Swift type: a list without objects is a `List of String`, a map
    /// whose values are neither objects nor lists is a `Map of String`. A schema without enough
    /// keywords is `Dynamic`.
    ///
    /// On full pages, every object with properties has attributes of its own.
    init(of schema: Schema, _ detail: PageDetail) {
        guard detail == .full, let (object, isInList) = schema.innerObject else {
            self.init(ofProvider: schema, detail)
            return
        }
        let level = AttributeLevel(of: object, detail: detail)
        self = isInList ? .attributesList(level) : .attributes(level)
    }

    private init(ofProvider schema: Schema, _ detail: PageDetail) {
        // Keywords are read through the schema, because copying them is expensive.
        if schema.keywords.isIntOrString
            || schema.keywords.type == .string && schema.keywords.format == "int-or-string"
        {
            self = .dynamic
        } else if schema.keywords.preservesUnknownFields {
            let source = Self.source(of: schema)
            self =
                schema.keywords.properties.isEmpty
                ? .dynamic : .attributes(source, else: .dynamic, detail)
        } else {
            let types = schema.keywords.rare.oneOf.map(\.keywords.type)
            if types.contains(.array) {
                self = .listOfString
            } else if types.contains(.boolean) {
                self = .boolean
            } else {
                self = Self.ofType(schema, detail)
            }
        }
    }

    private static func ofType(_ schema: Schema, _ detail: PageDetail) -> AttributeKind {
        switch schema.keywords.type {
        case .object: ofObject(schema, detail)
        case .array: ofList(schema, detail)
        case .number, .integer: .number
        case .string: .string
        case .boolean: .boolean
        case .other, nil: .dynamic
        }
    }

    private static func ofObject(_ schema: Schema, _ detail: PageDetail) -> AttributeKind {
        if case .schema(let value) = schema.keywords.additionalProperties {
            switch value.keywords.type {
            case .string: return .mapOfString
            case .object: return ofMap(of: value, detail)
            case .array where isListOfStrings(value): return .mapOfListOfString
            case .array, .integer, .number, .boolean, .other, nil: break
            }
        }
        return schema.keywords.properties.isEmpty
            ? .mapOfString : .attributes(schema, else: .mapOfString, detail)
    }

    /// Returns the kind of a map whose values are objects.
    private static func ofMap(of value: Schema, _ detail: PageDetail) -> AttributeKind {
        if case .schema(let inner) = value.keywords.additionalProperties {
            if inner.keywords.type == .string { return .mapOfMapOfString }
            if isListOfStrings(inner) { return .mapOfMapOfListOfString }
        }
        return .attributes(value, else: .dynamic, detail)
    }

    private static func ofList(_ schema: Schema, _ detail: PageDetail) -> AttributeKind {
        guard let items = schema.keywords.items, items.keywords.type == .object else {
            return .listOfString
        }
        if items.keywords.preservesUnknownFields { return .listOfMapOfString }
        if case .schema(let value) = items.keywords.additionalProperties,
            value.keywords.type == .string
        {
            return .listOfMapOfString
        }
        let level = AttributeLevel(of: items, detail: detail)
        return level.isEmpty ? .listOfMapOfString : .attributesList(level)
    }

    private static func attributes(
        _ schema: Schema,
        else other: AttributeKind,
        _ detail: PageDetail
    ) -> AttributeKind {
        let level = AttributeLevel(of: schema, detail: detail)
        return level.isEmpty ? other : .attributes(level)
    }

    /// The schema whose properties are the nested attributes.
    private static func source(of schema: Schema) -> Schema {
        if schema.keywords.type == .array, let items = schema.keywords.items,
            items.keywords.type == .object
        {
            return items
        }
        if schema.keywords.type == .object,
            case .schema(let value) = schema.keywords.additionalProperties,
            value.keywords.type == .object
        {
            return value
        }
        return schema
    }

    private static func isListOfStrings(_ schema: Schema) -> Bool {
        schema.keywords.type == .array && schema.keywords.items?.keywords.type == .string
    }
}

extension Schema {
    /// The object with properties in a value, or in its lists and maps; `nil` if there is none.
    ///
    /// `isInList` is whether the value itself is a list.
    fileprivate var innerObject: (object: Schema, isInList: Bool)? {
        var schema = self
        var isInList = false
        if case .items = elements { isInList = true }
        while !schema.keywords.isIntOrString {
            if !schema.objectProperties.isEmpty { return (schema, isInList) }
            switch schema.elements {
            case .items(let element), .values(let element): schema = element
            case nil: return nil
            }
        }
        return nil
    }
}
