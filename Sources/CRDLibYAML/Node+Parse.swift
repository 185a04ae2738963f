import CCRDLibYAML
package import CRDParsing
package import CRDYAML

extension Node {
    /// Reads all documents of a YAML text.
    ///
    /// `"a: 1\n---\nb: 2"` gives two mappings. Aliases and merge keys are resolved. A text without
    /// documents, or with comments only, gives `[]`. JSON is supported with its own escapes
    /// (`"\ud83d\ude00"` is one scalar, which YAML does not support).
    ///
    /// - Parameters:
    ///   - bytes: YAML 1.1 or JSON, in UTF-8, or in UTF-16 with a byte order mark.
    ///   - file: The path shown in diagnostics; nothing is read from it.
    ///   - duplicateRule: The treatment of duplicate keys.
    /// - Returns: The root of each document, in order.
    /// - Throws: `Diagnostic` at the first syntax error (with libyaml's message and its probable
    ///   cause), duplicate key, key that JSON does not support, content such as a web page, invalid
    ///   encoding, nesting deeper than ``NodeTree/deepestNesting``, or alias beyond
    ///   ``NodeTreeBuilder/mostAliasedNodes``.
    package static func parse(
        _ bytes: [UInt8],
        file: String,
        duplicateRule: NodeTreeBuilder.DuplicateRule = .rejected
    ) throws(Diagnostic) -> [Node] {
        let parsed = try read(bytes, file: file, duplicateRule: duplicateRule)
        if let error = parsed.error { throw error }
        return parsed.tree.documents
    }

    /// Reads the documents of a YAML text up to the first error.
    ///
    /// `kubectl apply` applies the documents before one that it cannot read, too.
    ///
    /// - Parameters:
    ///   - bytes: As for ``parse(_:file:duplicateRule:)``.
    ///   - file: The path shown in diagnostics; nothing is read from it.
    ///   - duplicateRule: The treatment of duplicate keys.
    /// - Returns: The root of each document before the error, in order, and the error; `nil` if
    ///   there is none.
    package static func parseUntilError(
        _ bytes: [UInt8],
        file: String,
        duplicateRule: NodeTreeBuilder.DuplicateRule = .rejected
    ) -> (documents: [Node], error: Diagnostic?) {
        do throws(Diagnostic) {
            let parsed = try read(bytes, file: file, duplicateRule: duplicateRule)
            guard let error = parsed.error, let end = parsed.invalidByte else {
                return (parsed.tree.documents, parsed.error)
            }
            // libyaml checks characters far ahead of the document that it reads.
            let start = try read(Array(bytes[..<end]), file: file, duplicateRule: duplicateRule)
            let documents = start.tree.documents
            return (start.error == nil ? documents.dropLast() : documents, error)
        } catch {
            return ([], error)
        }
    }

    /// Reads all documents of a YAML text in a string.
    ///
    /// - Throws: The same errors as ``parse(_:file:)``.
    package static func parse(_ text: String, file: String) throws(Diagnostic) -> [Node] {
        try parse(Array(text.utf8), file: file)
    }

    /// Reads all documents of a YAML text, with the events about nodes.
    ///
    /// - Parameters:
    ///   - bytes: YAML 1.1 in UTF-8; JSON is read as YAML.
    ///   - file: The path shown in diagnostics; nothing is read from it.
    ///   - record: Receives the events about nodes, in order.
    /// - Returns: The nodes of all documents.
    /// - Throws: The same errors as ``parse(_:file:duplicateRule:)``.
    package static func parse(
        _ bytes: [UInt8],
        file: String,
        recording record: @escaping (NodeEvent) -> Void
    ) throws(Diagnostic) -> NodeTree {
        let parsed = try readYAML(bytes, file: file, duplicateRule: .rejected, recording: record)
        if let error = parsed.error { throw error }
        return parsed.tree
    }

    /// Reads all documents, or those before the first error.
    ///
    /// - Throws: `Diagnostic` if the text is of another kind.
    private static func read(
        _ bytes: [UInt8],
        file: String,
        duplicateRule: NodeTreeBuilder.DuplicateRule
    ) throws(Diagnostic) -> ParsedText {
        if JSONReader.mayBeJSON(bytes), bytes.count < UInt32.max {
            do throws(JSONReader.Failure) {
                let node = try JSONReader.read(bytes, file: file, duplicateRule: duplicateRule)
                return ParsedText(tree: node.tree)
            } catch {
                switch error {
                case .syntax: break  // YAML's flow style looks like JSON at first
                case .content(let diagnostic): throw diagnostic
                }
            }
        }
        return try readYAML(bytes, file: file, duplicateRule: duplicateRule)
    }

    private static func readYAML(
        _ bytes: [UInt8],
        file: String,
        duplicateRule: NodeTreeBuilder.DuplicateRule,
        recording record: ((NodeEvent) -> Void)? = nil
    ) throws(Diagnostic) -> ParsedText {
        guard bytes.count < UInt32.max else {
            throw Diagnostic(.error, "larger than 4 GiB, which is the maximum", file: file)
        }
        return try bytes.withUnsafeBufferPointer { buffer throws(Diagnostic) in
            if let other = OtherContent(buffer) {
                throw Diagnostic(.error, other.message, file: file)
            }
            var parser = try EventParser(buffer, file: file)
            defer { parser.delete() }
            return parser.parse(bytes, duplicateRule, recording: record)
        }
    }
}
