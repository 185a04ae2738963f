import ArgumentParser
import CRDCatalog
import CRDGeneratorCore
import CRDYAML

extension CompletionKind {
    /// The kinds of the CRDs in the default folders.
    static var kinds: CompletionKind {
        .custom { _, _, _ in
            // Completion in a shell must print no messages; without CRDs there is nothing to
            // complete.
            guard let sources = try? CRDSource.usual() else { return [] }
            return Set(sources.flatMap(\.kinds)).sorted()
        }
    }
}

extension CRDSource {
    /// The kinds of all files that can be read.
    fileprivate var kinds: [String] {
        ((try? scan()) ?? []).flatMap { file -> [String] in
            guard file.isUnclear, let input = try? input(file.path) else { return file.kinds }
            var catalog = ResourceCatalog()
            var ignored: [Diagnostic] = []
            catalog.add([input], Configuration(), &ignored)
            return catalog.entries.map(\.kind)
        }
    }
}
