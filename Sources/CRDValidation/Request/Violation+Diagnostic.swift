package import CRDRuntime
package import CRDYAML

extension Violation {
    /// Returns the violation as a diagnostic about a file, with the field path of the API server.
    package func diagnostic(in file: String) -> Diagnostic {
        Diagnostic(.error, description, file: file, at: location?.position)
    }
}
