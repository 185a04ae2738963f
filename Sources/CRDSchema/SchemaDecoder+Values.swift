import CRDValues
import CRDYAML

// Names for messages are closures, because nearly all values are valid, and creating a text for
// each would cost more than reading it.
extension SchemaDecoder {
    @inline(never)
    private mutating func expected(_ what: String, _ node: Node, _ name: () -> String) {
        warn(node, "\(name()) is \(node.found), expected \(what), ignored")
    }

    /// Returns the value of a scalar.
    ///
    /// If the node is not a scalar or its text does not match its tag, it is reported and the
    /// result is `nil`.
    private mutating func scalar(_ what: String, _ node: Node, _ name: () -> String) -> Scalar? {
        guard case .scalar = node.kind else {
            expected(what, node, name)
            return nil
        }
        do throws(Diagnostic) {
            return try node.resolved()
        } catch {
            diagnostics.append(error)
            return nil
        }
    }

    private mutating func string(_ node: Node, _ name: () -> String) -> String? {
        switch scalar("a string", node, name) {
        case .string: return node.string
        case .null, nil: return nil
        case .boolean, .integer, .unsigned, .float, .notFinite:
            expected("a string", node, name)
            return nil
        }
    }

    private mutating func boolean(_ node: Node, _ name: () -> String) -> Bool? {
        switch scalar("a Boolean", node, name) {
        case .boolean(let value): return value
        case .null, nil: return nil
        case .string, .integer, .unsigned, .float, .notFinite:
            expected("a Boolean", node, name)
            return nil
        }
    }

    mutating func string(_ node: Node, _ keyword: Keyword) -> String? {
        string(node) { keyword.quoted }
    }

    mutating func boolean(_ node: Node, _ keyword: Keyword) -> Bool {
        boolean(node) { keyword.quoted } ?? false
    }

    /// Returns a text for people.
    ///
    /// It is used as written, even if YAML reads it as a number.
    mutating func text(_ node: Node, _ keyword: Keyword) -> String? {
        if case .scalar = node.kind { return node.isNull ? nil : node.string }
        expected("a string", node) { keyword.quoted }
        return nil
    }

    mutating func count(_ node: Node, _ keyword: Keyword) -> Int? {
        let expectation = "a non-negative integer"
        guard let number = number(node, keyword, expectation) else { return nil }
        if let count = number.integer64, count >= 0 { return Int(clamping: count) }
        expected(expectation, node) { keyword.quoted }
        return nil
    }

    /// Returns a maximum; a negative one is 0, as in the server's costs of rules.
    mutating func maximum(_ node: Node, _ keyword: Keyword) -> Int? {
        guard case .integer(..<0)? = try? node.resolved() else { return count(node, keyword) }
        warn(node, "\(keyword.quoted) is \(node.found), expected a non-negative integer, using 0")
        return 0
    }

    mutating func number(
        _ node: Node,
        _ keyword: Keyword,
        _ expectation: String = "a number"
    ) -> JSONNumber? {
        guard scalar(expectation, node, { keyword.quoted }) != nil, !node.isNull,
            let value = json(node)
        else { return nil }
        if case .number(let number) = value { return number }
        expected(expectation, node) { keyword.quoted }
        return nil
    }

    mutating func json(_ node: Node) -> JSONValue? {
        do throws(Diagnostic) {
            return try JSONValue(node)
        } catch {
            diagnostics.append(error)
            return nil
        }
    }

    mutating func jsonList(_ node: Node, _ keyword: Keyword) -> [JSONValue]? {
        guard let items = items("a list of values", node, keyword) else { return nil }
        var values: [JSONValue] = []
        for item in items {
            // Without one of its values, the list would allow fewer values.
            guard let value = json(item) else { return nil }
            values.append(value)
        }
        return values
    }

    mutating func strings(_ node: Node, _ keyword: Keyword) -> [String] {
        guard let items = items("a list of strings", node, keyword) else { return [] }
        var strings: [String] = []
        var position = 0
        while position < items.count {
            let item = items[position]
            position += 1
            if item.isNull {
                expected("a string", item) { "an item of \(keyword.quoted)" }
            } else if let string = string(item, { "an item of \(keyword.quoted)" }) {
                strings.append(string)
            }
        }
        return strings
    }

    /// Returns the items of a list.
    ///
    /// If the node is not a list, it returns `nil` and, unless the node is null, reports a warning.
    private mutating func items(
        _ expectation: String,
        _ node: Node,
        _ keyword: Keyword
    ) -> Node.Items? {
        if case .sequence = node.kind { return node.items }
        if !node.isNull { expected(expectation, node) { keyword.quoted } }
        return nil
    }

