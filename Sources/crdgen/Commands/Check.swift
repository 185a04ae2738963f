import ArgumentParser
import CRDGeneratorCore
import CRDInspection
import CRDReports
import CRDRuntime
import CRDValues
import CRDYAML
import Foundation

extension CRDGen {
    /// `crdgen check`.
    struct Check: ConcurrentCommand {
        static let configuration = CommandConfiguration(
            abstract: "Validate CRDs, and check that the generated files are up to date.",
            discussion: """
                Reports what the API server would reject in the CRDs, with the same messages. Then \
                reports each generated file that is missing, out of date, or unused. Writes nothing.

                The generated files are in 'Generated', if it exists, or in the folder of \
                '--output'. If you pass CRDs without '--output', only the CRDs are validated.

                With '--json', prints an object with 'findings', an array of objects with 'file', \
                'line', 'column', 'severity', 'message', 'rule', and 'object', and with 'summary'. \
                'line' and 'column' are null if the finding is about the whole file.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen check
                  crdgen check widgets.yaml
                  crdgen check --crds crds --module SageMaker --output Generated
                  crdgen check --output github
                  kubectl get crds -o yaml | crdgen check - --json
                """
        )

        @OptionGroup var sources: ModuleOptions
        @OptionGroup var detail: DetailOptions

        @Option(
            help: ArgumentHelp(
                "The folder with the generated files, or the form of the output; can be repeated.",
                discussion: """
                    The forms are \(OutputForm.list). For a folder with such a name, write \
                    './json'. (default: Generated, and text)
                    """,
                valueName: "folder|form"
            ),
            completion: .directory
        )
        var output: [String] = []

        @Flag(help: "The same as '--output json'.")
        var json = false

        @OptionGroup var messages: MessageOptions

        /// The folder from '--output'; `nil` for the default folder.
        private var folder: String? { output.last { OutputForm(argument: $0) == nil } }

        /// The options for the form of the output.
        private var report: ReportOptions {
            var options = ReportOptions()
            options.output = output.lazy.compactMap(OutputForm.init(argument:)).last
            options.json = json
            return options
        }

        func validate() throws {
            try folder.requirePath(of: "--output")
            if folder == "-" {
                throw ValidationError(
                    "'--output -' is standard output, expected a folder to compare with"
                )
            }
            try rejectFile()
            try report.validate()
        }

        /// Rejects a folder that is a mistyped form, or the name of a file for a report.
        private func rejectFile() throws(ValidationError) {
            guard let folder, !CRDFolder(path: folder).exists else { return }
            let form = NearestName.to(folder, among: OutputForm.allValueStrings)
            let ending = URL(filePath: folder).pathExtension
            let isFile = !ending.isEmpty || FileManager.default.fileExists(atPath: folder)
            guard form != nil || isFile else { return }
            let fileForm = ReportForm(rawValue: ending)?.rawValue ?? "FORM"
            let hint =
                form.map { "did you mean '\($0)'?" }
                ?? "to write a report to a file, use '--output \(fileForm) > \(folder)'"
            throw ValidationError(
                "'--output \(folder)' is neither a folder nor one of the forms "
                    + "\(OutputForm.list); \(hint)"
            )
        }

        func perform() async throws {
            let isAccepted =
                if let form = report.form {
                    try await form.print("crdgen check") { try await checked().report }
                } else {
                    try await printText(of: checked())
                }
            if !isAccepted { throw ExitCode.failure }
        }

        private func printText(of checked: Checked) throws -> Bool {
            try Findings.print((checked.found + checked.drift).map(\.diagnostic))
            if !checked.drift.isEmpty { StandardError.print([Self.remedy]) }
            if checked.hasErrors { return false }
            try StandardOutput.print(summary: checked.summary)
            return true
        }

        private static let remedy = Diagnostic(
            .note,
            "run 'crdgen generate' or 'swift package generate-crds' to update the generated files",
            file: nil
        )

