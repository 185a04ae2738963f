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
        case .string, .dateTime, .base64: return Self.string(json)
        case .boolean:
            guard case .boolean(let value) = json else { return nil }
            return .boolean(value)
        case .integer: return Self.integer(json)
        case .integer32:
            guard case .integer(let value) = Self.integer(json) else { return nil }
            return Int32(exactly: value).map { .integer(Int($0)) }
        case .number:
            guard case .number(let number) = json, number.double.isFinite else { return nil }
            return .number(number.double)
        case .intOrString: return Self.integer(json) ?? Self.string(json)
        case .json: return DefaultValue(json)
        case .enumeration(let name):
            return positions[name].flatMap { Self.enumeration(json, enums[$0]) }
        case .list(let element): return list(json, element)
        case .map(let value): return map(json, value)
        case .nullable(let value): return json == .null ? .null : self.value(json, value)
        case .object(let name): return positions[name].flatMap { object(json, structs[$0]) }
        case .labelSelector: return json == .object(JSONObject()) ? .object([]) : nil
        case .embeddedResource, .condition, .external: return nil
        }
    }

    private static func string(_ json: JSONValue) -> DefaultValue? {
        guard case .string(let text) = json else { return nil }
        return .string(text)
    }

    private static func integer(_ json: JSONValue) -> DefaultValue? {
        guard case .number(let number) = json else { return nil }
        return number.integer.map { .integer($0) }
    }

    private static func enumeration(_ json: JSONValue, _ type: EnumType) -> DefaultValue? {
        let text: String? =
            switch json {
            case .string(let text) where type.rawType == .string: text
            case .number(let number) where type.rawType == .integer: number.integer.map(String.init)
            case .boolean(let value) where type.rawType == .boolean: String(value)
            case .null, .boolean, .number, .string, .array, .object: nil
            }
        return type.cases.first { $0.value == text }.map { .enumeration($0.name) }
    }

    private mutating func list(_ json: JSONValue, _ type: TypeReference) -> DefaultValue? {
        guard case .array(let elements) = json else { return nil }
        var values: [DefaultValue] = []
        for element in elements {
            guard let value = value(element, type) else { return nil }
            values.append(value)
        }
        return .list(values)
    }

    private mutating func map(_ json: JSONValue, _ type: TypeReference) -> DefaultValue? {
        guard case .object(let object) = json else { return nil }
        var members: [DefaultValue.Member] = []
        for (key, json) in zip(object.keys, object.values) {
            guard let value = value(json, type) else { return nil }
            members.append(DefaultValue.Member(name: key, value: value))
        }
        return .map(members)
    }

    private mutating func object(_ json: JSONValue, _ type: StructType) -> DefaultValue? {
        guard case .object(var others) = json else { return nil }
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
