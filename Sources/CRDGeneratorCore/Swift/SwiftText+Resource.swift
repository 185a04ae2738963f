import CRDValues

extension SwiftText {
    /// Adds a resource with its nested types.
    mutating func resource(_ resource: ResourceType, _ sharing: TypeSharing) {
        let root = resource.root
        documentation(resource.documentation, nameNote: root.nameNote)
        deprecation(resource.definition)
        let others = conformances.ofResource(resource.definition)
        let names = runtime
        defer { runtime = names }
        runtime = names.hidden(by: resource.nestedTypeNames)
        let protocols = protocols(.resource, others)
        block("\(access)struct \(root.name):", before: protocols) { text in
            text.rootAttributes(root)
            text.line()
            text.rootInitializers(root)
            text.line()
            text.rootVisit(root, ignoring: resource.ignoredKeys)
            text.line()
            text.definition(resource)
            text.nestedTypes(resource, sharing)
            for alias in resource.aliases {
                text.line()
                text.documentation("The type of `\(alias.path)`.", nameNote: alias.nameNote)
                text.line("\(text.access)typealias \(alias.name) =", before: alias.target)
            }
        }
    }

    /// Adds the nested types that the resource declares, and then aliases of the others.
    private mutating func nestedTypes(_ resource: ResourceType, _ sharing: TypeSharing) {
        var shared: [(type: NestedType, declaration: (path: String, type: NestedType))] = []
        for type in resource.nestedTypes {
            if let declaration = sharing.declaration(of: type, in: resource) {
                shared.append((type, declaration))
                continue
            }
            line()
            switch type {
            case .structure(let type): structure(type)
            case .enumeration(let type): enumeration(type)
            }
        }
        for (type, declaration) in shared {
            line()
            sharedType(type, declaredAs: declaration.type, at: declaration.path)
        }
    }
}

extension SwiftText {
    /// Returns the protocols to which a type conforms.
    func protocols(_ first: RuntimeTypeName, _ others: [String]) -> [String] {
        [runtime[first]] + others
    }

    /// The property with the keys of explicit nulls.
    private var nullFields: String { AttributeName.usual("nullFields", naming) }

    /// The property with the unknown fields.
    private var unknownFields: String { AttributeName.usual("unknownFields", naming) }

    /// Adds the call that passes the names of the properties to a visitor, unless they are plain
    /// snake_case.
    private mutating func visitNames(_ attributes: [Attribute]) {
        let renamed = attributes.filter(\.isRenamed).map { attribute in
            SwiftLiteral.string(attribute.key) + ": " + SwiftLiteral.string(attribute.name)
        }
        switch naming {
        case .snakeCase where renamed.isEmpty: break
        case .camelCase where renamed.isEmpty: line("fields.names(.camelCase)")
        case .snakeCase, .camelCase:
            list("fields.names(.\(naming), renamed: [", renamed, "])")
        }
    }
}

// MARK: - Root

extension SwiftText {
    /// Adds the properties of a resource.
    ///
    /// Each of them sets `id` when it changes.
    private mutating func rootAttributes(_ root: StructType) {
        line("/// The timestamp of the last change to this value, in nanoseconds since 1970.")
        line(access, "private(set) var id = Self._timeOfChange()")
        line()
        line("/// The metadata: name, namespace, labels, annotations and more.")
        observed("metadata", runtime[.objectMeta], storage: "self.storageOf_metadata")
        for attribute in root.attributes {
            line()
            documentation(attribute.description ?? "", nameNote: attribute.nameNote)
            let stored = RootAttribute(attribute, runtime)
            observed(
                SwiftName.escaped(attribute.name),
                attribute.typeText(runtime),
                storage: stored.value,
                subscript: stored.subscriptArgument
            )
        }
        if root.keepsNulls {
            line()
            line(SwiftText.nullFieldsSummary)
            observed(nullFields, "Set<String>", storage: "self.storageOf_null_fields")
        }
        if root.keepsUnknownFields {
            line()
            line("/// The fields that are not in the schema.")
            let storage = "self.storageOf_unknown_fields"
            observed(unknownFields, runtime[.jsonObject], storage: storage)
        }
        line()
        line("private var storageOf_metadata: ", runtime[.objectMeta])
        for attribute in rootAttributes(of: root) {
            line("private var \(attribute.storageName):", before: attribute.storageType)
        }
        if root.keepsNulls { line("private var storageOf_null_fields: Set<String> = []") }
        if root.keepsUnknownFields {
            line("private var storageOf_unknown_fields = \(runtime[.jsonObject])()")
        }
    }

    /// Returns the storage of the properties of a resource.
    private func rootAttributes(of root: StructType) -> [RootAttribute] {
        root.attributes.map { RootAttribute($0, runtime) }
    }

