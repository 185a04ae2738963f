import Foundation
import PackagePlugin

/// Generates the types of a target when it is built, from the CRDs in its folder `crds` or, if it
/// has none, in the folder `crds` of the package.
@main
struct CRDGenerator: BuildToolPlugin {
    /// The module that generated code imports.
    private static let runtime = "CRDRuntime"

    /// The name of the Swift file that all CRDs share.
    private static let namespacesName = "Namespaces.crd.swift"

    func createBuildCommands(
        context: PluginContext,
        target: any Target
    ) throws -> [Command] {
        guard let module = target.sourceModule?.moduleName else {
            Diagnostics.error(
                "target '\(target.name)' has no Swift sources, so no types are generated for it"
            )
            return []
        }
        guard target.isLinked(with: Self.runtime) else {
            Diagnostics.error(
                "target '\(target.name)' does not depend on '\(Self.runtime)', which generated "
                    + "types import; add '.product(name: \"\(Self.runtime)\", package: "
                    + "\"swift-crd-generator\")' to its dependencies"
            )
            return []
        }
        let own = CRDFolder(of: target)
        guard let folder = own ?? CRDFolder(of: context.package) else {
            let path = target.directoryURL.appending(path: CRDFolder.name).path
            let shared = context.package.directoryURL.appending(path: CRDFolder.name).path
            Diagnostics.error(
                "target '\(target.name)' has no CRDs; put them into the folder '\(path)', make it "
                    + "a symbolic link to the folder with the CRDs, or put them into '\(shared)'"
            )
            return []
        }
        let crds = folder.files
        if crds.isEmpty {
            Diagnostics.warning(
                "target '\(target.name)' has no CRDs; expected files in '\(folder.url.path)' that "
                    + "end in '.yaml', '.yml', or '.json'"
            )
        }
        folder.warnOfConfigurationBeside()
        guard haveValidPaths(crds), areDistinct(crds), folder.hasNoMisnamedConfiguration else {
            return []
        }
        let command = generate(
            crds,
            folder.configuration,
            besides: folder.files(endingIn: ["openapi"]),
            module: module,
            to: context.pluginWorkDirectoryURL,
            tool: try context.tool(named: "crdgen-build").url
        )
        // SwiftPM already watches the folders of targets.
        let watch = FolderWatch(folder: folder.url, outputs: context.pluginWorkDirectoryURL)
        let watching = own == nil ? try watch.command() : nil
        return [command] + (watching.map { [$0] } ?? [])
    }

    /// Returns the command that generates the types of all CRDs.
    ///
    /// It is one command, because CRDs share types: the Swift of a file depends on all files.
    private func generate(
        _ crds: [URL],
        _ configuration: URL?,
        besides documents: [URL],
        module: String,
        to outputs: URL,
        tool: URL
    ) -> Command {
        let options = ["--module", module, "--output", outputs.path]
        let configurations = configuration.map { [$0] } ?? []
        let names = crds.map(\.swiftName) + [Self.namespacesName]
        let removed = removedNames(besides: names, in: outputs)
        return .buildCommand(
            displayName: "Generating the Swift types of \(module)",
            executable: tool,
            arguments: options + configurations.flatMap { ["--config", $0.path] }
                + removed.flatMap { ["--removed", $0] } + crds.map(\.path),
            // The command doesn't read the OpenAPI documents, but SwiftPM warns of files that no
            // command has.
            inputFiles: crds + configurations + documents,
            outputFiles: (names + removed).map { outputs.appending(path: $0) }
        )
    }

    /// Returns the names of Swift files of earlier builds whose CRDs were removed, sorted.
    ///
    /// They stay in the module without any types: if a file is missing, the compiler builds all
    /// files of the module again.
    private func removedNames(besides names: [String], in outputs: URL) -> [String] {
        let names = Set(names.map { $0.lowercased() })
        // The folder doesn't exist before the first build.
        let files = (try? FileManager.default.contentsOfDirectory(atPath: outputs.path)) ?? []
        return files.filter { $0.hasSuffix(".crd.swift") && !names.contains($0.lowercased()) }
            .sorted()
    }

