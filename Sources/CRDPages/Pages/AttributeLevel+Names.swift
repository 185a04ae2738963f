import CRDGeneratorCore
import CRDValues

extension ResourceType {
    /// Whether the configuration changes names of attributes.
    var hasConfiguredNames: Bool {
        naming != .snakeCase
            || ([root] + structs).contains { $0.attributes.contains(where: \.isRenamed) }
    }
}

extension AttributeLevel {
    /// Returns a level with the attribute names of the configuration instead of plain snake_case,
    /// sorted by these names.
    init(_ level: AttributeLevel, namedAsIn type: ResourceType) {
        var facts = AttributeFacts(type)
        self.init(level, namedAsIn: type.naming, structName: "", &facts)
    }

    private init(
        _ level: AttributeLevel,
        namedAsIn naming: AttributeNaming,
        structName: String?,
        _ facts: inout AttributeFacts
    ) {
        var groups: [[PageAttribute]] = []
        for group in [level.required, level.optional, level.readOnly] {
            var attributes: [PageAttribute] = []
            for attribute in group {
                attributes.append(Self.named(attribute, naming, structName, &facts))
            }
            groups.append(attributes)
        }
        self.init(
            required: groups[0],
            optional: groups[1],
            readOnly: groups[2],
            schema: level.schema
        )
    }

    private static func named(
        _ attribute: PageAttribute,
        _ naming: AttributeNaming,
        _ structName: String?,
        _ facts: inout AttributeFacts
    ) -> PageAttribute {
        // The runtime names the attributes that all resources have.
        guard attribute.builtInType == nil, case .manifest(let key) = attribute.place else {
            return attribute
        }
        let property = structName.flatMap { facts.property(key, of: $0) }
        func named(_ level: AttributeLevel) -> AttributeLevel {
            AttributeLevel(level, namedAsIn: naming, structName: property?.structName, &facts)
        }
        let kind: AttributeKind
        switch attribute.kind {
        case .attributes(let level): kind = .attributes(named(level))
        case .attributesList(let level): kind = .attributesList(named(level))
        case .string, .number, .boolean, .dynamic, .listOfString, .listOfMapOfString, .mapOfString,
            .mapOfListOfString, .mapOfMapOfString, .mapOfMapOfListOfString:
            kind = attribute.kind
        }
        return PageAttribute(
            name: property?.name ?? AttributeName.usual(key, naming),
            kind: kind,
            description: attribute.description,
            place: attribute.place,
            schema: attribute.schema
        )
    }
}
