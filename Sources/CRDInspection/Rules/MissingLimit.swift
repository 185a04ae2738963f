import CRDSchema
import CRDValidation

/// A limit that a schema does not have, and with which a rule would cost less.
package struct MissingLimit: Sendable {
    /// The keyword of a limit.
    package enum Keyword: String, Sendable {
        case maxItems
        case maxLength
        case maxProperties

        /// The limit that is tried.
        var usualLimit: Int {
            switch self {
            case .maxItems, .maxProperties: 64
            case .maxLength: 256
            }
        }
    }

    /// The schema that does not have the limit.
    enum Place: Sendable {
        /// A list or map around the values of the rule, by its index among them.
        case around(Int)
        /// The schema of the rule, or a schema in it.
        case within([RuleSet.Step])
    }

    /// The keyword.
    package let keyword: Keyword
    /// The path of the values, such as `spec.ports[*].name`; empty for a whole resource.
    package let path: String
    let place: Place

    /// The limit that is tried.
    package var value: Int { keyword.usualLimit }

    /// `maxItems: 64 on spec.ports`.
    var text: String { "\(keyword.rawValue): \(value) on \(path)" }
}

/// A list or map around the values of a rule.
struct EnclosingList: Sendable {
    let keyword: MissingLimit.Keyword
    let path: String
    /// The maximum number of elements; `nil` if there is none.
    let limit: Int?
}

extension Schema {
    /// The kind of limit that bounds the size of the values; `nil` if the size is fixed.
    var limitKeyword: MissingLimit.Keyword? {
        if keywords.isIntOrString { return .maxLength }
        switch keywords.type {
        case .array?: return .maxItems
        case .object?:
            if case .schema? = keywords.additionalProperties { return .maxProperties }
            return nil
        case .string?:
            let hasFixedSize =
                keywords.enumeration?.isEmpty == false
                || ["date", "date-time", "duration"].contains(keywords.format)
            return hasFixedSize ? nil : .maxLength
        case .integer?, .number?, .boolean?, .other?, nil: return nil
        }
    }

    /// Returns the limit for a keyword; `nil` if there is none.
    func limit(_ keyword: MissingLimit.Keyword) -> Int? {
        switch keyword {
        case .maxItems: keywords.rare.maxItems
        case .maxLength: keywords.rare.maxLength
        case .maxProperties: keywords.rare.maxProperties
        }
    }

    /// Returns the limits that the schema, and the schemas in it that a rule uses, do not have.
    ///
    /// - Parameters:
    ///   - rule: The rule; only properties that it names are searched.
    ///   - path: The path of the values.
    ///   - steps: The steps from the schema of the rule.
    /// - Returns: The limits, the outermost first.
    func missingLimits(
        in rule: String,
        _ path: String,
        _ steps: [RuleSet.Step] = []
    ) -> [MissingLimit] {
        var limits: [MissingLimit] = []
        if let keyword = limitKeyword, limit(keyword) == nil {
            limits.append(MissingLimit(keyword: keyword, path: path, place: .within(steps)))
        }
        for property in keywords.properties where rule.names(property.name) {
            let inner = SchemaPath.property(property.name, in: path)
            limits += property.schema
                .missingLimits(in: rule, inner, steps + [.property(property.name)])
        }
        let inner = SchemaPath.element(of: path)
        limits += keywords.items?.missingLimits(in: rule, inner, steps + [.items]) ?? []
        if case .schema(let members)? = keywords.additionalProperties {
            limits += members.missingLimits(in: rule, inner, steps + [.additionalProperties])
        }
        return limits
    }

    /// Returns the schema with a limit in it.
    func limited(
        _ keyword: MissingLimit.Keyword,
        at steps: ArraySlice<RuleSet.Step>
    ) -> Schema {
        var keywords = self.keywords
        let rest = steps.dropFirst()
        switch steps.first {
        case nil:
            switch keyword {
            case .maxItems: keywords.rare.maxItems = keyword.usualLimit
            case .maxLength: keywords.rare.maxLength = keyword.usualLimit
            case .maxProperties: keywords.rare.maxProperties = keyword.usualLimit
            }
        case .property(let name)?:
            keywords.properties = keywords.properties.map { property in
                guard property.name == name else { return property }
                let schema = property.schema.limited(keyword, at: rest)
                return Property(name: name, schema: schema, position: property.position)
            }
        case .items?: keywords.items = keywords.items?.limited(keyword, at: rest)
        case .additionalProperties?:
            guard case .schema(let members)? = keywords.additionalProperties else { return self }
            keywords.additionalProperties = .schema(members.limited(keyword, at: rest))
        }
        return Schema(keywords)
    }
}
