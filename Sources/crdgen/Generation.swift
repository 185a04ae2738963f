import ArgumentParser
import CRDGeneratorCore
import YAML

/// Everything that folders of CRDs give.
struct Generation {
    /// Path, relative to the folder of the result → text.
    private var files: [String: String] = [:]
    /// Path in lower case, as it counts on some file systems → the file that it comes from.
    private var sources: [String: String] = [:]
    private var diagnostics: [Diagnostic] = []

    /// Generates what the folders give; several get a folder of their own each.
    init(_ folders: [CRDFolder]) {
        for folder in folders {
            do throws(Diagnostic) {
                try add(folder, prefix: folders.count == 1 ? "" : "\(folder.module)/")
            } catch {
                diagnostics.append(error)
            }
        }
    }

    /// Prints what there is to say.
    ///
    /// - Returns: Path, relative to the folder of the result → text.
    /// - Throws: `ExitCode.failure` if anything is wrong with a CRD.
    func checkedFiles() throws -> [String: String] {
        StandardError.print(diagnostics)
        if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode.failure }
        return files
    }

    private mutating func add(_ folder: CRDFolder, prefix: String) throws(Diagnostic) {
        let configuration = try folder.configuration(&diagnostics)
        let generator = Generator(configuration)
        var namespaces = NamespaceFile(module: folder.module, configuration: configuration)
        var outputs: [(input: Generator.Input, output: Generator.Output)] = []
        for input in try folder.files() {
            outputs.append((input, generator.generate(input, &diagnostics)))
            namespaces.add(input)
        }
        let text = namespaces.text(&diagnostics)
        // What is defined twice has been said; that its files would be the same is no news.
        if diagnostics.contains(where: { $0.severity == .error }) { return }
        add("\(prefix)Namespaces.crd.swift", text, from: "the groups of all CRDs")
        for (input, output) in outputs {
            add("\(prefix)\(input.stem).crd.swift", output.swift.text, from: input.path)
            for page in output.pages {
                add("\(prefix)docs/\(page.fileName)", page.text, from: input.path)
            }
        }
    }

    private mutating func add(_ path: String, _ text: String, from source: String) {
        files[path] = text
        guard let first = sources.updateValue(source, forKey: path.lowercased()) else { return }
        let message = "would be written to '\(path)' like '\(first)'; rename one"
        diagnostics.append(Diagnostic(.error, message, file: source))
    }
}

extension Generator.Input {
    /// The name of the file without its ending.
    fileprivate var stem: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }
}
