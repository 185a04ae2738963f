import CRDCatalog
import CRDDefinitionValidity
import CRDGeneratorCore
import CRDInspection
import CRDLibYAML
import CRDRuntime
import CRDValues
import CRDYAML
import Foundation

/// CRDs that are added to a folder.
struct Addition {
    /// A CRD to add, and the file for it.
    struct Part {
        let definition: DefinitionText
        let names: CustomResourceDefinition
        /// The path of the new file, relative to the folder.
        var path: String
        /// The CRD in the folder with the same group and kind; `nil` if there is none.
        var earlier: Existing?
    }

    /// A CRD of the folder, which can be invalid.
    struct Existing {
        let group: String
        let kind: String
        let plural: String
        /// `metadata.name`.
        var name = ""
        var versions: [String] = []
        /// The file, relative to the folder.
        let path: String
        /// The reason why its file cannot be replaced; `nil` if it can.
        let obstacle: String?

        /// Whether it defines the same kind as another CRD.
        fileprivate func isSame(as other: CustomResourceDefinition) -> Bool {
            name == "\(other.names.plural).\(other.group)"
                || group == other.group
                    && (kind == other.names.kind || plural == other.names.plural)
        }
    }

    /// The CRDs, in the order of the source.
    private(set) var parts: [Part] = []
    /// The errors, warnings, and notes.
    private(set) var diagnostics: [Diagnostic] = []

    private let source: Generator.Input
    private let folder: CRDFolder
    private let files: [Generator.Input]

    /// Plans the addition of the CRDs in a text; nothing is written.
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
            diagnostics.append(.withoutDefinitions(.error, file: source.path))
        }
        let existing = existing
        for definition in definitions { add(definition, besides: existing) }
        checkNames(configuration)
    }

    /// Returns errors in the CRDs, and notes about skipped documents and removed fields.
    private func checks(
        _ definitions: [DefinitionText],
        _ configuration: Configuration
    ) throws(Diagnostic) -> [Diagnostic] {
        var reader = CRDReader(readsSchemas: false)
        for document in try Node.parse(source.bytes, file: source.path) { reader.read(document) }
        let skipped = reader.diagnostics.filter { $0.severity == .note }
        var progress = Progress("checking", of: definitions.count)
        let validity = definitions.flatMap { definition in
            defer { progress.step() }
            return definition.diagnostics
        }
        progress.end()
        var generated: [Diagnostic] = []
        _ = Generator(configuration).generate(source, &generated)
        let errors = generated.filter { $0.severity == .error }.besides(validity)
        let removed = definitions.filter { !$0.leftOut.isEmpty }.map { definition in
            let names = definition.leftOut.joined(separator: ", ")
            return definition.document.diagnostic(.note, "removed, as a server sets it: \(names)")
        }
        return (validity + errors + skipped + removed).inFileOrder()
    }

    private mutating func add(_ definition: DefinitionText, besides existing: [Existing]) {
        var reader = CRDReader(readsSchemas: false)
        reader.read(definition.content)
        guard let names = reader.definitions.first else { return }
        let same = existing.filter { $0.isSame(as: names) }
        let earlier = same.first
        var path = "\(names.group)_\(names.names.plural).yaml"
        if let earlier {
            let paths = same.map { "'\(folder.path)/\($0.path)'" }
            let obstacle = same.count > 1 ? "" : earlier.obstacle
            if let obstacle {
                let message =
                    "\(names.names.kind) of '\(names.group)' is already in "
                    + "\(paths.joined(separator: " and "))\(obstacle); remove it there first"
                diagnostics.append(definition.document.diagnostic(.error, message))
            }
            path = earlier.path.hasSuffix(".json") ? "\(earlier.path.stem).yaml" : earlier.path
        }
        parts.append(Part(definition: definition, names: names, path: path, earlier: earlier))
    }

    /// The CRDs in the folder, read from the files on each call.
    private var existing: [Existing] {
        files.flatMap { file in
            let parsed = Node.parseUntilError(file.bytes, file: file.path)
            let scanned = parsed.error == nil ? [] : scanned(file)
            if !scanned.isEmpty { return scanned }
            let isAlone = parsed.documents.flatMap(\.objects).count == 1
            let obstacle =
                parsed.error != nil ? Self.notYAML : isAlone ? nil : " with other objects"
            return parsed.documents.flatMap { $0.definitions() }.map { definition, _ in
                let spec = definition["spec"]
                let versions = spec?["versions"]?.items.map { $0["name"] } ?? [spec?["version"]]
                return Existing(
                    group: spec?["group"]?.text ?? "",
                    kind: spec?["names"]?["kind"]?.text ?? "",
                    plural: spec?["names"]?["plural"]?.text ?? "",
                    name: definition["metadata"]?["name"]?.text ?? "",
                    versions: versions.compactMap { $0?.text },
                    path: relative(file),
                    obstacle: obstacle
                )
            }
        }
    }

    private static let notYAML = ", which is not valid YAML"

    /// Finds the CRDs of a file that is not YAML; none if they are unclear.
    private func scanned(_ file: Generator.Input) -> [Existing] {
        let found = ScannedFile(path: file.path, bytes: file.bytes, count: file.bytes.count)
        return (found.definitions ?? []).map { definition in
            Existing(
                group: definition.group,
                kind: definition.kind,
                plural: definition.plural,
                path: relative(file),
                obstacle: Self.notYAML
            )
        }
    }

    private func relative(_ file: Generator.Input) -> String {
        String(file.path.dropFirst(folder.path.count + 1))
    }
}

// MARK: - Conflicts with other files

extension Addition {
    /// Checks that no two files of the folder have the same name or define the same types.
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
                    if documents[path] != nil {
                        "duplicate CRD: \(part.names.names.kind) of '\(part.names.group)'"
                    } else if first == path {
                        "would be written to '\(path)', which has something else; rename that file"
                    } else {
                        "would be written to '\(path)', but '\(first)' has the same name; rename "
                            + "'\(first)'"
                    }
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

extension Node {
    /// The object in a document, or the items of a list; empty for an empty document.
    fileprivate var objects: [Node] {
        if isNull { return [] }
        guard let items = self["items"],
            ["List", "CustomResourceDefinitionList"].contains(self["kind"]?.text)
        else { return [self] }
        return items.items.flatMap(\.objects)
    }
}

extension String {
    /// The path of a file without its ending.
    fileprivate var stem: String { lastIndex(of: ".").map { String(self[..<$0]) } ?? self }

    /// The name of a file.
    fileprivate var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }
}