    /// Whether SwiftPM can build files with these paths: it fails without naming the file if one has
    /// a quotation mark or a backslash.
    private func haveValidPaths(_ crds: [URL]) -> Bool {
        let invalid = crds.filter { $0.path.contains { "\"\\".contains($0) } }
        for crd in invalid {
            Diagnostics.error(
                "'\(crd.path)' has a '\"' or a '\\' in its path, which SwiftPM can't handle; "
                    + "rename it"
            )
        }
        return invalid.isEmpty
    }

    /// Whether all files of CRDs have different Swift files, also on file systems that ignore case.
    private func areDistinct(_ crds: [URL]) -> Bool {
        var firsts: [String: URL] = [:]
        var areDistinct = true
        for crd in crds {
            let name = crd.swiftName.lowercased()
            if name == Self.namespacesName.lowercased() {
                Diagnostics.error(
                    "'\(crd.path)' would be written to '\(Self.namespacesName)', which is the "
                        + "file for the namespaces of all CRDs; rename it"
                )
            } else if let first = firsts.updateValue(crd, forKey: name) {
                Diagnostics.error(
                    "'\(crd.path)' would be written to '\(crd.swiftName)', like '\(first.path)'; "
                        + "rename one of the files"
                )
            } else {
                continue
            }
            areDistinct = false
        }
        return areDistinct
    }
}

extension Target {
    /// Whether the target depends on a module, directly or indirectly.
    fileprivate func isLinked(with module: String) -> Bool {
        recursiveTargetDependencies.contains { $0.sourceModule?.moduleName == module }
    }
}

extension CRDFolder {
    /// The files of CRDs at any depth, sorted by path, without hidden files.
    fileprivate var files: [URL] { files(endingIn: ["yaml", "yml", "json"]) }

    /// Returns the files with some extensions at any depth, sorted by path, without hidden files.
    fileprivate func files(endingIn endings: [String]) -> [URL] {
        let all = FileManager.default.enumerator(
            at: url,
            includingPropertiesForKeys: [.isDirectoryKey],
            options: .skipsHiddenFiles
        )
        let files = (all ?? .init()).compactMap { $0 as? URL }.filter { file in
            endings.contains(file.pathExtension.lowercased())
                && (try? file.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == false
                && file.lastPathComponent != Self.configurationName
        }
        return files.sorted { $0.path < $1.path }
    }

    /// The configuration; `nil` if there is none.
    fileprivate var configuration: URL? {
        let file = url.appending(path: Self.configurationName)
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }

    /// Whether no file differs from a configuration only in its extension or in case.
    fileprivate var hasNoMisnamedConfiguration: Bool {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        let others = files.filter { file in
            file != Self.configurationName
                && ["crdgen.yaml", "crdgen.yml", "crdgen.json"].contains(file.lowercased())
        }
        for file in others.sorted() {
            Diagnostics.error(
                "'\(url.appending(path: file).path)' is not read, because a configuration must be "
                    + "named '\(Self.configurationName)'; rename it"
            )
        }
        return others.isEmpty
    }

    /// Warns of a configuration beside the folder, if the folder has none.
    fileprivate func warnOfConfigurationBeside() {
        let file = url.deletingLastPathComponent().appending(path: Self.configurationName)
        guard configuration == nil, FileManager.default.fileExists(atPath: file.path) else {
            return
        }
        Diagnostics.warning(
            "'\(file.path)' has no effect, because it is not in the folder '\(url.path)'; move it "
                + "there"
        )
    }

    private static let configurationName = "crdgen.yaml"
}

extension URL {
    /// The name of the Swift file that a file of CRDs is written to.
    fileprivate var swiftName: String {
        "\(deletingPathExtension().lastPathComponent).crd.swift"
    }
}
