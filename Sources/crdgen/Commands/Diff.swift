import ArgumentParser
import CRDGeneratorCore
import CRDInspection
import CRDRuntime
import CRDValues
import CRDYAML

extension CRDGen {
    /// `crdgen diff`.
    struct Diff: ConcurrentCommand {
        static let configuration = CommandConfiguration(
            abstract: "List changes of CRDs, and which of them break manifests or code.",
            discussion: """
                Prints a line for each change, with its source location in the new file, or in the \
                old file if something was removed, and with its effects:

                  breaking (source)     existing Swift code may not compile
                  breaking (manifests)  manifests and stored objects can be rejected
                  changed (manifests)   they are accepted, but are stored or act in another way
                  compatible            none of these

                Changed descriptions are counted, not listed. Kinds and fields are compared by \
                name, in any order and in any file. Each input uses the 'crdgen.yaml' in its \
                folder; '-' uses the one of the other input. 'git:REVISION:PATH' is a file or a \
                folder in a revision of the git repository, as for 'git show'.

                The file of '--rules', and 'changeLevels' in the new 'crdgen.yaml', have a line \
                'RULE: LEVEL' for each rule with another level: 'error' fails, 'warn' is listed \
                only, 'ignore' is not listed. '--rules' has priority. The rules are in the output of \
                '--json'.

                Exit codes: 0 no breaking changes, 1 breaking changes or invalid input, 2 invalid \
                usage. If the input is invalid, no changes are printed.

                Examples:
                  crdgen diff old-crds crds
                  crdgen diff git:main:crds crds --fail-on manifests
                  crdgen diff git:v1.2.0:crds crds --output markdown
                  kubectl get crd widgets.example.com -o yaml | crdgen diff - crds/widgets.yaml
                  crdgen diff v1/crds v2/crds --json
                """
        )

        @Argument(
            help: """
                The old CRDs: a folder, a file, 'git:REVISION:PATH', or '-' for standard input.
                """,
            completion: .file(extensions: CRDSource.endings)
        )
        var old: String

        @Argument(
            help: """
                The new CRDs: a folder, a file, 'git:REVISION:PATH', or '-' for standard input.
                """,
            completion: .file(extensions: CRDSource.endings)
        )
        var new: String

        @Option(
            help: ArgumentHelp(
                "The changes that end with 1: 'manifests', 'source', 'any', or 'never'.",
                valueName: "effect"
            )
        )
        var failOn = ChangeLevels.FailingGrade.any

        @Option(
            help: ArgumentHelp(
                "A file with levels of rules, such as 'default-added: warn'.",
                valueName: "file"
            ),
            completion: .file(extensions: ["yaml", "yml"])
        )
        var rules: String?

        @OptionGroup var report: ReportOptions

        @OptionGroup var messages: MessageOptions

        func validate() throws {
            try CRDSource.requireOneStandardInput(in: [old, new])
        }

        func perform() async throws {
            let fails =
                if let form = report.form {
                    try await print(form)
                } else {
                    try printText()
                }
            if fails { throw ExitCode.failure }
        }

        /// Prints a line for each change; returns whether one of them fails.
        private func printText() throws -> Bool {
            let compared = try self.compared()
            StandardError.print(compared.errors)
            guard let comparison = compared.comparison else { return true }
            let hasSummary = !Terminal.isQuiet
            let style = Terminal.outputStyle
            try StandardOutput.write(comparison.text(style: style, hasSummary: hasSummary))
            return comparison.changes.contains(where: compared.levels.fails)
        }

        /// Prints the changes in a form; returns whether one of them fails.
        ///
        /// In JSON and Markdown, errors in CRDs go to standard error, because those forms are about
        /// changes.
        private func print(_ form: ReportForm) async throws -> Bool {
            guard form == .json || form == .markdown else {
                return try await !form.print("crdgen diff") { try self.compared().report }
            }
            let compared = try self.compared()
            StandardError.print(compared.errors)
            guard let comparison = compared.comparison else { return true }
            if form == .json {
                try StandardOutput.print(comparison.json(compared.levels).jsonText)
            } else {
                try StandardOutput.write(comparison.markdown)
            }
            return comparison.changes.contains(where: compared.levels.fails)
        }

        private func compared() throws -> Compared {
            var diagnostics: [Diagnostic] = []
            let sources = (CRDSource(old), CRDSource(new))
            let (before, _) = try Self.catalog(sources.0, beside: sources.1, &diagnostics)
            let (after, configuration) = try Self.catalog(
                sources.1,
                beside: sources.0,
                &diagnostics
            )
            var levels = ChangeLevels(failing: failOn)
            levels.add(configuration.changeLevels, of: configuration.file, &diagnostics)
            if let rules {
                try levels.read(Generator.Input(contentsOf: rules), &diagnostics)
            }
            let errors = diagnostics.filter { $0.severity == .error }
            // Everything that an invalid CRD is missing would be reported as removed.
            let comparison =
                errors.isEmpty
                ? CatalogComparison(before, after).without(ignoredBy: levels) : nil
            return Compared(errors: errors, comparison: comparison, levels: levels, new: after)
        }

        /// Returns the kinds of a source and its configuration; standard input has that of the other
        /// source.
        private static func catalog(
            _ source: CRDSource,
            beside other: CRDSource,
            _ diagnostics: inout [Diagnostic]
        ) throws -> (catalog: ResourceCatalog, configuration: Configuration) {
            let module = CRDModule(sources: [source], name: "")
            let isConfigured = source.configurationFolder != nil
            let configured = isConfigured ? module : CRDModule(sources: [other], name: "")
            let configuration = try configured.configuration(&diagnostics)
            var catalog = ResourceCatalog()
            catalog.add(try module.files(), configuration, &diagnostics)
            diagnostics += module.withoutCRDs(besides: Set(catalog.entries.map(\.file)))
            return (catalog, configuration)
        }
    }
}

extension CRDGen.Diff {
    /// The result of a comparison.
    private struct Compared {
        /// The errors in CRDs and in the file of levels.
        let errors: [Diagnostic]
        /// The changes; `nil` if there are errors.
        let comparison: CatalogComparison?
        let levels: ChangeLevels
        let new: ResourceCatalog

        var report: Report {
            guard let comparison else {
                return Report(
                    command: "crdgen diff",
                    version: GeneratorVersion.current,
                    parts: [],
                    findings: errors.map { Finding(.invalidInput, $0) },
                    members: [:]
                )
            }
            return comparison.report(version: GeneratorVersion.current, levels, of: new)
        }
    }
}

extension ChangeLevels.FailingGrade: ExpressibleByArgument {}
