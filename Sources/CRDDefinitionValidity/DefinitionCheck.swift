import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML
import KubernetesCEL

/// Validates a CRD that can be read, at its creation or update (apiextensions-apiserver v0.35,
/// pkg/apis/apiextensions/validation, `ValidateCustomResourceDefinition`).
struct DefinitionCheck {
    var list = ViolationList()
    /// The warnings for string formats that the server does not check.
    private(set) var unknownFormats: [Diagnostic] = []
    let document: Node
    let spec: Node
    /// The CRD before its update; `nil` if the CRD is created.
    let old: Node?
    /// Whether errors in schemas are found.
    let checksSchemas: Bool

    init(_ document: Node, replacing old: Node?, checksSchemas: Bool) {
        self.document = document
        self.old = old
        self.checksSchemas = checksSchemas
        spec = document.value("spec") ?? document
    }

    /// Returns the node of a key of a mapping, or the mapping itself if the key is missing.
    func keyNode(_ key: String, in node: Node) -> Node { node.value(key) ?? node }

    /// Returns the value of a key of the spec; `nil` if there is no spec.
    func field(_ key: String) -> Node? { hasSpec ? spec.value(key) : nil }

    private var hasSpec: Bool { document.value("spec") != nil }

    private var group: String { field("group")?.string ?? "" }

    var preservesUnknownFields: Bool { field("preserveUnknownFields")?.isTrue ?? false }

    mutating func check() {
        checkMetadata()
        checkGroup()
        checkScope()
        checkNames()
        let versions = VersionList(field("versions"))
        if checksSchemas { unknownFormats = versions.schemas.flatMap(\.unknownFormats) }
        checkVersions(versions)
        checkImmutableFields()
        checkConversion()
        checkApproval()
        if preservesUnknownFields {
            checkPreservedDefaults(versions)
            list.invalid(
                "spec.preserveUnknownFields",
                at: keyNode("preserveUnknownFields", in: spec),
                true,
                "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in "
                    + "spec.versions[*].schema instead"
            )
        }
    }

    // MARK: - Metadata

    private mutating func checkMetadata() {
        let metadata = document.value("metadata")
        let plural = field("names")?.text("plural") ?? ""
        // The name does not change at an update, so the server does not check it again.
        let name = old == nil ? "\(plural).\(group)" : metadata?.text("name") ?? ""
        list.appendMetadata(of: document, .definition(name))
    }

    /// Checks the approval of groups of the Kubernetes project (`validateAPIApproval`).
    private mutating func checkApproval() {
        let isProtected = ["k8s.io", "kubernetes.io"].contains { owner in
            group == owner || group.hasSuffix(".\(owner)")
        }
        guard isProtected else { return }
        let key = "api-approved.kubernetes.io"
        let path = "metadata.annotations[\(key)]"
        let metadata = document.value("metadata") ?? document
        let annotation = metadata.value("annotations")?.value(key)
        let text = annotation?.string ?? ""
        let more = ", see https://github.com/kubernetes/enhancements/pull/1111"
        let intro = "protected groups must have approval annotation \(GoText.quoted(key))"
        if text.isEmpty {
            list.required(path, at: annotation ?? metadata, intro + more)
        } else if !text.hasPrefix("unapproved"), !Self.isAddressOfHost(text) {
            let detail = " with either a URL or a reason starting with \"unapproved\""
            list.invalid(path, at: annotation ?? metadata, .string(text), intro + detail + more)
        }
    }

    /// Returns whether a text is an address with a scheme and a host.
    private static func isAddressOfHost(_ text: String) -> Bool {
        // The reason is not needed here.
        guard let address = try? URLReference.request(text) else { return false }
        return !address.scheme.isEmpty && !address.host.isEmpty
    }

    // MARK: - Group, scope, names

    private mutating func checkGroup() {
        let valueNode = keyNode("group", in: spec)
        guard !group.isEmpty else { return list.required("spec.group", at: valueNode) }
        let details = NameSyntax.subdomainErrors(group)
        if !details.isEmpty {
            let detail = details.joined(separator: ",")
            list.invalid("spec.group", at: valueNode, .string(group), detail)
        } else if !group.utf8.contains(UInt8(ascii: ".")) {
            let detail = "should be a domain with at least one dot"
            list.invalid("spec.group", at: valueNode, .string(group), detail)
        }
    }

    private mutating func checkScope() {
        checkWord("spec.scope", field("scope"), at: spec, ["Cluster", "Namespaced"])
    }

    /// `validateEnumStrings`.
    mutating func checkWord(_ path: String, _ word: Node?, at parent: Node, _ words: [String]) {
        let text = word?.string ?? ""
        if text.isEmpty {
            list.required(path, at: word ?? parent)
        } else if !words.contains(text) {
            list.unsupported(path, at: word ?? parent, text, words)
        }
    }

    private mutating func checkNames() {
        let names = field("names") ?? spec
        func text(_ key: String) -> String { field("names")?.text(key) ?? "" }
        let kind = text("kind")
        // The server sets these defaults (SetDefaults_CustomResourceDefinitionSpec).
        let singular = text("singular").isEmpty ? kind.lowercased() : text("singular")
        let listKind =
            text("listKind").isEmpty && !kind.isEmpty ? "\(kind)List" : text("listKind")
        for (key, name) in [
            ("plural", text("plural")), ("singular", singular), ("kind", kind),
            ("listKind", listKind),
        ] {
            let node = keyNode(key, in: names)
            if name.isEmpty {
                list.required("spec.names.\(key)", at: node)
            } else {
                checkName(name, key, at: node)
            }
        }
        if !kind.isEmpty, kind == listKind {
            let detail = "kind and listKind may not be the same"
            let node = keyNode("listKind", in: names)
            list.invalid("spec.names.listKind", at: node, .string(listKind), detail)
        }
        for key in ["shortNames", "categories"] {
            guard let items = field("names")?.value(key)?.items else { continue }
            for (index, item) in items.enumerated() {
                checkLabel(item, at: "spec.names.\(key)[\(index)]")
            }
        }
    }

    private mutating func checkName(_ name: String, _ key: String, at node: Node) {
        let isKind = key == "kind" || key == "listKind"
        let details = NameSyntax.label1035Errors(isKind ? name.lowercased() : name)
        guard !details.isEmpty else { return }
        let intro = isKind ? "may have mixed case, but should otherwise match: " : ""
        let detail = intro + details.joined(separator: ",")
        list.invalid("spec.names.\(key)", at: node, .string(name), detail)
    }

    /// Checks a name that is a label of RFC 1035.
    mutating func checkLabel(_ node: Node, at path: String) {
        let name = node.isNull ? "" : node.string
        let details = NameSyntax.label1035Errors(name)
        guard !details.isEmpty else { return }
        list.invalid(path, at: node, .string(name), details.joined(separator: ","))
    }
}

extension SchemaNode {
    /// Adds a warning for each unknown string format in the schema and the schemas in it
    /// (`getUnrecognizedFormatsInSchema` of pkg/registry/customresourcedefinition).
    fileprivate var unknownFormats: [Diagnostic] {
        let below = children.flatMap(\.unknownFormats)
        guard type == "string", let format = self["format"], !format.string.isEmpty,
            StringFormat(name: format.string) == nil
        else { return below }
        let message = "unrecognized format \(GoText.quoted(format.string))"
        return [format.diagnostic(.warning, message)] + below
    }
}
