import CRDValues
package import CRDYAML

/// Reads schemas from nodes: from YAML for the generator, and from JSON for the runtime.
///
/// Invalid keywords are reported and ignored. The schema then allows more values and has the widest
/// type.
package struct SchemaDecoder {
    /// The warnings, in the order of the text.
    package var diagnostics: [Diagnostic] = []

    package init() {}

    /// Reads a schema.
    ///
    /// - Parameter node: The mapping under `openAPIV3Schema`, `items` and so on. Any other node is
    ///   reported.
    /// - Returns: The schema. If `node` is not a mapping, it allows everything.
    package mutating func schema(_ node: Node) -> Schema {
        var keywords = Schema.Keywords()
        guard case .mapping = node.kind else {
            warn(node, "found \(node.found), expected a schema, allowing any value")
            return Schema(keywords)
        }
        let pairs = node.pairs
        let count = pairs.count
        var position = 0
        while position < count {
            if let keyword = Keyword(pairs.key(at: position)) {
                read(keyword, pairs.value(at: position), into: &keywords)
            } else {
                let keyNode = pairs[position].keyNode
                let question = Keyword.question(keyNode.text)
                warn(
                    keyNode,
                    "unknown schema keyword '\(keyNode.text.excerpt)', ignored\(question)"
                )
            }
            position += 1
        }
        warnOfMisplacedKeywords(keywords, node)
        return Schema(consume keywords)
    }

    // Not inlined, because there are many calls.
    @inline(never)
    package mutating func warn(_ node: Node, _ message: String) {
        diagnostics.append(node.diagnostic(.warning, message))
    }
}

extension SchemaDecoder {
    /// Warns of keywords that describe the structure of values of another type.
    ///
    /// Kubernetes accepts and ignores them. They are kept, as the API server uses them for invalid
    /// values: a mapping in place of a string loses fields that are not in `properties`.
    private mutating func warnOfMisplacedKeywords(_ keywords: Schema.Keywords, _ node: Node) {
        let type: String
        var misplaced: [Keyword] = []
        switch keywords.type {
        case .string: type = "string"
        case .boolean: type = "boolean"
        case .integer: type = "integer"
        case .number: type = "number"
        case .array: type = "array"
        case .object: type = "object"
        case .other, nil: return
        }
        if keywords.type != .array, keywords.items != nil { misplaced.append(.items) }
        if keywords.type != .object {
            if !keywords.properties.isEmpty { misplaced.append(.properties) }
            if case .schema = keywords.additionalProperties {
                misplaced.append(.additionalProperties)
            }
        }
        for keyword in misplaced {
            let pair = node.pairs.first { $0.key == keyword.rawValue }
            warn(
                pair?.keyNode ?? node,
                "\(keyword.quoted) has no effect on values of type '\(type)', ignored"
            )
        }
    }
}

