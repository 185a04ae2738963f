import CRDFiles
import CRDJSON
import CRDLibYAML
import CRDParsing
import CRDRuntime
import CRDYAML

extension ManifestDocuments {
    /// Reads YAML or JSON.
    ///
    /// - Throws: `ManifestError` with the first error of the syntax.
    init(yaml: [UInt8], file: String, _ validation: FieldValidation) throws(ManifestError) {
        do throws(Diagnostic) {
            self.init(try Self.parse(yaml, file: file), file: file, validation)
        } catch {
            throw ManifestError([error])
        }
    }

    /// Reads a file of YAML or JSON.
    ///
    /// - Throws: `ManifestError` if the file cannot be read, or with the first error of the syntax.
    init(path: some ManifestPath, _ validation: FieldValidation) throws(ManifestError) {
        let file = path._manifestPath
        var bytes: [UInt8] = []
        do throws(Diagnostic) {
            bytes = try File(path: file).read()
        } catch {
            throw ManifestError([error])
        }
        try self.init(yaml: bytes, file: file, validation)
    }

    /// Reads the documents of YAML or JSON that are not invalid.
    init(partial yaml: [UInt8], file: String, _ validation: FieldValidation) {
        var parts = StreamParts(yaml, file: file)
        parts.read()
        self.init(parts.documents, file: file, validation, errors: parts.errors)
    }

    /// Returns the root nodes of the documents that are not empty.
    ///
    /// - Throws: `Diagnostic` with the first error of the syntax.
    static func parse(_ bytes: [UInt8], file: String) throws(Diagnostic) -> [Node] {
        try Node.parse(bytes, file: file, duplicateRule: .lastCounts).filter { !$0.isNull }
    }
}
