import ArgumentParser
import CRDCatalog
import CRDComparison
import CRDDefinitionValidity
import CRDGeneratorCore
import CRDLibYAML
import CRDReports
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
                usage. If no types can be generated for a CRD, no changes are printed. If the API \
                server rejects a new CRD, the reasons are warnings; 'crdgen check' has them as errors.

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
                    try await printText()
                }
            if fails { throw ExitCode.failure }
        }

        /// Prints a line for each change; returns whether one of them fails.
        private func printText() async throws -> Bool {
            let compared = try await self.compared()
            StandardError.print(compared.errors + compared.warnings)
            guard let comparison = compared.comparison else { return true }
            let hasSummary = !Terminal.isQuiet
            let style = Terminal.outputStyle
            try StandardOutput.write(comparison.text(style: style, hasSummary: hasSummary))
            return comparison.changes.contains(where: compared.levels.fails)
        }

        /// Prints the changes in a form; returns whether one of them fails.
        ///
        /// Warnings, and errors in JSON and Markdown, go to standard error, because the forms are
        /// about changes.
        private func print(_ form: ReportForm) async throws -> Bool {
            guard form == .json || form == .markdown else {
                return try await !form.print("crdgen diff") {
                    let compared = try await self.compared()
                    StandardError.print(compared.warnings)
                    return compared.report
                }
            }
            let compared = try await self.compared()
            StandardError.print(compared.errors + compared.warnings)
            guard let comparison = compared.comparison else { return true }
            if form == .json {
                try StandardOutput.print(comparison.json(compared.levels).jsonText)
            } else {
                try StandardOutput.write(comparison.markdown)
            }
            return comparison.changes.contains(where: compared.levels.fails)
        }

        private func compared() async throws -> Compared {
            var diagnostics: [Diagnostic] = []
            let sources = (CRDSource(old), CRDSource(new))
            let (before, _, _) = try Self.catalog(sources.0, beside: sources.1, &diagnostics)
            let (after, configuration, files) = try Self.catalog(
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
            let duplicates = diagnostics.filter { $0.severity == .warning }
            return Compared(
                errors: errors,
                warnings: errors.isEmpty ? duplicates + (await Self.rejections(of: files)) : [],
                comparison: comparison,
                levels: levels,
                new: after
            )
        }

        /// Returns the reasons for which the API server would reject new CRDs, as warnings, because
        /// a released CRD can be one that an older server accepted.
        private static func rejections(of files: [Generator.Input]) async -> [Diagnostic] {
            await files.concurrentMap { file in
                Node.parseUntilError(file.bytes, file: file.path).documents
                    .flatMap(CRDValidity.all).flatMap(\.diagnostics)
                    .filter { $0.severity == .error }
                    .map { error in
                        let message = "the API server rejects this CRD: \(error.message)"
                        return Diagnostic(.warning, message, file: file.path, at: error.position)
                    }
            }
            .flatMap(\.self)
        }

        /// Returns the kinds of a source, its configuration, and its files; standard input has the
        /// configuration of the other source.
        private static func catalog(
            _ source: CRDSource,
            beside other: CRDSource,
            _ diagnostics: inout [Diagnostic]
        ) throws -> (
            catalog: ResourceCatalog, configuration: Configuration, files: [Generator.Input]
        ) {
            let module = CRDModule(sources: [source], name: "")
            let isConfigured = source.configurationFolder != nil
            let configured = isConfigured ? module : CRDModule(sources: [other], name: "")
            let configuration = try configured.configuration(&diagnostics)
            var catalog = ResourceCatalog()
            let files = try module.files()
            var found: [Diagnostic] = []
            catalog.add(files, configuration, &found)
            diagnostics += found.filter { $0.severity == .error }
            catalog.removeDuplicates(&diagnostics)
            diagnostics += module.withoutCRDs(besides: Set(catalog.entries.map(\.file)))
            return (catalog, configuration, files)
        }
    }
}

extension CRDGen.Diff {
    /// The result of a comparison.
    private struct Compared {
        /// The errors in CRDs and in the file of levels.
        let errors: [Diagnostic]
        /// The warnings about duplicate and invalid CRDs.
        let warnings: [Diagnostic]
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