    private mutating func observed(
        _ name: String,
        _ type: String,
        storage: String,
        subscript argument: String? = nil
    ) {
        block("\(propertyOpening)\(name):", before: [type]) { text in
            text.accessor("get", storage, subscript: argument)
            text.block("_modify {") { text in
                text.line("defer { id = Self._timeOfChange(after: id) }")
                text.statement("yield &\(storage)", subscript: argument)
            }
        }
    }

    private mutating func rootInitializers(_ root: StructType) {
        let metadata = (name: "metadata:", type: runtime[.objectMeta])
        let parameters = [metadata] + root.attributes.map { $0.parameter(runtime) }
        line("/// Creates a resource.")
        parameterList("\(access)init(", parameters) { text in
            text.line("self.storageOf_metadata = metadata")
            for attribute in text.rootAttributes(of: root) {
                text.line("self.\(attribute.storageName) =", before: attribute.initialValue)
            }
        }
        line()
        block(unreadOpening) { text in
            text.line("self.storageOf_metadata = .init(_unread: unread)")
            for attribute in text.rootAttributes(of: root) {
                text.line("self.\(attribute.storageName) =", before: attribute.unreadValue)
            }
        }
    }

    private mutating func rootVisit(_ root: StructType, ignoring ignored: [String]) {
        block(visitOpening) { text in
            text.visitNames(root.attributes)
            text.line("fields.constants(Self.definition)")
            text.line("fields.metadata(&self.storageOf_metadata)")
            for attribute in root.attributesInSchemaOrder {
                let root = RootAttribute(attribute, text.runtime)
                text.call("fields.\(root.visitName)(", root.visitArguments)
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
        "/// The keys of properties that are `nil` and are written as `null`."

    private mutating func structure(_ type: StructType) {
        let usual = "The type of `\(type.path)`."
        documentation(type.description ?? usual, nameNote: type.nameNote)
        let condition = type.isStatusCondition ? [runtime[.statusCondition]] : []
        let protocols = protocols(.fieldStruct, condition + conformances.all)
        block("\(access)struct \(type.name):", before: protocols) { text in
            for attribute in type.attributes {
                text.documentation(attribute.description ?? "", nameNote: attribute.nameNote)
                text.property(attribute)
            }
            if type.keepsNulls {
                text.line(SwiftText.nullFieldsSummary)
                text.line(text.access, "var ", text.nullFields, ": Set<String> = []")
            }
            if type.keepsUnknownFields {
                text.line("/// The fields that are not in the schema.")
                let type = text.runtime[.jsonObject]
                text.line(text.access, "var ", text.unknownFields, " = ", type, "()")
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
            return line(propertyOpening + name + ":", before: attribute.propertyType(runtime))
        }
        // Implemented without a property wrapper, for which the compiler would create three more
        // functions.
        block("\(propertyOpening)\(name):", before: [attribute.typeText(runtime)]) { text in
            text.accessor("get", "self.\(attribute.boxedValue)")
            text.accessor("_modify", "yield &self.\(attribute.boxedValue)")
        }
        line("private var \(attribute.storageName):", before: attribute.boxText(runtime))
    }

    private mutating func initializers(_ type: StructType) {
        line("/// Creates a value.")
        parameterList("\(access)init(", type.attributes.map { $0.parameter(runtime) }) { text in
            text.assignments(type.attributes)
        }
        line()
        let arguments = type.attributes.filter(\.requiresArgument).map(\.unreadArgument)
        block(unreadOpening) { text in
            text.call("self.init(", arguments)
        }
    }

    private mutating func assignments(_ attributes: [Attribute]) {
        // For each assignment the compiler goes back through the basic block, to determine what is
        // initialised, and at each step through all other assignments: 400 take ten times as long
        // as 200.
        let isWide = attributes.count > 50
        if isWide { line("// The empty statements begin new blocks, which reduces compile time.") }
        for (position, attribute) in attributes.enumerated() {
            if isWide, position > 0, position % 20 == 0 { line("if false {}") }
            line(attribute.propertyName + " =", before: attribute.initialValue)
        }
    }

    private mutating func visit(_ attribute: Attribute) {
        let key = SwiftLiteral.string(attribute.key)
        let nulls = attribute.keepsNull ? ", &self." + nullFields : ""
        let (name, value) = (attribute.visitName, attribute.propertyName)
        let count = name.utf8.count + key.utf8.count + value.utf8.count + nulls.utf8.count
        // The common case without an array of arguments, for speed.
        if fits(count + "fields.(, &)".utf8.count) {
            return line("fields.", name, "(", key, ", &", value, nulls, ")")
        }
        let arguments = [key, "&" + value] + (attribute.keepsNull ? ["&self." + nullFields] : [])
        call("fields.\(name)(", arguments)
    }

    private mutating func visitUnknown(_ name: String, _ keys: [String]) {
        list("fields.unknown(&\(name), besides: [", keys.map(SwiftLiteral.string), "])")
    }
}
