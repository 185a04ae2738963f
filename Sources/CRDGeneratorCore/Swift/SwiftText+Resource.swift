import CRDSchema

extension SwiftText {
    /// A resource with the types nested in it.
    mutating func resource(_ resource: ResourceType) {
        let root = resource.root
        documentation(resource.documentation, nameNote: root.nameNote)
        deprecation(resource.definition)
        let others = conformances.ofResource(resource.definition.scope)
        let protocols = protocols("CRDRuntime.Resource", others)
        block("\(access)struct \(root.name): \(protocols) {") { text in
            text.rootAttributes(root)
            text.line()
            text.rootInitializers(root)
            text.line()
            text.rootVisit(root, ignoring: resource.ignoredKeys)
            text.line()
            text.definition(resource)
            for type in resource.structs {
                text.line()
                text.structure(type)
            }
            for type in resource.enums {
                text.line()
                text.enumeration(type)
            }
            for alias in resource.aliases {
                text.line()
                text.documentation("The type of `\(alias.path)`.", nameNote: alias.nameNote)
                text.line("\(text.access)typealias \(alias.name) = \(alias.target)")
            }
        }
    }
}

extension SwiftText {
    /// What a type conforms to.
    func protocols(_ first: String, _ others: [String]) -> String {
        others.isEmpty ? first : first + ", " + others.joined(separator: ", ")
    }

    /// The attribute that keeps the keys of explicit nulls.
    private var nullFields: String {
        switch naming {
        case .snakeCase: "null_fields"
        case .camelCase: "nullFields"
        }
    }

    /// The attribute that keeps what the schema does not name.
    private var unknownFields: String {
        switch naming {
        case .snakeCase: "unknown_fields"
        case .camelCase: "unknownFields"
        }
    }

    /// Tells visitors how attributes are named, where that is not plain snake_case.
    private mutating func visitNames(_ attributes: [Attribute]) {
        let renamed = attributes.filter(\.isRenamed).map { attribute in
            SwiftLiteral.string(attribute.key) + ": " + SwiftLiteral.string(attribute.name)
        }
        switch naming {
        case .snakeCase where renamed.isEmpty: break
        case .camelCase where renamed.isEmpty: line("fields.names(.camelCase)")
        case .snakeCase, .camelCase:
            line("fields.names(.\(naming), renamed: [", renamed.joined(separator: ", "), "])")
        }
    }
}

// MARK: - Root

extension SwiftText {
    /// The attributes of a resource, each of which sets `id` when it changes.
    private mutating func rootAttributes(_ root: StructType) {
        line("/// The time of the last change to this value, in nanoseconds since 1970.")
        line(access, "private(set) var id = Self._timeOfChange()")
        line()
        line("/// Name, namespace, labels, annotations, and what the cluster keeps.")
        observed("metadata", "CRDRuntime.ObjectMeta", storage: "self.storageOf_metadata")
        for attribute in root.attributes {
            line()
            documentation(attribute.description ?? "", nameNote: attribute.nameNote)
            let storage = RootAttribute(attribute).value
            observed(SwiftName.escaped(attribute.name), attribute.typeText, storage: storage)
        }
        if root.keepsNulls {
            line()
            line(SwiftText.nullFieldsSummary)
            observed(nullFields, "Set<String>", storage: "self.storageOf_null_fields")
        }
        if root.keepsUnknownFields {
            line()
            line("/// The fields that the schema does not name.")
            observed(
                unknownFields,
                "CRDRuntime.JSONObject",
                storage: "self.storageOf_unknown_fields"
            )
        }
        line()
        line("private var storageOf_metadata: CRDRuntime.ObjectMeta")
        for attribute in root.attributes.map(RootAttribute.init) {
            line("private var ", attribute.storageName, ": ", attribute.storageType)
        }
        if root.keepsNulls { line("private var storageOf_null_fields: Set<String> = []") }
        if root.keepsUnknownFields {
            line("private var storageOf_unknown_fields = CRDRuntime.JSONObject()")
        }
    }

    private mutating func observed(_ name: String, _ type: String, storage: String) {
        block("\(propertyOpening)\(name): \(type) {") { text in
            text.line("get { \(storage) }")
            text.block("_modify {") { text in
                text.line("defer { id = Self._timeOfChange(after: id) }")
                text.line("yield &\(storage)")
            }
        }
    }

    private mutating func rootInitializers(_ root: StructType) {
        let parameters = ["metadata: CRDRuntime.ObjectMeta"] + root.attributes.map(\.parameter)
        line("/// Creates a resource.")
        parameterList("\(access)init(", parameters) { text in
            text.line("self.storageOf_metadata = metadata")
            for attribute in root.attributes.map(RootAttribute.init) {
                text.line("self.\(attribute.storageName) = \(attribute.initialValue)")
            }
        }
        line()
        block(unreadOpening) { text in
            text.line("self.storageOf_metadata = .init(_unread: unread)")
            for attribute in root.attributes.map(RootAttribute.init) {
                text.line("self.\(attribute.storageName) = \(attribute.unreadValue)")
            }
        }
    }

