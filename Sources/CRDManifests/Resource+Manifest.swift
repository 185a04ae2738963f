public import CRDRuntime
import LibYAML
public import YAML

extension Resource {
    /// Reads a resource from a manifest.
    ///
    /// The manifest has one document, in YAML or JSON, with this type's `apiVersion` and `kind`.
    /// Fields that the schema does not name are left out where the type does not keep them.
    ///
    /// - Parameters:
    ///   - yaml: The text of the manifest.
    ///   - file: The path shown in messages; nothing is read from it.
    /// - Throws: `ManifestError` with everything that does not fit, each with line and column.
    public init(yaml: String, file: String = "manifest.yaml") throws(ManifestError) {
        let document = try Self.onlyDocument(of: yaml, file: file)
        let reader = ManifestReader()
        let resource = reader.read(Self.self, from: ManifestNode(document))
        guard reader.diagnostics.isEmpty else {
            throw ManifestError(diagnostics: reader.diagnostics.inFileOrder())
        }
        self = resource
    }

    private static func onlyDocument(
        of text: String,
        file: String
    ) throws(ManifestError) -> Node {
        let documents: [Node]
        do throws(Diagnostic) {
            documents = try Node.parse(text, file: file).filter { !$0.isNull }
        } catch {
            throw ManifestError(diagnostics: [error])
        }
        guard let document = documents.first, documents.count == 1 else {
            let found = documents.isEmpty ? "no document" : "\(documents.count) documents"
            let diagnostic = Diagnostic(
                .error,
                "found \(found), expected one \(kind)",
                file: file,
                at: documents.dropFirst().first?.mark
            )
            throw ManifestError(diagnostics: [diagnostic])
        }
        return document
    }
}

/// Why a manifest could not be read: everything that is wrong with it, not only the first.
public struct ManifestError: Error, Hashable, CustomStringConvertible {
    /// What is wrong, each with its place, in the order of the text.
    public let diagnostics: [Diagnostic]

    /// One line for each diagnostic.
    public var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}
