import CRDValues

/// Converts the defaults of required properties to values of their types.
struct DefaultResolver {
    /// Struct → position of a property in the schema → its default.
    typealias Defaults = [String: [Int: JSONValue]]

    private let defaults: Defaults
    private var structs: [StructType]
    private let enums: [EnumType]
    /// Name of a struct or an enumeration → its position in the list.
    private var positions: [String: Int] = [:]
    /// The names of the structs whose defaults are converted.
    private var resolved: Set<String> = []

    /// Creates a resolver for the types of a resource.
    init(_ defaults: Defaults, structs: [StructType], enums: [EnumType]) {
        self.defaults = defaults
        self.structs = structs
        self.enums = enums
        for (position, type) in structs.enumerated() { positions[type.name] = position }
        for (position, type) in enums.enumerated() { positions[type.name] = position }
    }

    /// Returns a struct with the defaults of its properties.
    ///
    /// A property whose default cannot be written in Swift is optional, because a manifest doesn't
    /// need it either.
    mutating func resolve(_ type: StructType) -> StructType {
        let position = positions[type.name]
        if resolved.contains(type.name), let position { return structs[position] }
        var type = type
        if let defaults = defaults[type.name] {
            for (index, attribute) in type.attributes.enumerated() {
                guard let json = defaults[attribute.position] else { continue }
                let isNil = attribute.isNullable && json == .null
                if DefaultValue.isShort(json),
                    let value = isNil ? .null : value(json, attribute.type)
                {
                    type.attributes[index].defaultValue = value
                } else {
                    type.attributes[index].isRequired = false
                }
            }
        }
        if let position {
            structs[position] = type
            resolved.insert(type.name)
        }
        return type
    }

    /// Returns a value of a type; `nil` if the default is invalid or cannot be written in Swift.
    private mutating func value(_ json: JSONValue, _ type: TypeReference) -> DefaultValue? {
        switch type {
        case .string, .dateTime, .base64: json.string.map { .string($0) }
        case .boolean: json.bool.map { .boolean($0) }
        case .integer: json.int.map { .integer($0) }
        case .integer32: json.int.flatMap(Int32.init(exactly:)).map { .integer(Int($0)) }
        case .number: json.double.flatMap { $0.isFinite ? .number($0) : nil }
        case .intOrString: json.int.map { .integer($0) } ?? json.string.map { .string($0) }
        case .json: DefaultValue(json)
        case .enumeration(let name):
            positions[name].flatMap { Self.enumeration(json, enums[$0]) }
        case .list(let element): list(json, element)
        case .map(let value): map(json, value)
        case .nullable(let value): json == .null ? .null : self.value(json, value)
        case .object(let name): positions[name].flatMap { object(json, structs[$0]) }
        case .labelSelector: json == .object(JSONObject()) ? .object([]) : nil
        case .embeddedResource, .condition, .external: nil
        }
    }

    private static func enumeration(_ json: JSONValue, _ type: EnumType) -> DefaultValue? {
        let text =
            switch type.rawType {
            case .string: json.string
            case .integer: json.int.map(String.init)
            case .boolean: json.bool.map(String.init)
            }
        return type.cases.first { $0.value == text }.map { .enumeration($0.name) }
    }

    private mutating func list(_ json: JSONValue, _ type: TypeReference) -> DefaultValue? {
        guard let elements = json.array else { return nil }
        var values: [DefaultValue] = []
        for element in elements {
            guard let value = value(element, type) else { return nil }
            values.append(value)
        }
        return .list(values)
    }

    private mutating func map(_ json: JSONValue, _ type: TypeReference) -> DefaultValue? {
        guard let object = json.object else { return nil }
        var members: [DefaultValue.Member] = []
        for (key, json) in zip(object.keys, object.values) {
            guard let value = value(json, type) else { return nil }
            members.append(DefaultValue.Member(name: key, value: value))
        }
        return .map(members)
    }

    private mutating func object(_ json: JSONValue, _ type: StructType) -> DefaultValue? {
        guard var others = json.object else { return nil }
        var members: [DefaultValue.Member] = []
        for attribute in resolve(type).attributes {
            let json = others[attribute.key]
            others[attribute.key] = Optional.none
            if let json, json != .null {
                guard let value = value(json, attribute.type) else { return nil }
                members.append(DefaultValue.Member(name: attribute.name, value: value))
            } else if json != nil, attribute.isNullable {
                // The initializer cannot distinguish an optional `null` from a missing field.
                guard attribute.isRequired else { return nil }
                members.append(DefaultValue.Member(name: attribute.name, value: .null))
            } else if attribute.isRequired, attribute.defaultValue == nil {
                return nil
            }
        }
        // The initializer has no parameter for unknown fields.
        return others.isEmpty ? .object(members) : nil
    }
}
