import CRDGeneratorCore
import CRDSchema

/// An attribute on a page.
struct PageAttribute {
    /// The location of the attribute in manifests.
    enum Place: Equatable {
        /// The value of a key.
        case manifest(key: String)
        /// None: only Swift values have the attribute.
        case swiftOnly
    }

    /// The name in snake_case.
    let name: String
    /// The type.
    let kind: AttributeKind
    /// The description in the CRD; often empty.
    let description: String
    /// The location in manifests.
    let place: Place
    /// The schema; `nil` if the CRD has none.
    let schema: Schema?
    /// The Swift type of an attribute that all resources have; `nil` for others.
    var builtInType: String?

    /// The description of the objects in a list or a map; `nil` if there is none.
    var elementDescription: String? {
        guard let inner = kind.nested?.schema, let schema, inner !== schema else { return nil }
        return inner.keywords.description
    }
}

/// The attributes of one object, in the three groups of a page, each sorted by name.
struct AttributeLevel {
    private(set) var required: [PageAttribute] = []
    private(set) var optional: [PageAttribute] = []
    private(set) var readOnly: [PageAttribute] = []

    /// The schema with these properties; `nil` if there is none.
    let schema: Schema?

    /// The keys of attributes that are immutable by a CEL rule of the object.
    let immutableKeys: Set<String>

    var isEmpty: Bool { required.isEmpty && optional.isEmpty && readOnly.isEmpty }

    /// Sorts attributes into a level.
    init(
        required: [PageAttribute] = [],
        optional: [PageAttribute] = [],
        readOnly: [PageAttribute] = [],
        schema: Schema? = nil
    ) {
        self.schema = schema
        immutableKeys = schema.map(SchemaWords.immutableKeys) ?? []
        self.required = required.sorted { $0.name < $1.name }
        self.optional = optional.sorted { $0.name < $1.name }
        self.readOnly = readOnly.sorted { $0.name < $1.name }
    }

    /// Creates the level for the properties of a schema.
    ///
    /// - Parameters:
    ///   - schema: The schema of an object; only its own `properties` are used.
    ///   - hidden: Properties that are left out.
    ///   - names: Property → name, for properties with an unusual name.
    ///   - detail: The detail of the page; on plain pages, of properties with the same name only
    ///     one is shown.
    init(
        of schema: Schema,
        without hidden: Set<String> = [],
        names: [String: String] = [:],
        detail: PageDetail
    ) {
        self.schema = schema
        immutableKeys = SchemaWords.immutableKeys(schema)
        let requiresAll = Self.requiresAll(schema)
        let requiredKeys = Set(schema.keywords.required)
        var last: String?
        for candidate in Self.candidates(schema.keywords.properties, without: hidden, names) {
            if candidate.name == last, detail == .plain { continue }
            last = candidate.name
            let property = schema.keywords.properties[candidate.position]
            let attribute = PageAttribute(
                name: candidate.name,
                kind: AttributeKind(of: property.schema, detail),
                description: property.schema.keywords.description ?? "",
                place: .manifest(key: property.name),
                schema: property.schema
            )
            if requiresAll || requiredKeys.contains(property.name) {
                required.append(attribute)
            } else {
                optional.append(attribute)
            }
        }
    }

    /// Whether the smallest object that the schema allows has every property.
    private static func requiresAll(_ schema: Schema) -> Bool {
        guard let least = schema.keywords.rare.minProperties,
            schema.keywords.rare.maxProperties == nil
        else {
            return false
        }
        return least > 1 && least == schema.keywords.properties.count
    }
}

// MARK: - Names

extension AttributeLevel {
    private struct Candidate {
        let name: String
        let position: Int
    }

    /// Returns the properties sorted by attribute name; of properties with the same name, the one
    /// that keeps the name is first.
    private static func candidates(
        _ properties: [Schema.Property],
        without hidden: Set<String>,
        _ names: [String: String]
    ) -> [Candidate] {
        var candidates: [Candidate] = []
        candidates.reserveCapacity(properties.count)
        for (position, property) in properties.enumerated() {
            if hidden.contains(property.name) { continue }
            let name = names[property.name] ?? SwiftName.attribute(property.name)
            candidates.append(Candidate(name: name, position: position))
        }
        return candidates.sorted { left, right in
            left.name == right.name
                ? keepsName(properties[left.position].name, before: properties[right.position].name)
                : left.name < right.name
        }
    }

    /// Whether the first of two properties with the same attribute name keeps it: the one without
    /// `_` and `-`, then the first in byte order.
    private static func keepsName(_ left: String, before right: String) -> Bool {
        let separators = (separators(left), separators(right))
        return separators.0 == separators.1 ? left < right : separators.0 < separators.1
    }

    private static func separators(_ name: String) -> Int {
        name.utf8.count { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    }
}
