import BenchmarkSupport
import CRDGeneratorCore
import CRDYAML
import Foundation

/// A file or a folder of CRDs that is generated and compiled as a module of its own.
struct CheckedModule {
    /// The path of the file or folder.
    let path: String
    /// The paths of its files.
    let files: [String]
    /// Whether the code is run with sample values, rather than type-checked only.
    let isRun: Bool
    /// What random values come from.
    let seed: UInt64
    /// A folder of manifests of all kinds that an API server accepted, if there is one.
    let manifests: String?
    /// A folder for the generated code, which nothing else uses.
    let folder: URL

    /// What came of a module.
    struct Outcome {
        /// Everything that is wrong; empty if nothing is.
        let failures: [String]
        /// The number of manifests that were read.
        var manifestCount = 0
    }

    private static let module = "Checked"

    /// Generates, compiles and runs the types of the module.
    func check(_ tools: Tools) throws -> Outcome {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // a leftover does no harm
        var generator = ModuleGenerator(module: Self.module)
        var diagnostics: [Diagnostic] = []
        for file in files {
            let bytes = Array(try Data(contentsOf: URL(filePath: file)))
            generator.add(Generator.Input(path: file, bytes: bytes), &diagnostics)
        }
        let namespaces = generator.namespacesText(&diagnostics)
        let errors = diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { return Outcome(failures: errors.map(\.message)) }
        let types = generator.outputs.flatMap { $0.resources.map(\.type.qualifiedName) }
        guard !types.isEmpty else { return Outcome(failures: ["no resource"]) }
        var sources = ["Namespaces.swift"]
        try write(namespaces, sources[0])
        let sharing = generator.sharing
        for (number, output) in generator.outputs.enumerated() {
            let source = "Resources\(number).swift"
            try write(output.swift(sharing).text, source)
            sources.append(source)
        }
        guard isRun else { return Outcome(failures: try typeCheck(sources, tools)) }
        try write(Self.main(types), "main.swift")
        return try compileAndRun(sources + ["main.swift"], tools)
    }

    private func typeCheck(_ sources: [String], _ tools: Tools) throws -> [String] {
        try run(
            tools.compilerArguments + ["-typecheck", "-wmo"] + arguments(sources),
            "does not compile"
        )
    }

    private func compileAndRun(_ sources: [String], _ tools: Tools) throws -> Outcome {
        let executable = folder.appending(path: "check").path
        let compilation = try run(
            tools.compilerArguments + ["-Onone", "-wmo", "-o", executable]
                + tools.objects + arguments(sources),
            "does not compile"
        )
        guard compilation.isEmpty else { return Outcome(failures: compilation) }
        let failures =
            try run([executable, "\(seed)"], "sample values")
            + run([executable, "small"], "512 KiB stack")
        guard let manifests else { return Outcome(failures: failures) }
        return try read(manifests, by: executable, failures)
    }

    private func read(_ folder: String, by executable: String, _ failures: [String]) throws
        -> Outcome
    {
        let log = self.folder.appending(path: "manifests.log")
        let outcome = try Command([executable, "manifests", folder], timeout: 300).run(log: log)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        if case .exit(0) = outcome.end, let count = lines.last.flatMap({ Int($0) }) {
            return Outcome(failures: failures, manifestCount: count)
        }
        return Outcome(failures: failures + ["manifests: \(outcome.end)"] + lines)
    }

    /// Runs a command; every line that it prints is a failure if it does not end well.
    private func run(_ command: [String], _ step: String) throws -> [String] {
        let outcome = try Command(command, timeout: 300).run(log: folder.appending(path: "log"))
        let lines = outcome.output.split(separator: "\n").map(String.init)
        switch outcome.end {
        case .exit(0): return []
        case .exit(let code):
            let errors = lines.filter { $0.contains("error:") }
            if let first = errors.first {
                let place = first.replacing(folder.path, with: "")
                return ["\(step): \(place) (\(errors.count) errors)"]
            }
            return lines.isEmpty ? ["\(step): ended with code \(code)"] : lines
        case .signal(let signal):
            // A trap says why before it ends the process.
            let reason = lines.first { $0.contains("Fatal error:") } ?? "no message"
            return ["\(step): ended by signal \(signal), \(reason)"]
        case .timeout: return ["\(step): takes over 300 s"]
        }
    }

    private func arguments(_ sources: [String]) -> [String] {
        ["-module-name", Self.module] + sources.map { folder.appending(path: $0).path }
    }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    /// The program that checks types.
    ///
    /// It reaches them through a protocol, since the direct use of a deprecated type is a warning.
    private static func main(_ types: [String]) -> String {
        """
        import CRDRuntime
        import RoundTrip

        protocol Listing {
            static var types: [any CRDRuntime.Resource.Type] { get }
        }

        struct AllTypes: Listing {
            @available(*, deprecated)
            static var types: [any CRDRuntime.Resource.Type] {
                [\(types.map { $0 + ".self" }.joined(separator: ", "))]
            }
        }

        let listing: any Listing.Type = AllTypes.self
        RoundTrip.main(listing.types)

        """
    }
}
