import CRDGeneratorCore
import CRDInspection
import CRDLibYAML
import CRDYAML

extension CRDModule {
    /// What the API server would refuse in the CRDs, and what of them is not checked.
    ///
    /// Errors and notes, file by file.
    var validity: [Diagnostic] {
        // That a folder or text cannot be read is said by the generation.
        let files = (try? files()) ?? []
        var progress = Progress("checking", of: files.count)
        defer { progress.end() }
        return files.flatMap { file in
            defer { progress.step() }
            let documents = (try? Node.parse(file.bytes, file: file.path)) ?? []
            return documents.flatMap(CRDValidity.all).flatMap(\.diagnostics)
        }
    }
}
