import ArgumentParser
import CRDInspection
import CRDRuntime
import CRDValues

extension CompletionKind {
    /// The kinds of the CRDs in the default folders.
    static var kinds: CompletionKind {
        .custom { _, _, _ in
            // Completion in a shell must print no messages; without CRDs there is nothing to
            // complete.
            guard let sources = try? CRDSource.usual(),
                let found = try? SourceOptions.catalog(of: sources, isQuiet: true)
            else { return [] }
            return Set(found.catalog.entries.map(\.kind)).sorted()
        }
    }
}
