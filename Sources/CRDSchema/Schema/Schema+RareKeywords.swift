extension Schema.Keywords {
    /// The keywords that few schemas have.
    struct Rare: Sendable {
        var title: String?
        var defaultValue: JSONValue?
        var example: JSONValue?
        var minProperties: Int?
        var maxProperties: Int?
        var minItems: Int?
        var maxItems: Int?
        var minimum: JSONNumber?
        var maximum: JSONNumber?
        var multipleOf: JSONNumber?
        var minLength: Int?
        var maxLength: Int?
        var pattern: String?
        var allOf: [Schema] = []
        var anyOf: [Schema] = []
        var oneOf: [Schema] = []
        var not: Schema?
        var listType: String?
        var listMapKeys: [String] = []
        var mapType: String?
        var validations: [Schema.ValidationRule] = []
    }

    /// `title`.
    public var title: String? {
        get { rare.isEmpty ? nil : rare[0].title }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].title = newValue
        }
    }

    /// `default`.
    public var defaultValue: JSONValue? {
        get { rare.isEmpty ? nil : rare[0].defaultValue }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].defaultValue = newValue
        }
    }

    /// `example`.
    public var example: JSONValue? {
        get { rare.isEmpty ? nil : rare[0].example }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].example = newValue
        }
    }

    /// `minProperties`.
    public var minProperties: Int? {
        get { rare.isEmpty ? nil : rare[0].minProperties }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].minProperties = newValue
        }
    }

    /// `maxProperties`.
    public var maxProperties: Int? {
        get { rare.isEmpty ? nil : rare[0].maxProperties }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].maxProperties = newValue
        }
    }

    /// `minItems`.
    public var minItems: Int? {
        get { rare.isEmpty ? nil : rare[0].minItems }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].minItems = newValue
        }
    }

    /// `maxItems`.
    public var maxItems: Int? {
        get { rare.isEmpty ? nil : rare[0].maxItems }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].maxItems = newValue
        }
    }

    /// `minimum`.
    public var minimum: JSONNumber? {
        get { rare.isEmpty ? nil : rare[0].minimum }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].minimum = newValue
        }
    }

    /// `maximum`.
    public var maximum: JSONNumber? {
        get { rare.isEmpty ? nil : rare[0].maximum }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].maximum = newValue
        }
    }

    /// `multipleOf`.
    public var multipleOf: JSONNumber? {
        get { rare.isEmpty ? nil : rare[0].multipleOf }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].multipleOf = newValue
        }
    }

    /// `minLength`, in Unicode scalars.
    public var minLength: Int? {
        get { rare.isEmpty ? nil : rare[0].minLength }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].minLength = newValue
        }
    }

    /// `maxLength`, in Unicode scalars.
    public var maxLength: Int? {
        get { rare.isEmpty ? nil : rare[0].maxLength }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].maxLength = newValue
        }
    }

    /// `pattern`, in the syntax of RE2; a match anywhere is enough.
    public var pattern: String? {
        get { rare.isEmpty ? nil : rare[0].pattern }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].pattern = newValue
        }
    }

    /// `allOf`.
    public var allOf: [Schema] {
        get { rare.isEmpty ? [] : rare[0].allOf }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].allOf = newValue
        }
    }

    /// `anyOf`.
    public var anyOf: [Schema] {
        get { rare.isEmpty ? [] : rare[0].anyOf }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].anyOf = newValue
        }
    }

    /// `oneOf`.
    public var oneOf: [Schema] {
        get { rare.isEmpty ? [] : rare[0].oneOf }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].oneOf = newValue
        }
    }

    /// `not`.
    public var not: Schema? {
        get { rare.isEmpty ? nil : rare[0].not }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].not = newValue
        }
    }

    /// `x-kubernetes-list-type`: `atomic`, `set` or `map`.
    public var listType: String? {
        get { rare.isEmpty ? nil : rare[0].listType }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].listType = newValue
        }
    }

    /// `x-kubernetes-list-map-keys`.
    public var listMapKeys: [String] {
        get { rare.isEmpty ? [] : rare[0].listMapKeys }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].listMapKeys = newValue
        }
    }

    /// `x-kubernetes-map-type`: `granular` or `atomic`.
    public var mapType: String? {
        get { rare.isEmpty ? nil : rare[0].mapType }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].mapType = newValue
        }
    }

    /// `x-kubernetes-validations`: rules in the Common Expression Language.
    public var validations: [Schema.ValidationRule] {
        get { rare.isEmpty ? [] : rare[0].validations }
        set {
            if rare.isEmpty { rare.append(Rare()) }
            rare[0].validations = newValue
        }
    }
}
