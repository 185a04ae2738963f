import CRDDefinitionValidity
import CRDGeneratorCore
import CRDLibYAML
import CRDReports
import CRDYAML

extension CRDModule {
    /// Validates the CRDs.
    ///
    /// - Returns: The path of each file, with the reasons why the API server would reject its CRDs,
    ///   and with the server's warnings.
    /// - Throws: `Diagnostic` if a file cannot be read.
    func validity() async throws(Diagnostic) -> [(path: String, findings: [Finding])] {
        try await concurrentMap("checking") { file in
            // Generation reports a text that is not YAML.
            let documents = Node.parseUntilError(file.bytes, file: file.path).documents
            return (file.path, documents.flatMap(CRDValidity.all).flatMap(\.findings))
        }
    }
}
