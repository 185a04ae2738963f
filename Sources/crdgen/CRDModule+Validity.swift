import CRDGeneratorCore
import CRDInspection
import CRDLibYAML
import CRDYAML

extension CRDModule {
    /// The findings about the CRDs: the reasons why the API server would reject the CRDs, with its warnings, in the order of the
    /// files.
    var validity: [Finding] {
        // Generation reports folders and files that cannot be read.
        let files = (try? files()) ?? []
        var progress = Progress("checking", of: files.count)
        defer { progress.end() }
        return files.flatMap { file in
            defer { progress.step() }
            let documents = (try? Node.parse(file.bytes, file: file.path)) ?? []
            return documents.flatMap(CRDValidity.all).flatMap(\.findings)
        }
    }
}
