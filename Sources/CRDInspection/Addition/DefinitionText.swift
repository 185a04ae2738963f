import CRDDefinitionValidity
import CRDEditing
import CRDLibYAML
import CRDParsing
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
    /// The CRD in the text.
    package let content: Node
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

    /// Adds the CRDs of a document, or of an item of a list.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - lines: Its lines; `nil` if it shares lines with other text.
    ///   - implied: The API version of the `CustomResourceDefinitionList` with the item, whose
    ///     items can have neither `apiVersion` nor `kind`.
    ///   - definitions: Receives a text for each CRD.
    /// - Throws: `Diagnostic` for a number that is not valid in JSON.
    private static func add(
        _ document: Node,
        _ lines: TextLines?,
        in implied: String? = nil,
        _ definitions: inout [DefinitionText]
    ) throws(Diagnostic) {
        let kind = document["kind"].flatMap { $0.kind == .scalar ? $0.string : nil }
        switch kind {
        case "CustomResourceDefinition":
            definitions.append(try DefinitionText(document, lines))
        case nil where implied != nil && document.kind == .mapping:
            definitions.append(try DefinitionText(document, lines, apiVersion: implied))
        case "List", "CustomResourceDefinitionList":
            guard let items = document["items"]?.items else { return }
            let isTyped = kind == "CustomResourceDefinitionList"
            let apiVersion = isTyped ? document["apiVersion"]?.text : nil
            let end = document.pairs.map(\.keyNode.position.line).first { line in
                line > items.last?.position.line ?? line
            }
            for (position, item) in items.enumerated() {
                let next = position + 1 < items.count ? items[position + 1].position.line : end
                let own = lines?.item(from: item.position, to: next)
                try add(item, own, in: apiVersion, &definitions)
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
    ///   - apiVersion: The API version of a CRD that has neither `apiVersion` nor `kind`; both are
    ///     written at the start of its text.
    /// - Throws: `Diagnostic` for a number that is not valid in JSON.
    private init(
        _ document: Node,
        _ lines: TextLines?,
        apiVersion: String? = nil
    ) throws(Diagnostic) {
        self.document = document
        let paths = Self.serverPaths(in: document)
        leftOut = paths.map(Self.shown)
        let header =
            apiVersion.map { [("apiVersion", $0), ("kind", "CustomResourceDefinition")] } ?? []
        let expected = try JSONValue(document).without(paths).with(header)
        if let lines = lines?.without(paths, file: document.file),
            let content = Self.content(of: lines.text(after: header)),
            (try? JSONValue(content)) == expected
        {
            text = lines.text(after: header)
            self.content = content
        } else {
            var emitter = Emitter()
            emitter.beginDocument()
            emitter.write(document, without: paths, after: header)
            text = emitter.text
            content = try Node.parse(text, file: document.file)[0]
        }
    }

    /// Returns the only document of a text; `nil` for any other text.
    private static func content(of text: String) -> Node? {
        // A text that cannot be read does not have the same value.
        let documents = try? Node.parse(text, file: "").filter { !$0.isNull }
        guard let documents, documents.count == 1 else { return nil }
        return documents[0]
    }

    /// The diagnostics of the API server about the text, with source locations in the source.
    ///
    /// Errors in removed fields don't count.
    package var diagnostics: [Diagnostic] {
        let source = CRDValidity(document, impliesKind: true).diagnostics
        return CRDValidity(content).diagnostics.map { diagnostic in
            source.first {
                $0.severity == diagnostic.severity && $0.message == diagnostic.message
            } ?? document.diagnostic(diagnostic.severity, diagnostic.message)
        }
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

extension TextLines {
    /// Returns the text after some keys with their values.
    fileprivate func text(after header: [(key: String, value: String)]) -> String {
        if header.isEmpty { return text }
        var emitter = Emitter()
        emitter.beginMapping()
        emitter.write(header)
        emitter.endMapping()
        return emitter.text + text
    }
}

extension JSONValue {
    /// Returns the value with some keys at its start.
    fileprivate func with(_ header: [(key: String, value: String)]) -> JSONValue {
        guard !header.isEmpty, case .object(let own) = self else { return self }
        var object = JSONObject()
        for (key, value) in header { object[key] = .string(value) }
        for (key, value) in zip(own.keys, own.values) { object[key] = value }
        return .object(object)
    }

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
    /// Writes keys with their values.
    fileprivate mutating func write(_ header: [(key: String, value: String)]) {
        for (key, value) in header {
            self.key(key)
            string(value)
        }
    }

    /// Writes a mapping without the fields at some paths, and after some keys.
    fileprivate mutating func write(
        _ mapping: Node,
        without paths: [[String]],
        after header: [(key: String, value: String)] = []
    ) {
        beginMapping()
        write(header)
        for pair in mapping.pairs {
            let below = paths.filter { $0.first == pair.key }.map { Array($0.dropFirst()) }
            if below.contains([]) { continue }
            key(pair.key)
            if below.isEmpty { node(pair.value) } else { write(pair.value, without: below) }
        }
        endMapping()
    }
}
