import CRDGeneratorCore
import CRDLibYAML
import CRDParsing
import CRDValidation
import CRDValues
import CRDYAML

/// The text of an OpenAPI document, which can be one of several in a file.
struct DocumentSource: Sendable {
    /// The place of the document in the file.
    private enum Place {
        /// JSON in a range of the bytes.
        case json(Range<Int>)
        /// A document of YAML with an index, from 0.
        case yaml(Int, SourcePosition)
    }

    /// The document in JSON; if it is in YAML, it is converted.
    let outline: JSONOutline
    /// The members of the document.
    let members: [JSONOutline.Member]
    private let input: Generator.Input
    private let place: Place

    /// Finds the documents of a file.
    ///
    /// - Parameter input: The file: JSON values one after the other, or the documents of YAML.
    /// - Returns: The documents, at least one.
    /// - Throws: `Diagnostic` if the text is not JSON or YAML, or for a document that is no mapping.
    static func all(in input: Generator.Input) throws(Diagnostic) -> [DocumentSource] {
        let sources = JSONReader.mayBeJSON(input.bytes) ? try json(in: input) : try yaml(in: input)
        if sources.isEmpty {
            throw Diagnostic(.error, "found no content, \(expectation)", file: input.path)
        }
        return sources
    }

    private static func json(in input: Generator.Input) throws(Diagnostic) -> [DocumentSource] {
        let outline = JSONOutline(bytes: input.bytes, file: input.path)
        var sources: [DocumentSource] = []
        var start = outline.startOfDocument(from: 0)
        while start < input.bytes.count {
            guard let (members, end) = outline.object(from: start) else {
                throw notObject(input, from: start, isFirst: sources.isEmpty)
            }
            sources.append(
                DocumentSource(
                    outline: outline,
                    members: members,
                    input: input,
                    place: .json(start..<end)
                )
            )
            start = outline.startOfDocument(from: end)
        }
        return sources
    }

    private static func yaml(in input: Generator.Input) throws(Diagnostic) -> [DocumentSource] {
        let documents: [Node]
        do throws(Diagnostic) {
            documents = try Node.parse(input.bytes, file: input.path)
        } catch {
            throw syntaxError(error)
        }
        var sources: [DocumentSource] = []
        for (index, node) in documents.enumerated() where !node.isNull {
            guard node.kind == .mapping else {
                throw notMapping(node, input, isFirst: sources.isEmpty)
            }
            let outline = JSONOutline(
                bytes: Array(try JSONValue(sent: node).jsonText.utf8),
                file: input.path
            )
            sources.append(
                DocumentSource(
                    outline: outline,
                    members: outline.members() ?? [],
                    input: input,
                    place: .yaml(index, node.position)
                )
            )
        }
        return sources
    }
}

// MARK: - Source locations

extension DocumentSource {
    /// Reads the whole document, with its source locations in the file.
    ///
    /// - Throws: `Diagnostic` if it is not valid JSON.
    func node() throws(Diagnostic) -> Node? {
        switch place {
        case .json(let range): return try Self.node(input, range)
        case .yaml(let index, _):
            let documents = try Node.parse(input.bytes, file: input.path)
            return index < documents.count ? documents[index] : nil
        }
    }

    private static func node(
        _ input: Generator.Input,
        _ range: Range<Int>
    ) throws(Diagnostic) -> Node {
        // Blanks in the place of the text before it keep lines and columns.
        let before = input.bytes[..<range.lowerBound].lazy.filter { $0 & 0xC0 != 0x80 }
            .map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
        do throws(JSONReader.Failure) {
            return try JSONReader.read(Array(before) + input.bytes[range], file: input.path)
        } catch {
            throw error.diagnostic
        }
    }

    /// The source location if other documents are before this one; `nil` for the first one.
    private var laterPosition: SourcePosition? {
        switch place {
        case .json(let range):
            return input.bytes[..<range.lowerBound].allSatisfy { $0 <= 0x20 }
                ? nil : (try? Self.node(input, range))?.position
        case .yaml(let index, let position): return index == 0 ? nil : position
        }
    }
}

// MARK: - Errors

extension DocumentSource {
    private static let expectation =
        "expected an OpenAPI document, as 'kubectl get --raw /openapi/v3/apis/apps/v1' prints it"

    /// Returns the error for a syntax error; others, such as that for a web page, are complete.
    private static func syntaxError(_ error: Diagnostic) -> Diagnostic {
        guard let position = error.position else { return error }
        let message = "not an OpenAPI document: \(error.message)"
        return Diagnostic(.error, message, file: error.file, at: position)
    }

    /// Returns the error for JSON from a position that is no object.
    private static func notObject(
        _ input: Generator.Input,
        from start: Int,
        isFirst: Bool
    ) -> Diagnostic {
        do throws(Diagnostic) {
            let node = try node(input, start..<input.bytes.count)
            return notMapping(node, input, isFirst: isFirst)
        } catch {
            return syntaxError(error)
        }
    }

    /// Returns the error for a node that is no mapping; the location of the first one is obvious.
    private static func notMapping(
        _ node: Node,
        _ input: Generator.Input,
        isFirst: Bool
    ) -> Diagnostic {
        Diagnostic(
            .error,
            "found \(node.found), \(expectation)",
            file: input.path,
            at: isFirst ? nil : node.position
        )
    }

    /// Returns the error for a document without definitions.
    ///
    /// - Parameter hasPaths: Whether it has paths, as the list of all documents does.
    /// - Returns: The error, with a location if other documents are before this one.
    func noDefinitions(hasPaths: Bool) -> Diagnostic {
        let message =
            hasPaths
            ? "has no schemas, only paths; for the schemas of a group, use 'kubectl get --raw "
                + "/openapi/v3/apis/GROUP/VERSION', or '/openapi/v3/api/v1' for the core group"
            : "has neither 'components.schemas' nor 'definitions', expected an OpenAPI document"
        return Diagnostic(.error, message, file: input.path, at: laterPosition)
    }
}

extension JSONOutline {
    /// Returns the position after blanks and lines `---`, which separate documents of YAML.
    fileprivate func startOfDocument(from start: Int) -> Int {
        var position = skippingBlanks(from: start)
        while bytes[position...].starts(with: "---".utf8) {
            position = skippingBlanks(from: position + 3)
        }
        return position
    }
}
