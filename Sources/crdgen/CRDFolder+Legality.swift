import CRDGeneratorCore
import CRDInspection
import LibYAML
import YAML

extension CRDFolder {
    /// What the API server would refuse in the CRDs of the folder, and what of them is not checked.
    ///
    /// - Parameter others: The paths of files that something else is said about, which comes first.
    /// - Returns: Errors and notes, file by file.
    func legality(besides others: Set<String>) -> [Diagnostic] {
        // A folder or text that cannot be read was found before.
        let files = (try? files()) ?? []
        return files.filter { !others.contains($0.path) }.flatMap { file in
            let documents = (try? Node.parse(file.bytes, file: file.path)) ?? []
            return documents.flatMap(CRDLegality.all).flatMap(\.diagnostics)
        }
    }
}
