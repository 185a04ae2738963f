import ArgumentParser
import CRDInspection
import CRDRuntime
import CRDValues
import CRDYAML
import Foundation

extension CRDGen {
    /// `crdgen check`.
    struct Check: MessageCommand {
        static let configuration = CommandConfiguration(
            abstract: "Validate CRDs, and check that the generated files are up to date.",
            discussion: """
                Reports what the API server would reject in the CRDs, with the same messages. Then \
                reports each generated file that is missing, out of date, or unused. Writes nothing.

                The generated files are in 'Generated', if it exists, or in the folder of \
                '--output'. If you pass CRDs without '--output', only the CRDs are validated.

                With '--json', prints an array of objects with 'file', 'line', 'column', \
                'severity', and 'message'. 'line' and 'column' are null if the diagnostic is about \
                the whole file.

                \(CRDGen.exitCodes)

                Examples:
                  crdgen check
                  crdgen check widgets.yaml
                  crdgen check --crds crds --module SageMaker --output Generated
                  kubectl get crds -o yaml | crdgen check - --json
                """
        )

        @OptionGroup var sources: ModuleOptions
        @OptionGroup var options: FolderOptions

        @Flag(help: "Print the diagnostics as a JSON array.")
        var json = false

        @OptionGroup var messages: MessageOptions

        func validate() throws {
            if options.output == "-" {
                throw ValidationError(
                    "'--output -' is standard output, expected a folder to compare with"
                )
            }
        }

        func run() throws {
            var found: [Diagnostic] = []
            var drift: [Diagnostic] = []
            var summary = ""
            do {
                summary = try check(&found, &drift)
            } catch let diagnostic as Diagnostic {
                found.append(diagnostic)
            }
            let hasErrors = (found + drift).contains { $0.severity == .error }
            if json {
                try StandardOutput.print((found + drift).json.jsonText)
            } else {
                try Findings.print(found + drift)
                if !drift.isEmpty { StandardError.print([Self.remedy]) }
                if !hasErrors { try StandardOutput.print(summary: summary) }
            }
            if hasErrors { throw ExitCode.failure }
        }

        private static let remedy = Diagnostic(
            .note,
            "run 'crdgen generate' or 'swift package generate-crds' to update the generated files",
            file: nil
        )

        /// Whether the CRDs are compared with generated files.
        private var isComparing: Bool {
            if options.output != nil { return true }
            // The command plugin passes folders with modules.
            let areOfPackage =
                sources.crds.isEmpty ? sources.paths.isEmpty : !sources.module.isEmpty
            return areOfPackage
                && FileManager.default.fileExists(atPath: options.outputFolder.path)
        }

        /// Validates the CRDs and compares the generated files with them.
        ///
        /// - Parameters:
        ///   - found: Receives the diagnostics about the CRDs.
        ///   - drift: Receives the diagnostics about generated files, if the CRDs have no errors.
        /// - Returns: A summary for the case that there are no errors.
        /// - Throws: `Diagnostic` if there are no CRDs.
        private func check(
            _ found: inout [Diagnostic],
            _ drift: inout [Diagnostic]
        ) throws -> String {
            let modules = try sources.modules(output: options.output)
            let generation = Generation(modules, docs: options.docs)
            let validity = modules.flatMap(\.validity)
            found = validity + generation.diagnostics.besides(validity)
            if generation.hasErrors { return "" }
            guard isComparing else {
                let count = try modules.map { try $0.files().count }.reduce(0, +)
                let files = count == 1 ? "1 file" : "\(count) files"
                return "\(files) of CRDs, no errors; not compared with generated files"
            }
            let folder = options.outputFolder
            drift = folder.changes(toHold: generation.files).compactMap { change in
                change.diagnostic(in: folder.path)
            }
            return "'\(folder.path)' is up to date"
        }
    }
}

extension Change {
    /// Returns the diagnostic that `check` reports; `nil` for a file that is up to date.
    fileprivate func diagnostic(in folder: String) -> Diagnostic? {
        let message: String
        var position: SourcePosition?
        switch kind {
        case .same:
            return nil
        case .missing:
            message = "generated file is missing"
        case .different(_, let line):
            message = "generated file is out of date"
            position = SourcePosition(line: line, column: 1)
        case .unused:
            message = "generated file is unused, no CRD generates it"
        }
        return Diagnostic(.error, message, file: "\(folder)/\(path)", at: position)
    }
}
