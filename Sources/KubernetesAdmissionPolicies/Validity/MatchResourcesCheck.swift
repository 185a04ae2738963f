import CRDDefinitionValidity
import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML

/// Checks the constraints of a policy or a binding (kubernetes v1.35,
/// pkg/apis/admissionregistration/validation, `validateMatchResources`).
struct MatchResourcesCheck {
    private static let operations = ["*", "CONNECT", "CREATE", "DELETE", "UPDATE"]

    private(set) var list = ViolationList()

    /// Checks constraints.
    mutating func check(_ constraints: Node, at path: String) {
        checkWord("matchPolicy", of: constraints, at: path, ["Equivalent", "Exact"])
        for key in ["namespaceSelector", "objectSelector"] {
            list.checkSelector(constraints.value(key), at: "\(path).\(key)")
        }
        for key in ["resourceRules", "excludeResourceRules"] {
            for (index, rule) in items(key, of: constraints).enumerated() {
                checkRule(rule, at: "\(path).\(key)[\(index)]")
            }
        }
    }

    private func items(_ key: String, of node: Node) -> [Node] {
        node.value(key)?.items.map(\.self) ?? []
    }

    private mutating func checkWord(
        _ key: String,
        of node: Node,
        at path: String,
        _ words: [String]
    ) {
        guard let word = node.value(key), !words.contains(word.string) else { return }
        list.unsupported("\(path).\(key)", at: word, word.string, words)
    }

    // MARK: - Rules

    private mutating func checkRule(_ rule: Node, at path: String) {
        checkNames(items("resourceNames", of: rule), at: "\(path).resourceNames")
        checkList("operations", "operations", of: rule, at: path)
        for (index, operation) in items("operations", of: rule).enumerated()
        where !Self.operations.contains(operation.string) {
            list.unsupported(
                "\(path).operations[\(index)]",
                at: operation,
                operation.string,
                Self.operations
            )
        }
        checkList("apiGroups", "API groups", of: rule, at: path)
        checkList("apiVersions", "API versions", of: rule, at: path)
        for (index, version) in items("apiVersions", of: rule).enumerated()
        where version.isNull || version.string.isEmpty {
            list.required("\(path).apiVersions[\(index)]", at: version)
        }
        checkResources(of: rule, at: "\(path).resources")
        checkWord("scope", of: rule, at: path, ["*", "Cluster", "Namespaced"])
    }

    private mutating func checkNames(_ names: [Node], at path: String) {
        var seen: Set<String> = []
        for (index, name) in names.enumerated() {
            let text = name.isNull ? "" : name.string
            for message in NameSyntax.pathSegmentErrors(text) {
                list.invalid("\(path)[\(index)]", at: name, .string(text), message)
            }
            if !seen.insert(text).inserted {
                list.duplicate("\(path)[\(index)]", at: name, text)
            }
        }
    }

    /// Checks that a list has elements, and a wildcard only alone.
    private mutating func checkList(_ key: String, _ name: String, of rule: Node, at path: String) {
        let words = rule.value(key)?.strings ?? []
        if words.isEmpty {
            list.required("\(path).\(key)", at: rule.value(key) ?? rule)
        } else if words.count > 1, words.contains("*") {
            invalid("\(path).\(key)", rule.value(key), words, "must not specify other \(name)")
        }
    }

    private mutating func invalid(
        _ path: String,
        _ node: Node?,
        _ words: [String],
        _ detail: String,
        if wildcard: String = "*"
    ) {
        guard let node else { return }
        let value = JSONValue.array(words.map(JSONValue.string))
        list.invalid(path, at: node, value, "if '\(wildcard)' is present, \(detail)")
    }

    /// Checks resources such as `pods`, `pods/status`, and `*/*` (`validateResources`).
    private mutating func checkResources(of rule: Node, at path: String) {
        let node = rule.value("resources")
        let words = node?.strings ?? []
        if words.isEmpty { list.required(path, at: node ?? rule) }
        var withAllSubresources: Set<Substring> = []
        var ofAllResources: Set<Substring> = []
        // The server looks only at the last word without a subresource.
        var hasSpecificResource = false
        for (index, item) in items("resources", of: rule).enumerated() {
            let path = "\(path)[\(index)]"
            let word = words[index]
            let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            if word.isEmpty {
                list.required(path, at: item)
            } else if parts.count == 1 {
                hasSpecificResource = word != "*"
            } else {
                if withAllSubresources.contains(parts[0]) {
                    let detail = "if '\(parts[0])/*' is present, must not specify \(word)"
                    list.invalid(path, at: item, .string(word), detail)
                }
                if ofAllResources.contains(parts[1]) {
                    let detail = "if '*/\(parts[1])' is present, must not specify \(word)"
                    list.invalid(path, at: item, .string(word), detail)
                }
                if parts[1] == "*" { withAllSubresources.insert(parts[0]) }
                if parts[0] == "*" { ofAllResources.insert(parts[1]) }
            }
        }
        if words.count > 1, words.contains("*/*") {
            invalid(path, node, words, "must not specify other resources", if: "*/*")
        }
        if words.contains("*"), hasSpecificResource {
            invalid(path, node, words, "must not specify other resources without subresources")
        }
    }
}

extension NameSyntax {
    /// Returns the errors in a name that is a segment of a path (k8s.io/apimachinery v0.35,
    /// pkg/api/validation/path, `ValidatePathSegmentName`).
    static func pathSegmentErrors(_ name: String) -> [String] {
        if name == "." || name == ".." { return ["may not be '\(name)'"] }
        return ["/", "%"].filter { name.contains($0) }.map { "may not contain '\($0)'" }
    }
}
