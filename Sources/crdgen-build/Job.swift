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

/// The task of the tool: writing the Swift files of a module.
struct Job {
    /// The name of the module.
    let module: String
    /// The paths of the files of CRDs.
    let inputs: [String]
    /// The path of the folder that the Swift files are written to.
    let output: String
    /// The path of the configuration, if the folder has one.
    let configuration: String?
    /// The names of Swift files of earlier builds whose CRDs were removed.
    let removed: [String]

    /// The names of all Swift files that the tool writes.
    var outputNames: [String] {
        inputs.map { SwiftFile.name(ofFile: $0) } + [SwiftFile.namespacesName] + removed
    }

    /// Writes the files, prints diagnostics to standard error, and ends the process.
    ///
    /// The exit code is 0 for success. After an error in a CRD, it is 1, and no file changes.
    ///
    /// - Parameter tool: The path of the running program.
    func run(tool: String) -> Never {
        let record = RunRecord(of: self, tool: tool)
        if let messages = record?.lastMessages {
            File.standardError(messages)
            exit(0)
        }
        var diagnostics: [Diagnostic] = []
        do throws(Diagnostic) {
            let configuration = try readConfiguration(&diagnostics)
            var generator = ModuleGenerator(module: module, configuration: configuration)
            for path in inputs { generator.add(try Self.input(path), &diagnostics) }
            let namespaces = generator.namespacesText(&diagnostics)
            if !diagnostics.contains(where: { $0.severity == .error }) {
                try write(namespaces, SwiftFile.namespacesName)
                let sharing = generator.sharing
                for output in generator.outputs {
                    try write(output.swift(sharing).text, SwiftFile.name(ofFile: output.path))
                }
                for name in removed { try write(SwiftFile.removedText, name) }
            }
            // Ends the process before 'generator' is freed, which takes a tenth of the total time
            // in a debug build.
            finish(diagnostics, record)
        } catch {
            finish(diagnostics + [error], nil)
        }
    }

    private func write(_ text: String, _ name: String) throws(Diagnostic) {
        try File(path: "\(output)/\(name)").write(text)
    }

    /// Prints the diagnostics, writes the record if there is no error, and ends the process.
    ///
    /// After an error, no Swift is generated, and notes about it would only hide the error.
    private func finish(_ diagnostics: [Diagnostic], _ record: RunRecord?) -> Never {
        let hasErrors = diagnostics.contains { $0.severity == .error }
        let printed = hasErrors ? diagnostics.filter { $0.severity != .note } : diagnostics
        let messages = printed.map { "\($0)\n" }.joined()
        File.standardError(messages)
        if hasErrors { exit(1) }
        record?.write(messages: messages)
        exit(0)
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
