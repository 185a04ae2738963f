import CRDGeneratorCore
import YAML

/// What the tool is asked to do: to write one Swift file.
struct Job {
    /// What the file is made from.
    enum Source {
        /// The types of one file of CRDs.
        case file(String)
        /// What all files of CRDs share.
        case namespaces(module: String, inputs: [String])
    }

    /// What the file is made from.
    let source: Source
    /// The path of the file.
    let output: String
    /// The path of the configuration, if the folder has one.
    let configuration: String?

    /// Does what is asked for; what there is to say goes to standard error.
    ///
    /// - Returns: Whether it worked out. If not, the output is what it was before.
    func run() -> Bool {
        var diagnostics: [Diagnostic] = []
        do throws(Diagnostic) {
            let text = try text(&diagnostics)
            if !diagnostics.contains(where: { $0.severity == .error }) {
                try File(path: output).write(text)
            }
        } catch {
            diagnostics.append(error)
        }
        if !diagnostics.isEmpty {
            File.standardError(diagnostics.map { "\($0)\n" }.joined())
        }
        return !diagnostics.contains { $0.severity == .error }
    }

    private func text(_ diagnostics: inout [Diagnostic]) throws(Diagnostic) -> String {
        switch source {
        case .file(let path):
            // The job for the namespaces says what is wrong with the configuration, once.
            var ignored: [Diagnostic] = []
            let generator = Generator(try readConfiguration(&ignored))
            return generator.generate(try Self.input(path), &diagnostics).swift.text
        case .namespaces(let module, let inputs):
            let configuration = try readConfiguration(&diagnostics)
            var file = NamespaceFile(module: module, configuration: configuration)
            for path in inputs { file.add(try Self.input(path)) }
            return file.text(&diagnostics)
        }
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
