import CRDFiles
import CRDGeneratorCore
import CRDYAML

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// The task of the tool: writing one Swift file.
struct Job {
    /// The source of the file.
    enum Source {
        /// The types of one file of CRDs.
        case file(String)
        /// The namespaces that all files of CRDs share.
        case namespaces(module: String, inputs: [String])
    }

    /// The source of the file.
    let source: Source
    /// The path of the file.
    let output: String
    /// The path of the configuration, if the folder has one.
    let configuration: String?

    /// Writes the file, prints diagnostics to standard error, and ends the process.
    ///
    /// The exit code is 0 for success. After an error, it is 1, and the output file doesn't change.
    func run() -> Never {
        var diagnostics: [Diagnostic] = []
        do throws(Diagnostic) {
            switch source {
            case .file(let path):
                // The job for the namespaces reports errors in the configuration, once.
                var ignored: [Diagnostic] = []
                let generator = Generator(try readConfiguration(&ignored))
                let generated = generator.generate(try Self.input(path), &diagnostics)
                // Ends the process before 'generated' is freed, which takes a tenth of the total
                // time in a debug build.
                finish(generated.swift.text, diagnostics)
            case .namespaces(let module, let inputs):
                let configuration = try readConfiguration(&diagnostics)
                var file = NamespaceFile(module: module, configuration: configuration)
                for path in inputs { file.add(try Self.input(path)) }
                let text = file.text(&diagnostics)
                finish(text, diagnostics)
            }
        } catch {
            finish(nil, diagnostics + [error])
        }
    }

    /// Writes the output unless there is an error, prints the diagnostics, and ends the process.
    private func finish(_ text: String?, _ diagnostics: [Diagnostic]) -> Never {
        var diagnostics = diagnostics
        if let text, !diagnostics.contains(where: { $0.severity == .error }) {
            do throws(Diagnostic) {
                try File(path: output).write(text)
            } catch {
                diagnostics.append(error)
            }
        }
        if !diagnostics.isEmpty {
            File.standardError(diagnostics.map { "\($0)\n" }.joined())
        }
        exit(diagnostics.contains { $0.severity == .error } ? 1 : 0)
    }

    private func readConfiguration(
        _ diagnostics: inout [Diagnostic]
    ) throws(Diagnostic) -> Configuration {
        guard let configuration else { return Configuration() }
        return Configuration(try Self.input(configuration), &diagnostics)
    }

    private static func input(_ path: String) throws(Diagnostic) -> Generator.Input {
        Generator.Input(path: path, bytes: try File(path: path).read())
    }
}
