import CRDDefinitionValidity
package import CRDGeneratorCore
import CRDLibYAML
package import CRDYAML

/// The text of a file of CRDs without their schemas, which are most of it.
///
/// The lines below a key `openAPIV3Schema` that are indented more than it are its value, in block
/// style; they are found by their bytes. In the outline, they are empty, and the value is
/// `{type: object}`. Schemas in other styles stay.
/// Such a line can also be a part of another scalar, or of a schema in flow style. So an outline is
/// used only if it is valid, and if each key is the schema of a version; see ``contents(file:)``.
package struct DefinitionOutline {
    private typealias Unclear = ScannedLines.Unclear

    /// The text, with all lines of the file.
    private var text: [UInt8] = []
    /// The numbers of the lines with the keys whose values are replaced.
    private var keyLines: Set<Int> = []

    /// Leaves out the schemas of a text; returns `nil` if it has aliases, or characters that YAML
    /// reads as line breaks.
    package init?(_ bytes: [UInt8]) {
        do throws(Unclear) {
            try read(bytes)
        } catch {
            return nil
        }
    }

    private mutating func read(_ bytes: [UInt8]) throws(Unclear) {
        var lines = ScannedLines(bytes, count: bytes.count)
        var copied = 0
        var key: ScannedLines.Line?
        var hasValue = false
        while let line = try lines.next() {
            if let schema = key {
                if line.indentation > schema.indentation {
                    hasValue = true
                    continue
                }
                if hasValue {
                    replaceValue(of: schema, after: bytes[copied..<schema.text])
                    let feeds = line.number - schema.number
                    text += repeatElement(UInt8(ascii: "\n"), count: feeds)
                    copied = line.start
                }
                key = nil
            }
            // An anchor can be in a schema.
            if lines.hasAlias(line) { throw Unclear() }
            if lines.isOpenKey(line, named: Self.key) {
                key = line
                hasValue = false
            }
        }
        if let key, hasValue {
            replaceValue(of: key, after: bytes[copied..<key.text])
        } else {
            text += bytes[copied...]
        }
    }

    private static let key = "openAPIV3Schema"

    private mutating func replaceValue(of key: ScannedLines.Line, after before: ArraySlice<UInt8>) {
        keyLines.insert(key.number)
        text += before
        text += "\(Self.key): {type: object}".utf8
    }

    /// Returns the CRDs without schemas, and their errors; `nil` if the outline is not certain to have
    /// the same CRDs as the file, or if there are errors that can depend on the schemas.
    package func contents(
        file: String
    ) -> (definitions: [CustomResourceDefinition], errors: [Diagnostic])? {
        let parsed = Node.parseUntilError(text, file: file)
        let keys = parsed.documents.flatMap(Self.schemaKeys)
        guard parsed.error == nil, keyLines.isSubset(of: keys.map(\.position.line)) else {
            return nil
        }
        var reader = CRDReader(readsSchemas: false)
        for document in parsed.documents { reader.read(document) }
        let validity = parsed.documents.flatMap(CRDValidity.allOutsideSchemas)
        let haveOneVersion = reader.definitions.allSatisfy { $0.versions.count == 1 }
        guard !validity.contains(where: { $0.hasErrorsBySchemas(hasOneVersion: haveOneVersion) }),
            !reader.diagnostics.contains(where: { $0.severity == .error })
        else { return nil }
        return (reader.definitions, validity.flatMap(\.errors))
    }

    /// Returns the keys of the schemas in a document, or in the items of a list.
    private static func schemaKeys(_ document: Node) -> [Node] {
        let items = document["items"]?.items.flatMap(schemaKeys) ?? []
        guard let spec = document["spec"] else { return items }
        let versions = spec["versions"]?.items.map { $0["schema"] } ?? []
        let schemas = (versions + [spec["validation"]]).compactMap(\.self)
        return items
            + schemas.flatMap(\.pairs).filter { $0.key == key }.map(\.keyNode)
    }
}