extension SchemaDecoder {
    /// The fields of `JSONSchemaProps` (k8s.io/apiextensions-apiserver v0.35, types_jsonschema.go).
    package enum Keyword: String, CaseIterable, Sendable {
        case id
        case schema = "$schema"
        case ref = "$ref"
        case description
        case type
        case format
        case title
        case defaultValue = "default"
        case maximum
        case exclusiveMaximum
        case minimum
        case exclusiveMinimum
        case maxLength
        case minLength
        case pattern
        case maxItems
        case minItems
        case uniqueItems
        case multipleOf
        case enumeration = "enum"
        case maxProperties
        case minProperties
        case required
        case items
        case allOf
        case oneOf
        case anyOf
        case not
        case properties
        case additionalProperties
        case patternProperties
        case dependencies
        case additionalItems
        case definitions
        case externalDocs
        case example
        case nullable
        case preserveUnknownFields = "x-kubernetes-preserve-unknown-fields"
        case embeddedResource = "x-kubernetes-embedded-resource"
        case intOrString = "x-kubernetes-int-or-string"
        case listMapKeys = "x-kubernetes-list-map-keys"
        case listType = "x-kubernetes-list-type"
        case mapType = "x-kubernetes-map-type"
        case validations = "x-kubernetes-validations"

        /// Creates the keyword with a name; returns `nil` if there is none.
        ///
        /// The most common keywords are compared one by one, the others are found by hash.
        /// `init(rawValue:)` would compare all of them.
        package init?(_ name: String) {
            if name == "type" {
                self = .type
            } else if name == "description" {
                self = .description
            } else if name == "properties" {
                self = .properties
            } else if name == "items" {
                self = .items
            } else if let keyword = Self.named[name] {
                self = keyword
            } else {
                return nil
            }
        }

        private static let named = Dictionary(
            uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) }
        )

        /// Returns the suggestion for an unknown keyword, such as `, did you mean 'items'?`; `""` if
        /// no keyword is similar.
        ///
        /// The prefix that some keywords share makes none of them similar, and neither does one
        /// letter of `id`.
        package static func question(_ text: String) -> String {
            let prefix = text.hasPrefix("x-kubernetes-") ? "x-kubernetes-" : ""
            let names = allCases.filter { $0 != .id && $0.rawValue.hasPrefix(prefix) }
                .map { String($0.rawValue.dropFirst(prefix.count)) }
            let nearest = NearestName.to(String(text.dropFirst(prefix.count)), among: names)
            return nearest.map { ", did you mean '\(prefix)\($0)'?" } ?? ""
        }

        /// The keyword in quotes, for messages.
        var quoted: String { "'\(rawValue)'" }
    }

    private mutating func read(
        _ keyword: Keyword,
        _ node: Node,
        into keywords: inout Schema.Keywords
    ) {
        switch keyword {
        case .description: keywords.description = text(node, keyword)
        case .type: keywords.type = type(node)
        case .format: keywords.format = string(node, keyword)
        case .title: keywords.rare.title = text(node, keyword)
        case .pattern: keywords.rare.pattern = string(node, keyword)
        case .defaultValue: keywords.rare.defaultValue = json(node)
        case .example: keywords.rare.example = json(node)
        case .enumeration: keywords.enumeration = jsonList(node, keyword)
        case .nullable: keywords.isNullable = boolean(node, keyword)
        case .maximum: keywords.rare.maximum = number(node, keyword)
        case .minimum: keywords.rare.minimum = number(node, keyword)
        case .multipleOf: keywords.rare.multipleOf = number(node, keyword)
        case .exclusiveMaximum: keywords.exclusiveMaximum = boolean(node, keyword)
        case .exclusiveMinimum: keywords.exclusiveMinimum = boolean(node, keyword)
        case .maxLength: keywords.rare.maxLength = maximum(node, keyword)
        case .minLength: keywords.rare.minLength = count(node, keyword)
        case .maxItems: keywords.rare.maxItems = maximum(node, keyword)
        case .minItems: keywords.rare.minItems = count(node, keyword)
        case .maxProperties: keywords.rare.maxProperties = maximum(node, keyword)
        case .minProperties: keywords.rare.minProperties = count(node, keyword)
        case .uniqueItems: keywords.uniqueItems = boolean(node, keyword)
        case .required: keywords.required = strings(node, keyword)
        case .items: keywords.items = items(node)
        case .properties: keywords.properties = properties(node)
        case .additionalProperties: keywords.additionalProperties = additionalProperties(node)
        case .allOf: keywords.rare.allOf = schemas(node, keyword)
        case .oneOf: keywords.rare.oneOf = alternatives(node)
        case .anyOf: keywords.rare.anyOf = schemas(node, keyword)
        case .not: keywords.rare.not = negated(node)
        case .preserveUnknownFields: keywords.preservesUnknownFields = boolean(node, keyword)
        case .embeddedResource: keywords.isEmbeddedResource = boolean(node, keyword)
        case .intOrString: keywords.isIntOrString = boolean(node, keyword)
        case .listType: keywords.rare.listType = string(node, keyword)
        case .listMapKeys: keywords.rare.listMapKeys = strings(node, keyword)
        case .mapType: keywords.rare.mapType = string(node, keyword)
        case .validations: keywords.rare.validations = validations(node)
        case .id, .schema, .externalDocs:
            break  // do not constrain values
        case .ref, .patternProperties, .dependencies, .additionalItems, .definitions:
            // Forbidden in a CRD (apiextensions validation, "forbiddenStructural" and friends).
            warn(node, "Kubernetes does not support '\(keyword.rawValue)' in a CRD, ignored")
        }
    }
}
