import CRDLibYAML
import CRDRuntime
import CRDSchema
package import CRDYAML

/// A CustomResourceDefinition as a text of its own, without what only a server sets.
///
/// The text is that of the source, comments, order and quotes included: what is left out is whole
/// lines, and an item of a `List` is moved to the left. Where that is not possible, as in JSON, the
/// text is written anew. Either way it is read again and compared before it is given out.
package struct DefinitionText: Sendable {
    /// Where it stands in the source, for messages about it.
    package let document: Node
    /// The text, which ends with a line feed.
    package let text: String
    /// What was left out: `status`, `metadata.uid`.
    package let leftOut: [String]

    /// Every CRD of a text, in order.
    ///
    /// `List`s are opened; documents of other kinds, which may be many in a release, are passed
    /// over.
    ///
    /// - Parameters:
    ///   - bytes: YAML or JSON, as for `Node.parse`.
    ///   - file: The path shown in messages.
    /// - Returns: A text for each CRD.
    /// - Throws: `Diagnostic` if the text cannot be read, or has a number that JSON has not.
    package static func all(
        in bytes: [UInt8],
        file: String
    ) throws(Diagnostic) -> [DefinitionText] {
        let documents = try Node.parse(bytes, file: file).filter { !$0.isNull }
        let lines = TextLines(bytes)
        var definitions: [DefinitionText] = []
        for document in documents {
            let own = documents.count == 1 ? lines : lines?.document(around: document.position.line)
            try add(document, own, &definitions)
        }
        return definitions
    }

    private static func add(
        _ document: Node,
        _ lines: TextLines?,
        _ definitions: inout [DefinitionText]
    ) throws(Diagnostic) {
        switch document["kind"].flatMap({ $0.kind == .scalar ? $0.string : nil }) {
        case "CustomResourceDefinition":
            definitions.append(try DefinitionText(document, lines))
        case "List", "CustomResourceDefinitionList":
            guard let items = document["items"]?.items else { return }
            let end = document.pairs.map(\.keyNode.position.line).first { line in
                line > items.last?.position.line ?? line
            }
            for (position, item) in items.enumerated() {
                let next = position + 1 < items.count ? items[position + 1].position.line : end
                try add(item, lines?.item(from: item.position, to: next), &definitions)
            }
        default:
            break
        }
    }

    /// Prepares the text of a CRD.
    ///
    /// - Parameters:
    ///   - document: The CRD.
    ///   - lines: The lines that it stands in; `nil` if it has none of its own.
    /// - Throws: `Diagnostic` at a number that JSON has not.
    private init(_ document: Node, _ lines: TextLines?) throws(Diagnostic) {
        self.document = document
        let paths = Self.serverPaths(in: document)
        leftOut = paths.map(Self.shown)
        let expected = try JSONValue(document).without(paths)
        guard let lines,
            let text = lines.without(paths, file: document.file)?.text,
            Self.value(of: text) == expected
        else {
            var emitter = Emitter()
            emitter.beginDocument()
            emitter.write(document, without: paths)
            text = emitter.text
            return
        }
        self.text = text
    }

    /// What a text holds; `nil` if it is not one document.
    private static func value(of text: String) -> JSONValue? {
        // A text that cannot be read is none that holds the same.
        let documents = try? Node.parse(text, file: "").filter { !$0.isNull }
        guard let documents, documents.count == 1 else { return nil }
        return try? JSONValue(documents[0])
    }
}

// MARK: - What the server sets

extension DefinitionText {
    /// Fields of `metadata` that the server sets (`ObjectMeta`, apimachinery v0.35).
    private static let serverFields = [
        "creationTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid",
    ]
    /// The annotation in which `kubectl apply` keeps the whole object.
    private static let appliedAnnotation = "kubectl.kubernetes.io/last-applied-configuration"

    /// The paths of what a server sets, as far as the document has it.
    private static func serverPaths(in document: Node) -> [[String]] {
        var paths: [[String]] = []
        if let metadata = document["metadata"] {
            paths += serverFields.filter { metadata[$0] != nil }.map { ["metadata", $0] }
            if let annotations = metadata["annotations"], annotations[appliedAnnotation] != nil {
                let whole = ["metadata", "annotations"]
                paths.append(annotations.count == 1 ? whole : whole + [appliedAnnotation])
            }
        }
        if document["status"] != nil { paths.append(["status"]) }
        return paths
    }

    /// `metadata.annotations['kubectl.kubernetes.io/…']`.
    private static func shown(_ path: [String]) -> String {
        path.dropFirst().reduce(path[0]) { $1.contains(".") ? "\($0)['\($1)']" : "\($0).\($1)" }
    }
}

extension JSONValue {
    /// The value without what some paths lead to.
    fileprivate func without(_ paths: [[String]]) -> JSONValue {
        guard !paths.isEmpty, case .object(var object) = self else { return self }
        for key in object.keys {
            let below = paths.filter { $0.first == key }.map { Array($0.dropFirst()) }
            object[key] = below.contains([]) ? nil : object[key]?.without(below)
        }
        return .object(object)
    }
}

extension Emitter {
    /// Writes a mapping without what some paths lead to.
    fileprivate mutating func write(_ mapping: Node, without paths: [[String]]) {
        beginMapping()
        for pair in mapping.pairs {
            let below = paths.filter { $0.first == pair.key }.map { Array($0.dropFirst()) }
            if below.contains([]) { continue }
            key(pair.key)
            if below.isEmpty { node(pair.value) } else { write(pair.value, without: below) }
        }
        endMapping()
    }
}
