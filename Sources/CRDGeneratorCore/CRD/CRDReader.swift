import CRDParsing
package import CRDYAML

/// Finds the CustomResourceDefinitions in the documents of a file.
///
/// Documents of other kinds are skipped with a note, items of `List`s are read, and empty documents
/// are ignored. Errors are reported with their source location; a CRD with an error is left out.
package struct CRDReader {
    /// The CRDs, in the order of the file.
    package private(set) var definitions: [CustomResourceDefinition] = []
    /// The errors, warnings, and notes, in the order of the file.
    package internal(set) var diagnostics: [Diagnostic] = []

    /// The API versions of CustomResourceDefinition that are read.
    enum APIVersion: String {
        case v1 = "apiextensions.k8s.io/v1"
        case v1beta1 = "apiextensions.k8s.io/v1beta1"
    }

    /// Whether schemas are read; names, which take far less time, are always read.
    let readsSchemas: Bool

    /// Creates a reader.
    package init(readsSchemas: Bool = true) {
        self.readsSchemas = readsSchemas
    }

    /// Reads one document.
    package mutating func read(_ document: Node) {
        let earlier = diagnostics
        diagnostics = []
        readDocument(document)
        diagnostics = earlier + diagnostics.inFileOrder()
    }

    /// Reads a document, or an item of a list.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - list: The `CustomResourceDefinitionList` with the item. The API server sends such lists
    ///     with items that have neither `apiVersion` nor `kind`.
    private mutating func readDocument(_ document: Node, in list: Node? = nil) {
        if document.isNull { return }
        guard document.kind == .mapping else {
            let found = document.isJSONPatch ? "a JSON patch for kustomize" : document.found
            return skip(document, "found \(found), expected a CustomResourceDefinition")
        }
        guard let kindNode = document["kind"] else {
            if let list { return readDefinition(document, in: list) }
            return skip(document, "document has no 'kind'")
        }
        guard let kind = kindNode.plainString else {
            return skip(kindNode, "'kind' is \(kindNode.found), expected a string")
        }
        switch kind {
        case "CustomResourceDefinition":
            readDefinition(document, in: list)
        case "List":
            readItems(of: document)
        case "CustomResourceDefinitionList":
            readItems(of: document, in: document)
        default:
            let name = document["metadata"]?["name"]?.plainString
            let subject = name.map { "\(kind.excerpt) '\($0.excerpt)'" } ?? kind.excerpt
            skip(kindNode, "\(subject) is not a CustomResourceDefinition")
        }
    }

    private mutating func readItems(of list: Node, in definitions: Node? = nil) {
        guard let items = list["items"] else {
            return skip(list, "list has no 'items'")
        }
        guard items.kind == .sequence || items.isNull else {
            return skip(items, "'items' is \(items.found), expected a list")
        }
        for item in items.items { readDocument(item, in: definitions) }
    }

    private mutating func readDefinition(_ document: Node, in list: Node?) {
        if readsSchemas { diagnostics += document.changedKeys }
        guard let versionNode = document["apiVersion"] ?? list?["apiVersion"] else {
            return error(document, "no 'apiVersion', expected \(Self.expectedVersions)")
        }
        guard let version = versionNode.plainString.flatMap(APIVersion.init) else {
            return error(
                versionNode,
                "'apiVersion' is \(versionNode.found), expected \(Self.expectedVersions)"
            )
        }
        for duplicate in document.duplicateKeys where duplicate.differsFromYAML {
            warn(duplicate.keyNode, duplicate.diagnostic.message)
        }
        if document.isPatchOfDefinition {
            return error(
                document["spec"] ?? document,
                "no 'spec' with 'group', 'names', and 'versions'; if this is a kustomize patch, use "
                    + "the output of 'kubectl kustomize'"
            )
        }
        guard let spec = requiredMapping(document, "spec") else { return }
        if let definition = definition(document, spec, version) {
            definitions.append(definition)
        }
    }

    private static let expectedVersions =
        "'\(APIVersion.v1.rawValue)' or '\(APIVersion.v1beta1.rawValue)'"
}

// MARK: - Messages

// Not inlined, because there are many calls.
extension CRDReader {
    @inline(never)
    mutating func skip(_ node: Node, _ message: String) {
        diagnostics.append(node.diagnostic(.note, "\(message), skipped"))
    }

    @inline(never)
    mutating func warn(_ node: Node, _ message: String) {
        diagnostics.append(node.diagnostic(.warning, message))
    }

    @inline(never)
    mutating func error(_ node: Node, _ message: String) {
        diagnostics.append(node.diagnostic(.error, message))
    }
}
