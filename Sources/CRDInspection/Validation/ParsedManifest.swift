package import CRDGeneratorCore
import CRDYAML

/// A file of manifests with its documents.
package struct ParsedManifest: Sendable {
    /// The path of the file.
    package let path: String
    /// The documents that are not empty, or the error if the text is not YAML.
    let documents: Result<[Node], Diagnostic>

    /// Parses a file.
    package init(_ input: Generator.Input) {
        path = input.path
        documents = Result { () throws(Diagnostic) in try ManifestObject.documents(of: input) }
    }
}
