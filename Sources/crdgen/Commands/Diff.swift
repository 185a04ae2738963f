import ArgumentParser
import CRDGeneratorCore
import CRDInspection
import CRDRuntime
import CRDSchema
import CRDYAML

extension CRDGen {
    /// `crdgen diff`.
    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what changes in the generated API, and whether it breaks adopters.",
            discussion: """
                A line for each change, with the place in the new file, or in the old one for what \
                it alone has:

                  breaking (source)  code that compiled may not compile any more
                  breaking (values)  values or manifests are refused, or become others
                  compatible         neither

                Descriptions are counted. Kinds and attributes are compared by name, wherever they \
                stand. The 'crdgen.yaml' beside each input holds for it, and for '-' that of the \
                other one.

                Exit codes: 0 nothing breaks, 1 something does, or an input is at fault, 2 called \
                wrongly. With an input at fault nothing is printed on standard output.

                Examples:
                  crdgen diff old-crds crds
                  git show v1.2.0:crds/widgets.yaml | crdgen diff - crds/widgets.yaml
                  kubectl get crd widgets.example.com -o yaml | crdgen diff - crds/widgets.yaml
                  crdgen diff v1/crds v2/crds --json
                """
        )

        @Argument(
            help: "A folder or file of CRDs as they were, or '-' for standard input.",
            completion: .file(extensions: CRDSource.endings)
        )
        var old: String

        @Argument(
            help: "The same as they are.",
            completion: .file(extensions: CRDSource.endings)
        )
        var new: String

        @Flag(help: "Print an object with the changes and their numbers.")
        var json = false

        func validate() throws {
            if old == "-", new == "-" {
                throw ValidationError("'-' can be read only once")
            }
        }

        func run() throws {
            let sources = (CRDSource(old), CRDSource(new))
            var diagnostics: [Diagnostic] = []
            let before = try Self.catalog(sources.0, beside: sources.1, &diagnostics)
            let after = try Self.catalog(sources.1, beside: sources.0, &diagnostics)
            let errors = diagnostics.filter { $0.severity == .error }
            StandardError.print(errors)
            // What a faulty CRD lacks would be told as removed.
            guard errors.isEmpty else { throw ExitCode.failure }
            let comparison = CatalogComparison(before, after)
            if json {
                try StandardOutput.print(comparison.json.jsonText)
            } else {
                try StandardOutput.write(comparison.text(style: Terminal.outputStyle))
            }
            if comparison.isBreaking { throw ExitCode.failure }
        }

        /// Every kind of a source; standard input is configured like the other source.
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
            return catalog
        }
    }
}