    private mutating func rootVisit(_ root: StructType, ignoring ignored: [String]) {
        block(visitOpening) { text in
            text.visitNames(root.attributes)
            text.line("fields.constants(Self.definition)")
            text.line("fields.metadata(&self.storageOf_metadata)")
            for attribute in root.attributesInSchemaOrder {
                text.line(RootAttribute(attribute).visit)
            }
            for key in ignored { text.line("fields.ignored(", SwiftLiteral.string(key), ")") }
            if root.keepsUnknownFields {
                text.visitUnknown(
                    "self.storageOf_unknown_fields",
                    ["apiVersion", "kind", "metadata"] + root.attributes.map(\.key) + ignored
                )
            }
        }
    }
}

// MARK: - Nested structs

extension SwiftText {
    private static let nullFieldsSummary =
        "/// The keys of absent attributes that are written as an explicit `null`."

    private mutating func structure(_ type: StructType) {
        let usual = "The type of `\(type.path)`."
        documentation(type.description ?? usual, nameNote: type.nameNote)
        let protocols = protocols("CRDRuntime.FieldStruct", conformances.all)
        block("\(access)struct \(type.name): \(protocols) {") { text in
            for attribute in type.attributes {
                text.documentation(attribute.description ?? "", nameNote: attribute.nameNote)
                text.property(attribute)
            }
            if type.keepsNulls {
                text.line(SwiftText.nullFieldsSummary)
                text.line(text.access, "var ", text.nullFields, ": Set<String> = []")
            }
            if type.keepsUnknownFields {
                text.line("/// The fields that the schema does not name.")
                text.line(
                    text.access,
                    "var ",
                    text.unknownFields,
                    " = CRDRuntime.JSONObject()"
                )
            }
            text.line()
            text.initializers(type)
            text.line()
            text.block(text.visitOpening) { text in
                text.visitNames(type.attributes)
                for attribute in type.attributesInSchemaOrder {
                    text.visit(attribute)
                }
                if type.keepsUnknownFields {
                    text.visitUnknown("self." + text.unknownFields, type.attributes.map(\.key))
                }
            }
        }
    }

    private mutating func property(_ attribute: Attribute) {
        let name = SwiftName.escaped(attribute.name)
        guard attribute.isBoxed else {
            return line(propertyOpening, name, ": ", attribute.propertyType)
        }
        // Written out, as a property wrapper costs the compiler three functions more.
        block("\(propertyOpening)\(name): \(attribute.typeText) {") { text in
            text.line("get { self.", attribute.boxedValue, " }")
            text.line("_modify { yield &self.", attribute.boxedValue, " }")
        }
        line("private var ", attribute.storageName, ": ", attribute.boxText)
    }

    private mutating func initializers(_ type: StructType) {
        line("/// Creates a value.")
        parameterList("\(access)init(", type.attributes.map(\.parameter)) { text in
            text.assignments(type.attributes)
        }
        line()
        let arguments = type.attributes.filter(\.isRequired).map(\.unreadArgument)
        block(unreadOpening) { text in
            text.line("self.init(", arguments.joined(separator: ", "), ")")
        }
    }

    private mutating func assignments(_ attributes: [Attribute]) {
        // For each assignment the compiler goes back through the block that it is in, to see what
        // is initialised, and at each step through all others: 400 take ten times as long as 200.
        let isWide = attributes.count > 50
        if isWide { line("// The empty statements are for the compiler: they begin new blocks.") }
        for (position, attribute) in attributes.enumerated() {
            if isWide, position > 0, position % 20 == 0 { line("if false {}") }
            line(attribute.propertyName, " = ", attribute.initialValue)
        }
    }

    /// A declaration with one parameter a line, in one line if there is at most one.
    private mutating func parameterList(
        _ opening: String,
        _ parameters: [String],
        _ body: (inout SwiftText) -> Void
    ) {
        guard parameters.count > 1 else {
            return block("\(opening)\(parameters.joined())) {", body)
        }
        block(opening, closing: ") {") { text in
            for (position, parameter) in parameters.enumerated() {
                text.line(parameter, position == parameters.count - 1 ? "" : ",")
            }
        }
        indented(body)
        line("}")
    }

    private mutating func visit(_ attribute: Attribute) {
        let key = SwiftLiteral.string(attribute.key)
        let nulls = attribute.keepsNull ? ", &self." + nullFields : ""
        line("fields.", attribute.visitName, "(", key, ", &", attribute.propertyName, nulls, ")")
    }

    private mutating func visitUnknown(_ name: String, _ keys: [String]) {
        let list = keys.map(SwiftLiteral.string).joined(separator: ", ")
        line("fields.unknown(&\(name), besides: [\(list)])")
    }
}
