import CRDRuntime

/// One attribute of a page.
struct PageAttribute {
    /// The name in snake_case.
    let name: String
    /// The type.
    let kind: AttributeKind
    /// The description on one line, without white space at its ends; often empty.
    let description: String
}

/// The attributes that stand side by side, in the three groups of a page, each sorted by name.
struct AttributeLevel {
    private(set) var required: [PageAttribute] = []
    private(set) var optional: [PageAttribute] = []
    private(set) var readOnly: [PageAttribute] = []

    var isEmpty: Bool { required.isEmpty && optional.isEmpty && readOnly.isEmpty }

    /// The attribute that is written last; `nil` if there is none.
    var last: PageAttribute? { readOnly.last ?? optional.last ?? required.last }

    /// Sorts attributes into a level.
    init(
        required: [PageAttribute] = [],
        optional: [PageAttribute] = [],
        readOnly: [PageAttribute] = []
    ) {
        self.required = required.sorted { $0.name < $1.name }
        self.optional = optional.sorted { $0.name < $1.name }
        self.readOnly = readOnly.sorted { $0.name < $1.name }
    }

    /// The level that the properties of a schema make, each attribute name once.
    ///
    /// - Parameters:
    ///   - schema: An object's schema; only its own `properties` count.
    ///   - hidden: Properties that are left out.
    ///   - names: Property → name, for those that are not called what they usually would be.
    init(of schema: Schema, without hidden: Set<String> = [], names: [String: String] = [:]) {
        let keywords = schema.keywords
        let requiresAll = Self.requiresAll(keywords)
        var last: String?
        for candidate in Self.candidates(keywords.properties, without: hidden, names) {
            if candidate.name == last { continue }
            last = candidate.name
            let property = candidate.property
            let attribute = PageAttribute(
                name: candidate.name,
                kind: AttributeKind(of: property.schema),
                description: PageText.trimmed(
                    PageText.cleaned(property.schema.keywords.description)
                )
            )
            if requiresAll || keywords.required.contains(property.name) {
                required.append(attribute)
            } else {
                optional.append(attribute)
            }
        }
    }

    /// Whether the smallest object that the schema allows has every property.
    private static func requiresAll(_ keywords: Schema.Keywords) -> Bool {
        guard let least = keywords.minProperties, keywords.maxProperties == nil else {
            return false
        }
        return least > 1 && least == keywords.properties.count
    }
}

// MARK: - Names

extension AttributeLevel {
    private struct Candidate {
        let name: String
        let property: Schema.Property
    }

    /// The properties sorted by attribute name; of those with one name, first the one that keeps
    /// it.
    private static func candidates(
        _ properties: [Schema.Property],
        without hidden: Set<String>,
        _ names: [String: String]
    ) -> [Candidate] {
        var candidates: [Candidate] = []
        candidates.reserveCapacity(properties.count)
        for property in properties where !hidden.contains(property.name) {
            let name = names[property.name] ?? SwiftName.attribute(property.name)
            candidates.append(Candidate(name: name, property: property))
        }
        return candidates.sorted { left, right in
            left.name == right.name
                ? keepsName(left.property.name, before: right.property.name)
                : left.name < right.name
        }
    }

    /// Whether the first of two properties with one attribute name has it on pages: the one that
    /// is written without `_` and `-`, then the least in byte order.
    private static func keepsName(_ left: String, before right: String) -> Bool {
        // getambassador.io/v2 hosts: the provider kept the other spelling.
        if left == "ambassadorId" || right == "ambassadorId" { return right == "ambassadorId" }
        let separators = (separators(left), separators(right))
        return separators.0 == separators.1 ? left < right : separators.0 < separators.1
    }

    private static func separators(_ name: String) -> Int {
        name.utf8.count { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    }
}
