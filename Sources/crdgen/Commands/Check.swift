import ArgumentParser
import CRDInspection
import CRDRuntime
import CRDSchema
import CRDYAML
import Foundation

extension CRDGen {
    /// `crdgen check`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fail if a CRD is invalid, or if 'generate' would change anything.",
            discussion: """
                Says what the API server would refuse in a CRD, in its words. Then names each file \
                of the result that is missing, different or superfluous, and changes nothing.

                The result is 'Generated' if that is there, or what '--output' names. CRDs that are \
                named without it are checked by themselves.

                With '--json', prints an array of objects with 'file', 'line', 'column', \
                'severity' and 'message'; line and column are null where a whole file is meant.

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

        @Flag(help: "Print what was found as an array of objects.")
        var json = false

        func validate() throws {
            if options.output == "-" {
                throw ValidationError("'--output -' is nothing to compare with")
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
                StandardError.print(found + drift)
                if !drift.isEmpty { StandardError.print(Self.remedy) }
                if !hasErrors { try StandardOutput.print(summary) }
            }
            if hasErrors { throw ExitCode.failure }
        }

        private static let remedy = "'crdgen generate' or 'swift package generate-crds' mends this"

        /// Whether there is a result to compare with.
        private var isComparing: Bool {
            if options.output != nil { return true }
            // The command plugin names what there is, and wants a result.
            if !sources.crds.isEmpty { return !sources.module.isEmpty }
            return sources.paths.isEmpty
                && FileManager.default.fileExists(atPath: options.outputFolder.path)
        }

        /// Finds what there is to say.
        ///
        /// - Parameters:
        ///   - found: Receives what is wrong with the CRDs.
        ///   - drift: Receives what is between them and the result, if nothing is.
        /// - Returns: What was checked, for the case that nothing is wrong.
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
                return "\(files) of CRDs, nothing wrong; not compared with any result"
            }
            let folder = options.outputFolder
            drift = folder.changes(toHold: generation.files).compactMap { change in
                change.diagnostic(in: folder.path)
            }
            return "'\(folder.path)' is what the CRDs give"
        }
    }
}

extension Change {
    /// What `check` says; `nil` for a file that is as it should be.
    fileprivate func diagnostic(in folder: String) -> Diagnostic? {
        let message: String
        var position: SourcePosition?
        switch kind {
        case .same:
            return nil
        case .missing:
            message = "missing, though the CRDs give it"
        case .different(_, let line):
            message = "differs from what the CRDs give"
            position = SourcePosition(line: line, column: 1)
        case .superfluous:
            message = "superfluous, no CRD gives it"
        }
        return Diagnostic(.error, message, file: "\(folder)/\(path)", at: position)
    }
}
