import CRDValues
import CRDYAML

extension CRDReader {
    mutating func warnOfUnknownKeys(_ node: Node, _ known: Set<String>) {
        for pair in node.pairs where !known.contains(pair.key) {
            let question = NearestName.question(pair.key, among: known.sorted())
            warn(pair.keyNode, "unknown key '\(pair.key.excerpt)', ignored\(question)")
        }
    }

    /// Returns a required mapping; reports an error and returns `nil` if it is missing or invalid.
    mutating func requiredMapping(_ node: Node, _ key: String) -> Node? {
        guard let value = node[key] else {
            error(node, "no '\(key)', expected a mapping")
            return nil
        }
        guard value.kind == .mapping else {
            error(value, "'\(key)' is \(value.found), expected a mapping")
            return nil
        }
        return value
    }

    /// Returns an optional mapping; reports a warning and returns `nil` if it is invalid.
    mutating func optionalMapping(_ node: Node, _ key: String) -> Node? {
        guard let value = node[key], !value.isNull else { return nil }
        guard value.kind == .mapping else {
            warn(value, "'\(key)' is \(value.found), expected a mapping, ignored")
            return nil
        }
        return value
    }

    /// Returns the mappings of an optional list; reports and skips invalid items.
    mutating func mappings(_ node: Node, _ key: String) -> [Node]? {
        guard let value = node[key], !value.isNull else { return nil }
        guard value.kind == .sequence else {
            warn(value, "'\(key)' is \(value.found), expected a list, ignored")
            return nil
        }
        return value.items.filter { item in
            if item.kind == .mapping { return true }
            warn(item, "an item of '\(key)' is \(item.found), expected a mapping, ignored")
            return false
        }
    }

    /// Returns a required name; reports an error and returns `nil` if it is missing or invalid.
    mutating func requiredName(_ node: Node, _ key: String, _ rule: NameRule) -> String? {
        guard let value = node[key] else {
            error(node, "no '\(key)', expected \(rule.expectation)")
            return nil
        }
        guard let text = value.plainString, rule.allows(text) else {
            error(value, "'\(key)' is \(value.found), expected \(rule.expectation)")
            return nil
        }
        return text
    }

    mutating func optionalString(_ node: Node, _ key: String) -> String? {
        guard let value = node[key], !value.isNull else { return nil }
        guard let text = value.plainString else {
            warn(value, "'\(key)' is \(value.found), expected a string, ignored")
            return nil
        }
        return text.isEmpty ? nil : text
    }

    /// Returns a required string of a list item; reports a warning if it is missing or invalid.
    mutating func string(_ node: Node, _ key: String) -> String? {
        guard let value = node[key] else {
            warn(node, "no '\(key)', expected a string, ignoring this entry")
            return nil
        }
        guard let text = value.plainString else {
            warn(value, "'\(key)' is \(value.found), expected a string, ignoring this entry")
            return nil
        }
        return text
    }

    mutating func strings(_ node: Node, _ key: String) -> [String] {
        guard let value = node[key], !value.isNull else { return [] }
        guard value.kind == .sequence else {
            warn(value, "'\(key)' is \(value.found), expected a list of strings, ignored")
            return []
        }
        var strings: [String] = []
        for item in value.items {
            if let text = item.plainString {
                strings.append(text)
            } else {
                warn(item, "an item of '\(key)' is \(item.found), expected a string, ignored")
            }
        }
        return strings
    }

    mutating func boolean(_ node: Node, _ key: String) -> Bool? {
        guard let value = node[key], !value.isNull else { return nil }
        guard case .boolean(let boolean) = try? value.resolved() else {
            warn(value, "'\(key)' is \(value.found), expected a Boolean, ignored")
            return nil
        }
        return boolean
    }

    mutating func integer(_ node: Node, _ key: String) -> Int? {
        guard let value = node[key], !value.isNull else { return nil }
        guard case .integer(let integer) = try? value.resolved() else {
            warn(value, "'\(key)' is \(value.found), expected an integer, ignored")
            return nil
        }
        return Int(integer)
    }
}

extension Node {
    /// The text of a scalar that is a string; `nil` for anything else.
    var plainString: String? {
        // A scalar that cannot be resolved is not a string; the caller reports it.
        guard kind == .scalar, let scalar = try? resolved(), scalar == .string else { return nil }
        return string
    }
}
