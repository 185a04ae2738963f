import ArgumentParser
import CRDGeneratorCore
import CRDInspection
import CRDRuntime
import CRDValues
import CRDYAML

extension CRDGen {
    /// `crdgen diff`.
    struct Diff: MessageCommand {
        static let configuration = CommandConfiguration(
            abstract: "List changes of the generated API, and which of them are breaking.",
            discussion: """
                Prints a line for each change, with its source location in the new file, or in the \
                old file if something was removed:

                  breaking (source)  existing code may not compile
                  breaking (values)  existing values or manifests are rejected or change
                  compatible         neither

                Changed descriptions are counted, not listed. Kinds and fields are compared by \
                name, in any order and in any file. Each input uses the 'crdgen.yaml' in its \
                folder; '-' uses the one of the other input.

                Exit codes: 0 no breaking changes, 1 breaking changes or invalid input, 2 invalid \
                usage. If the input is invalid, nothing is printed to standard output.

                Examples:
                  crdgen diff old-crds crds
                  git show v1.2.0:crds/widgets.yaml | crdgen diff - crds/widgets.yaml
                  kubectl get crd widgets.example.com -o yaml | crdgen diff - crds/widgets.yaml
                  crdgen diff v1/crds v2/crds --json
                """
        )

        @Argument(
            help: "The old CRDs: a folder, a file, or '-' for standard input.",
            completion: .file(extensions: CRDSource.endings)
        )
        var old: String

        @Argument(
            help: "The new CRDs: a folder, a file, or '-' for standard input.",
            completion: .file(extensions: CRDSource.endings)
        )
        var new: String

        @Flag(help: "Print a JSON object with the changes and the number of each kind of change.")
        var json = false

        @OptionGroup var messages: MessageOptions

        func validate() throws {
            try CRDSource.requireOneStandardInput(in: [old, new])
        }

        func run() throws {
            let sources = (CRDSource(old), CRDSource(new))
            var diagnostics: [Diagnostic] = []
            let before = try Self.catalog(sources.0, beside: sources.1, &diagnostics)
            let after = try Self.catalog(sources.1, beside: sources.0, &diagnostics)
            let errors = diagnostics.filter { $0.severity == .error }
            StandardError.print(errors)
            // Everything that an invalid CRD is missing would be reported as removed.
            guard errors.isEmpty else { throw ExitCode.failure }
            let comparison = CatalogComparison(before, after)
            if json {
                try StandardOutput.print(comparison.json.jsonText)
            } else {
                try StandardOutput.write(comparison.text(style: Terminal.outputStyle))
            }
            if comparison.isBreaking { throw ExitCode.failure }
        }

        /// Returns the kinds of a source; standard input has the configuration of the other source.
        private static func catalog(
            _ source: CRDSource,
            beside other: CRDSource,
            _ diagnostics: inout [Diagnostic]
        ) throws -> ResourceCatalog {
            let module = CRDModule(sources: [source], name: "")
            let isConfigured = source.configurationFolder != nil
            let configured = isConfigured ? module : CRDModule(sources: [other], name: "")
            let configuration = try configured.configuration(&diagnostics)
            var catalog = ResourceCatalog()
            catalog.add(try module.files(), configuration, &diagnostics)
            diagnostics += module.withoutCRDs(besides: Set(catalog.entries.map(\.file)))
            return catalog
        }
    }
}
