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
    /// Returns a level with the names of the properties in Swift instead of plain snake_case,
    /// sorted by these names.
    init(_ level: AttributeLevel, namedAsIn type: ResourceType) {
        var properties = AttributeProperties(type)
        self.init(level, namedAsIn: type.naming, owner: .resource, &properties)
    }

    private init(
        _ level: AttributeLevel,
        namedAsIn naming: AttributeNaming,
        owner: AttributeProperties.Owner?,
        _ properties: inout AttributeProperties
    ) {
        let usualNames = owner == nil ? level.usualNames(naming) : [:]
        var groups: [[PageAttribute]] = []
        for group in [level.required, level.optional, level.readOnly] {
            var attributes: [PageAttribute] = []
            for attribute in group {
                attributes.append(Self.named(attribute, naming, owner, usualNames, &properties))
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

    /// Returns the names of keys that have no properties in Swift, such as in JSON values.
    private func usualNames(_ naming: AttributeNaming) -> [ExactKey: String] {
        let keys = (required + optional + readOnly).compactMap { attribute in
            if case .manifest(let key) = attribute.place { key } else { nil }
        }
        let names = AttributeName.Scope(naming, inResource: false).names(of: keys)
        return Dictionary(uniqueKeysWithValues: zip(keys.map { ExactKey($0) }, names))
    }

    private static func named(
        _ attribute: PageAttribute,
        _ naming: AttributeNaming,
        _ owner: AttributeProperties.Owner?,
        _ usualNames: [ExactKey: String],
        _ properties: inout AttributeProperties
    ) -> PageAttribute {
        // The runtime names the attributes that all resources have.
        guard attribute.builtInType == nil, case .manifest(let key) = attribute.place else {
            return attribute
        }
        let property = owner.flatMap { properties.property(key, of: $0) }
        func named(_ level: AttributeLevel) -> AttributeLevel {
            AttributeLevel(level, namedAsIn: naming, owner: property?.inner, &properties)
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
            name: property?.name ?? usualNames[ExactKey(key)] ?? attribute.name,
            kind: kind,
            description: attribute.description,
            place: attribute.place,
            schema: attribute.schema
        )
    }
}
