import CRDLibYAML
import CRDParsing
public import CRDRuntime
import CRDYAML

/// A text of YAML or JSON whose values can be changed without rewriting the rest.
///
///     var text = try ManifestText(yaml, file: "job.yaml")
///     try text.update(job)                          // the object with this kind and name
///     try text[0].set("spec.replicas", to: 3)       // a value of the first document
///     print(text)
///
/// Exactly the lines of what differs change. Everything else has the same bytes: comments, the order
/// of keys, quotes, anchors, indentation, line endings, the byte order mark and the end of the text.
public struct ManifestText: Sendable {
    /// The documents that are not empty, in order.
    public private(set) var documents: [ManifestDocument]
    /// The text before each document, and after the last: documents that are empty.
    private var gaps: [[UInt8]]

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: YAML or JSON.
    ///   - file: The path shown in messages; nothing is read from it.
    /// - Throws: `ManifestError` with the first error if it is not YAML, or if it has a duplicate
    ///   key.
    public init(_ text: String, file: String = "manifest.yaml") throws(ManifestError) {
        try self.init(Array(text.utf8), file: file)
    }

    /// Reads a text in UTF-8.
    package init(_ bytes: [UInt8], file: String) throws(ManifestError) {
        do throws(Diagnostic) {
            (documents, gaps) = try Self.parts(of: bytes, file: file)
        } catch {
            throw ManifestError([error])
        }
    }

    /// The text with all changes.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The text with all changes, in UTF-8.
    package var bytes: [UInt8] {
        var bytes = gaps[0]
        for (document, gap) in zip(documents, gaps.dropFirst()) { bytes += document.bytes + gap }
        return bytes
    }

    /// The document at an index, from 0.
    public subscript(index: Int) -> ManifestDocument {
        get { documents[index] }
        _modify {
            let before = documents[index].lineCount
            defer {
                let added = documents[index].lineCount - before
                if added != 0 {
                    for later in index + 1..<documents.count {
                        documents[later].linesBefore += added
                    }
                }
            }
            yield &documents[index]
        }
    }
}

extension ManifestText: CustomStringConvertible {
    /// The text with all changes.
    public var description: String { text }
}

// MARK: - Parts

extension ManifestText {
    /// Reads the documents of a text that are not empty.
    static func documents(
        of bytes: [UInt8],
        file: String
    ) throws(Diagnostic) -> [ManifestDocument] {
        try parts(of: bytes, file: file).documents
    }

    private static func parts(
        of bytes: [UInt8],
        file: String
    ) throws(Diagnostic) -> (documents: [ManifestDocument], gaps: [[UInt8]]) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let message = "is UTF-16, expected UTF-8; convert the file before it is changed"
            throw Diagnostic(.error, message, file: file)
        }
        let (tree, layouts) = try nodes(of: bytes, file: file)
        var documents: [ManifestDocument] = []
        var gaps: [[UInt8]] = [[]]
        var linesBefore = 0
        if layouts.isEmpty { gaps[0] = bytes }
        for (position, layout) in layouts.enumerated() {
            let isLast = position + 1 == layouts.count
            let end = isLast ? bytes.count : layouts[position + 1].start
            let part = bytes[layout.start..<end]
            if layout.entries.isEmpty || tree.node(at: layout.entries[0].record).isNull {
                gaps[gaps.count - 1] += part
            } else {
                let syntax = SyntaxTree(part, tree, layout)
                documents.append(
                    ManifestDocument(Array(part), syntax, file: file, linesBefore: linesBefore)
                )
                gaps.append([])
            }
            linesBefore += part.count { $0 == UInt8(ascii: "\n") }
        }
        return (documents, gaps)
    }

    private static func nodes(
        of bytes: [UInt8],
        file: String
    ) throws(Diagnostic) -> (tree: NodeTree, layouts: [NodeLayout]) {
        if JSONReader.mayBeJSON(bytes) {
            do throws(JSONReader.Failure) {
                let root = try JSONReader.read(bytes, file: file)
                return (root.tree, [NodeLayout(json: bytes)])
            } catch {
                switch error {
                case .syntax: break  // YAML's flow style looks like JSON at first
                case .content(let diagnostic): throw diagnostic
                }
            }
        }
        var recorder = LayoutRecorder(bytes)
        let tree = try Node.parse(bytes, file: file) { recorder.record($0) }
        return (tree, recorder.layouts)
    }
}
