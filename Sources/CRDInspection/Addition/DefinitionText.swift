import CRDLibYAML
import CRDRuntime
import CRDValues
package import CRDYAML

/// The text of a single CustomResourceDefinition, without fields that only a server sets.
///
/// The text keeps the comments, order, and quotes of the source: whole lines are removed, and an
/// item of a `List` is moved to the left. If that is not possible, as in JSON, the text is written
/// again. In both cases it is read again and compared with the source.
package struct DefinitionText: Sendable {
    /// The CRD in the source, for source locations in messages.
    package let document: Node
    /// The text, which ends with a line feed.
    package let text: String
    /// The removed fields, such as `status` and `metadata.uid`.
    package let leftOut: [String]

    /// Returns the CRDs of a text, in order.
    ///
    /// The items of a `List` are included; documents of other kinds, of which a release can have
    /// many, are skipped.
    ///
    /// - Parameters:
    ///   - bytes: YAML or JSON, as for `Node.parse`.
    ///   - file: The path shown in messages.
    /// - Returns: A text for each CRD.
    /// - Throws: `Diagnostic` if the text cannot be read, or has a number that is not valid in
    ///   JSON.
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
    ///   - lines: The lines of the CRD; `nil` if it shares lines with other text.
    /// - Throws: `Diagnostic` for a number that is not valid in JSON.
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

    /// Returns the value of a text; `nil` if it is not one document.
    private static func value(of text: String) -> JSONValue? {
        // A text that cannot be read does not have the same value.
        let documents = try? Node.parse(text, file: "").filter { !$0.isNull }
        guard let documents, documents.count == 1 else { return nil }
        return try? JSONValue(documents[0])
    }
}

// MARK: - Fields that the server sets

extension DefinitionText {
    /// Fields of `metadata` that the server sets (`ObjectMeta`, apimachinery v0.35).
    private static let serverFields = [
        "creationTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid",
    ]
    /// The annotation in which `kubectl apply` stores the object.
    private static let appliedAnnotation = "kubectl.kubernetes.io/last-applied-configuration"

    /// Returns the paths of fields in the document that a server sets.
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
    /// Returns the value without the fields at some paths.
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
    /// Writes a mapping without the fields at some paths.
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