        /// Whether the CRDs are compared with generated files.
        private var isComparing: Bool {
            if folder != nil { return true }
            // The command plugin passes folders with modules.
            let areOfPackage =
                sources.crds.isEmpty ? sources.paths.isEmpty : !sources.module.isEmpty
            return areOfPackage && FileManager.default.fileExists(atPath: OutputFolder.usual)
        }

        /// Validates the CRDs and compares the generated files with them.
        ///
        /// - Throws: `Diagnostic` if there are no CRDs, or if one cannot be read.
        private func checked() async throws -> Checked {
            let modules = try sources.modules(output: folder)
            var files: [(path: String, findings: [Finding])] = []
            for module in modules { files += try await module.validity() }
            let generation = Generation(
                modules,
                docs: detail.docs,
                emptyFolders: isComparing ? .warning : .error
            )
            let others = generation.diagnostics
                .besides(files.flatMap(\.findings).map(\.diagnostic))
                .map { Finding(.generation, $0) }
            var remaining = Dictionary(grouping: others, by: \.diagnostic.file)
            let found = files.flatMap { path, findings in
                (findings + (remaining.removeValue(forKey: path) ?? [])).inFileOrder(\.diagnostic)
            }
            var checked = Checked(
                found: found + others.filter { remaining[$0.diagnostic.file] != nil },
                files: files.map(\.path)
            )
            if generation.hasErrors { return checked }
            guard isComparing else {
                let count = checked.files.count
                let files = count == 1 ? "1 file" : "\(count) files"
                checked.summary = "\(files) of CRDs, no errors; not compared with generated files"
                return checked
            }
            let output = OutputFolder(path: (folder ?? OutputFolder.usual).withoutSlash)
            for change in output.changes(toHold: generation.files) {
                checked.files.append("\(output.path)/\(change.path)")
                if let finding = change.finding(in: output.path) { checked.drift.append(finding) }
            }
            checked.summary = "'\(output.path)' is up to date"
            return checked
        }
    }
}

extension CRDGen.Check {
    /// The findings of a check.
    private struct Checked {
        /// The findings about CRDs.
        let found: [Finding]
        /// The findings about generated files, if the CRDs have no errors.
        var drift: [Finding] = []
        /// The paths of the checked files.
        var files: [String]
        /// The summary for the case that there are no errors.
        var summary = ""

        var hasErrors: Bool { (found + drift).contains(where: \.isError) }

        /// The report, in which each file is a part.
        var report: Report {
            let findings = found + drift
            let ofFiles = Dictionary(grouping: findings, by: \.diagnostic.file)
            func count(_ severity: Diagnostic.Severity) -> JSONValue {
                .number(JSONNumber(findings.count { $0.diagnostic.severity == severity }))
            }
            return Report(
                command: "crdgen check",
                version: GeneratorVersion.current,
                parts: files.map { Report.Part(file: $0, findings: ofFiles[$0] ?? []) },
                findings: findings,
                members: [
                    "summary": [
                        "files": .number(JSONNumber(files.count)),
                        "errors": count(.error),
                        "warnings": count(.warning),
                        "notes": count(.note),
                    ]
                ]
            )
        }
    }
}

extension Change {
    /// Returns the finding that `check` reports; `nil` for a file that is up to date.
    fileprivate func finding(in folder: String) -> Finding? {
        let rule: FindingRule
        let message: String
        var position: SourcePosition?
        switch kind {
        case .same:
            return nil
        case .missing:
            rule = .missingFile
            message = "generated file is missing"
        case .different(_, let line):
            rule = .outdatedFile
            message = "generated file is out of date"
            position = SourcePosition(line: line, column: 1)
        case .unused:
            rule = .unusedFile
            message = "generated file is unused, no CRD generates it"
        }
        return Finding(rule, Diagnostic(.error, message, file: "\(folder)/\(path)", at: position))
    }
}