    mutating func type(_ node: Node) -> Schema.Kind? {
        // Without a tag these words are strings, quoted or not, so they need not be resolved.
        if case .none = node.tag, let type = Schema.Kind(word: node.text) { return type }
        guard let word = string(node, .type), !word.isEmpty else { return nil }
        return Schema.Kind(word: word) ?? other(word, node)
    }

    private mutating func other(_ word: String, _ node: Node) -> Schema.Kind {
        warn(node, "unknown type '\(word.excerpt)', using any JSON value")
        return .other(word)
    }
}

// MARK: - Schemas

extension SchemaDecoder {
    mutating func schemas(_ node: Node, _ keyword: Keyword) -> [Schema] {
        items("a list of schemas", node, keyword)?.map { schema($0) } ?? []
    }

    /// Returns the alternatives of `oneOf`.
    ///
    /// If one of them is not a schema, it returns none: a schema that allows everything in its
    /// place could make two alternatives match.
    mutating func alternatives(_ node: Node) -> [Schema] {
        for item in node.items where item.kind != .mapping {
            let found = item.found
            warn(item, "found \(found), expected a schema, ignoring all of 'oneOf'")
            return []
        }
        return schemas(node, .oneOf)
    }

    /// Returns the schema under `not`; `nil` if the node is not a schema, because a schema that
    /// allows everything would forbid all values.
    mutating func negated(_ node: Node) -> Schema? {
        if node.kind == .mapping { return schema(node) }
        if !node.isNull { expected("a schema", node) { Keyword.not.quoted } }
        return nil
    }

    mutating func items(_ node: Node) -> Schema? {
        if node.kind == .sequence {
            warn(node, "'items' is a list of schemas, expected one schema, using the first")
            return node.items.first.map { schema($0) }
        }
        return node.isNull ? nil : schema(node)
    }

    mutating func properties(_ node: Node) -> [Schema.Property] {
        guard node.kind == .mapping else {
            if !node.isNull {
                expected("a mapping from names to schemas", node) { Keyword.properties.quoted }
            }
            return []
        }
        let pairs = node.pairs
        var properties: [Schema.Property] = []
        properties.reserveCapacity(pairs.count)
        var position = 0
        while position < pairs.count {
            let pair = pairs[position]
            properties.append(
                Schema.Property(
                    name: pair.key,
                    schema: schema(pair.value),
                    position: pair.keyNode.position
                )
            )
            position += 1
        }
        return properties
    }

    mutating func additionalProperties(_ node: Node) -> Schema.AdditionalProperties? {
        if node.kind == .mapping { return .schema(schema(node)) }
        let name = { Keyword.additionalProperties.quoted }
        switch scalar("a schema or a Boolean", node, name) {
        case .boolean(let isAllowed): return .allowed(isAllowed)
        case .null, nil: return nil
        case .integer, .unsigned, .float, .notFinite, .string:
            expected("a schema or a Boolean", node, name)
            return nil
        }
    }

    mutating func validations(_ node: Node) -> [Schema.ValidationRule] {
        items("a list of validation rules", node, .validations)?.compactMap { validation($0) } ?? []
    }

    private mutating func validation(_ node: Node) -> Schema.ValidationRule? {
        guard node.kind == .mapping else {
            expected("a mapping", node) { "an item of \(Keyword.validations.quoted)" }
            return nil
        }
        guard let ruleNode = node["rule"] else {
            warn(
                node,
                "'rule' is missing, expected a CEL expression, ignoring this validation rule"
            )
            return nil
        }
        guard let text = string(ruleNode, { "'rule'" }) else { return nil }
        var rule = Schema.ValidationRule(rule: text)
        for pair in node.pairs {
            let name = { "'\(pair.key.excerpt)'" }
            switch pair.key {
            case "rule": break
            case "message": rule.message = string(pair.value, name)
            case "messageExpression": rule.messageExpression = string(pair.value, name)
            case "reason": rule.reason = string(pair.value, name)
            case "fieldPath": rule.fieldPath = string(pair.value, name)
            case "optionalOldSelf": rule.optionalOldSelf = boolean(pair.value, name)
            default: warn(pair.keyNode, "unknown field \(name()) in a validation rule, ignored")
            }
        }
        return rule
    }
}

extension Schema.Kind {
    /// Creates the type with a name; returns `nil` if Kubernetes has no such type.
    package init?(word: String) {
        // Compared in the order of frequency: a `switch` calls a slow '~=' in a debug build.
        if word == "string" {
            self = .string
        } else if word == "object" {
            self = .object
        } else if word == "boolean" {
            self = .boolean
        } else if word == "array" {
            self = .array
        } else if word == "integer" {
            self = .integer
        } else if word == "number" {
            self = .number
        } else {
            return nil
        }
    }
}
