import CRDGeneratorCore
import CRDInspection
import CRDLibYAML
import CRDRuntime
import CRDSchema
import CRDYAML
import Foundation

/// CRDs on their way into a folder.
struct Addition {
    /// One of them, and what it does to the folder.
    struct Part {
        let definition: DefinitionText
        let names: CustomResourceDefinition
        /// The file that it will be in, relative to the folder.
        var path: String
        /// What is there already of the same group and kind.
        var earlier: Existing?
    }

    /// A CRD of the folder.
    struct Existing {
        let names: CustomResourceDefinition
        /// The file, relative to the folder.
        let path: String
        /// Whether the file has no other.
        let isAlone: Bool
    }

    /// The CRDs, in the order of the source.
    private(set) var parts: [Part] = []
    /// What there is to say, errors included.
    private(set) var diagnostics: [Diagnostic] = []

    private let source: Generator.Input
    private let folder: CRDFolder
    private let files: [Generator.Input]

    /// Plans to add what a text defines; nothing is written.
    ///
    /// - Throws: `Diagnostic` if the text, the folder or its configuration cannot be read.
    init(_ source: Generator.Input, to folder: CRDFolder) throws(Diagnostic) {
        self.source = source
        self.folder = folder
        let exists = FileManager.default.fileExists(atPath: folder.path)
        files = exists ? try folder.files() : []
        let definitions = try DefinitionText.all(in: source.bytes, file: source.path)
        let module = CRDModule(sources: [.folder(folder)], name: "")
        let configuration = try module.configuration(&diagnostics)
        diagnostics = try checks(definitions, configuration)
        guard !diagnostics.contains(where: { $0.severity == .error }) else { return }
        if definitions.isEmpty {
            let message = "no CustomResourceDefinition found"
            diagnostics.append(Diagnostic(.error, message, file: source.path))
        }
        let existing = existing
        for definition in definitions { add(definition, besides: existing) }
        checkNames(configuration)
    }

    /// What is wrong with the CRDs by themselves, and what was passed over or left out.
    private func checks(
        _ definitions: [DefinitionText],
        _ configuration: Configuration
    ) throws(Diagnostic) -> [Diagnostic] {
        var reader = CRDReader(readsSchemas: false)
        for document in try Node.parse(source.bytes, file: source.path) { reader.read(document) }
        let passedOver = reader.diagnostics.filter { $0.severity == .note }
        var progress = Progress("checking", of: definitions.count)
        let validity = definitions.flatMap { definition in
            defer { progress.step() }
            return CRDValidity(definition.document).diagnostics
        }
        progress.end()
        var generated: [Diagnostic] = []
        _ = Generator(configuration).generate(source, &generated)
        let errors = generated.filter { $0.severity == .error }.besides(validity)
        let leftOut = definitions.filter { !$0.leftOut.isEmpty }.map { definition in
            let names = definition.leftOut.joined(separator: ", ")
            return definition.document.diagnostic(.note, "left out, as a server sets it: \(names)")
        }
        return (validity + errors + passedOver + leftOut).inFileOrder()
    }

    private mutating func add(_ definition: DefinitionText, besides existing: [Existing]) {
        guard let names = definition.document.definitions.first else { return }
        let earlier = existing.first { $0.names.group == names.group && $0.names.isSame(as: names) }
        var path = "\(names.group)_\(names.names.plural).yaml"
        if let earlier {
            if !earlier.isAlone {
                let message =
                    "\(names.names.kind) of '\(names.group)' is in "
                    + "'\(folder.path)/\(earlier.path)' with others; remove it there first"
                diagnostics.append(definition.document.diagnostic(.error, message))
            }
            path = earlier.path.hasSuffix(".json") ? "\(earlier.path.stem).yaml" : earlier.path
        }
        parts.append(Part(definition: definition, names: names, path: path, earlier: earlier))
    }

    /// What the folder defines, each time read anew.
    private var existing: [Existing] {
        files.flatMap { file in
            // That a file cannot be read is said when it is generated from.
            let documents = (try? Node.parse(file.bytes, file: file.path)) ?? []
            let definitions = documents.flatMap(\.definitions)
            return definitions.map {
                Existing(names: $0, path: relative(file), isAlone: definitions.count == 1)
            }
        }
    }

    private func relative(_ file: Generator.Input) -> String {
        String(file.path.dropFirst(folder.path.count + 1))
    }
}

// MARK: - What the CRDs do to others

extension Addition {
    /// Checks that no two files of the folder will have the same name or define the same.
    private mutating func checkNames(_ configuration: Configuration) {
        let replaced = Set(parts.compactMap(\.earlier?.path))
        let others = files.filter { !replaced.contains(relative($0)) }
        let name = CRDModule.name(of: [.folder(folder)], nil)
        var namespaces = NamespaceFile(module: name, configuration: configuration)
        var stems: [String: String] = [:]
        for file in others {
            namespaces.add(file)
            stems[relative(file).stem.lastComponent.lowercased()] = file.path
        }
        var documents: [String: Node] = [:]
        for part in parts {
            let path = "\(folder.path)/\(part.path)"
            let document = part.definition.document
            let stem = part.path.stem.lastComponent.lowercased()
            if let first = stems.updateValue(path, forKey: stem) {
                let message =
                    first == path
                    ? "\(part.names.names.kind) of '\(part.names.group)' is here twice"
                    : "would be in '\(path)' beside '\(first)', of the same name; rename that"
                diagnostics.append(document.diagnostic(.error, message))
            }
            documents[path] = document
            namespaces.add(Generator.Input(path: path, bytes: Array(part.definition.text.utf8)))
        }
        var found: [Diagnostic] = []
        _ = namespaces.text(&found)
        for diagnostic in found where diagnostic.severity == .error {
            guard let file = diagnostic.file, let document = documents[file] else { continue }
            diagnostics.append(document.diagnostic(.error, diagnostic.message))
        }
    }
}

extension CustomResourceDefinition {
    /// Whether it is about the same kind as another of its group.
    fileprivate func isSame(as other: CustomResourceDefinition) -> Bool {
        names.kind == other.names.kind || names.plural == other.names.plural
    }
}

extension Node {
    /// The CRDs of a document, without their schemas.
    fileprivate var definitions: [CustomResourceDefinition] {
        var reader = CRDReader(readsSchemas: false)
        reader.read(self)
        return reader.definitions
    }
}

extension String {
    /// The path of a file without its ending.
    fileprivate var stem: String { lastIndex(of: ".").map { String(self[..<$0]) } ?? self }

    /// The name of a file.
    fileprivate var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }
}
