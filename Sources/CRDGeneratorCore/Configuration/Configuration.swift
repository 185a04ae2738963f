import LibYAML
package import YAML

/// What `crdgen.yaml` in a folder of CRDs says.
package struct Configuration: Equatable, Sendable {
    /// The name of the file in a folder of CRDs.
    package static let fileName = "crdgen.yaml"

    /// API group → the name of its type, where it should not be made from the group.
    package var groups: [String: String] = [:]

    /// Whether schemas that equal those of `Condition` and `LabelSelector` get these types of the
    /// runtime rather than types of their own.
    package var usesWellKnownTypes = true

    /// How much reference pages say.
    package var docs = PageDetail.full

    /// The configuration that holds where there is no file.
    package init() {}

    /// Reads a configuration.
    ///
    /// ```yaml
    /// groups:
    ///   sagemaker.services.k8s.aws: AWSSageMaker
    /// wellKnownTypes: false
    /// docs: plain
    /// ```
    ///
    /// - Parameters:
    ///   - input: The file.
    ///   - diagnostics: Receives an error for every key or value that is not known.
    package init(_ input: Generator.Input, _ diagnostics: inout [Diagnostic]) {
        let documents: [Node]
        do throws(Diagnostic) {
            documents = try Node.parse(input.bytes, file: input.path)
        } catch {
            diagnostics.append(error)
            return
        }
        if documents.count > 1 {
            diagnostics.append(documents[1].diagnostic(.error, "a second document, expected one"))
        }
        guard let root = documents.first, !root.isNull else { return }
        guard root.kind == .mapping else {
            let message = "found \(root.found), expected a mapping"
            diagnostics.append(root.diagnostic(.error, message))
            return
        }
        for pair in root.pairs {
            switch pair.key {
            case "groups":
                readGroups(pair.value, &diagnostics)
            case "wellKnownTypes":
                readWellKnownTypes(pair.value, &diagnostics)
            case "docs":
                readDocs(pair.value, &diagnostics)
            default:
                let message =
                    "unknown key '\(pair.key.excerpt)', expected 'groups', 'wellKnownTypes' or 'docs'"
                diagnostics.append(pair.keyNode.diagnostic(.error, message))
            }
        }
    }

    private mutating func readWellKnownTypes(_ node: Node, _ diagnostics: inout [Diagnostic]) {
        guard node.kind == .scalar, case .boolean(let value) = try? node.resolved() else {
            let message = "'wellKnownTypes' is \(node.found), expected a Boolean"
            diagnostics.append(node.diagnostic(.error, message))
            return
        }
        usesWellKnownTypes = value
    }

    private mutating func readDocs(_ node: Node, _ diagnostics: inout [Diagnostic]) {
        guard let detail = node.plainString.flatMap(PageDetail.init) else {
            let message = "'docs' is \(node.found), expected 'plain' or 'full'"
            diagnostics.append(node.diagnostic(.error, message))
            return
        }
        docs = detail
    }

    private mutating func readGroups(_ node: Node, _ diagnostics: inout [Diagnostic]) {
        if node.isNull { return }
        guard node.kind == .mapping else {
            let message = "'groups' is \(node.found), expected a mapping from groups to names"
            return diagnostics.append(node.diagnostic(.error, message))
        }
        for pair in node.pairs {
            guard let name = pair.value.plainString, SwiftName.isTypeName(name) else {
                let message =
                    "the name of group '\(pair.key.excerpt)' is \(pair.value.found), "
                    + "expected the name of a Swift type"
                diagnostics.append(pair.value.diagnostic(.error, message))
                continue
            }
            groups[pair.key] = name
        }
    }
}

extension Configuration {
    /// The name of the type that holds a group's versions.
    package func name(ofGroup group: String) -> String {
        groups[group] ?? SwiftName.group(group)
    }
}
