import Foundation
import PackagePlugin

/// The command `crdgen`, run for the CRDs of all targets of a package outside its folder `Tests`.
///
/// The folder `crds` of the package belongs to the target that depends on the runtime and has no
/// folder of its own, as a plugin can't find out which targets use the build plugin. If there are
/// several such targets, `--target` chooses one.
struct CRDGenCommand {
    /// `generate` or `check`.
    let name: String

    /// Runs the command with its output on the terminal.
    ///
    /// - Parameters:
    ///   - context: The package and its tools.
    ///   - arguments: The arguments after the command, such as `--help`. The plugin handles
    ///     `--target`; the other arguments are passed to `crdgen`.
    /// - Throws: `Failure` if no target has CRDs, or if the command failed and printed why.
    func run(_ context: PluginContext, _ arguments: [String]) throws {
        let package = context.package.directoryURL
        var extractor = ArgumentExtractor(arguments)
        let named = extractor.extractOption(named: "target")
        let folders = try crdFolders(of: context.package, named: named)
        let process = Process()
        process.executableURL = try context.tool(named: "crdgen").url
        process.currentDirectoryURL = package
        let options = folders.flatMap { target in
            ["--module", target.module, "--crds", target.folder.path(in: package)]
        }
        process.arguments = [name] + options + extractor.remainingArguments
        try process.run()
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw Failure(description: "'crdgen \(name)' failed")
        }
    }

    /// Returns the folders of all targets outside 'Tests', as generated types of tests aren't
    /// reviewed.
    private func crdFolders(
        of package: Package,
        named names: [String]
    ) throws -> [(module: String, folder: CRDFolder)] {
        let tests = package.directoryURL.appending(path: "Tests").path + "/"
        let targets = package.targets.filter {
            !$0.directoryURL.path.hasPrefix(tests) && $0.sourceModule != nil
        }
        var folders: [(module: String, folder: CRDFolder)] = targets.compactMap { target in
            CRDFolder(of: target).map { (target.module, $0) }
        }
        if let shared = CRDFolder(of: package),
            !folders.contains(where: { $0.folder.url == shared.url })
        {
            folders += try users(of: shared, among: targets, named: names).map {
                ($0.module, shared)
            }
        }
        guard !folders.isEmpty else {
            throw Failure(
                description: "no CRDs found: expected a folder '\(CRDFolder.name)' in a target or "
                    + "in the package"
            )
        }
        return folders.sorted { $0.module < $1.module }
    }

    /// Returns the targets whose types are generated from the folder of the package.
    private func users(
        of folder: CRDFolder,
        among targets: [any Target],
        named names: [String]
    ) throws -> [any Target] {
        let candidates = targets.filter { CRDFolder(of: $0) == nil }
        if !names.isEmpty { return candidates.filter { names.contains($0.name) } }
        let users = candidates.filter(\.dependsOnRuntime)
        guard users.count < 2 else {
            let list = users.map { "'--target \($0.name)'" }.sorted().joined(separator: " or ")
            throw Failure(
                description: "several targets can use the CRDs in '\(folder.url.path)'; "
                    + "choose one with \(list)"
            )
        }
        return users
    }

    /// The error of a failed command.
    private struct Failure: Error, CustomStringConvertible {
        let description: String
    }
}

extension Target {
    /// The name of the module; the name of the target for targets without sources.
    fileprivate var module: String { sourceModule?.moduleName ?? name }

    /// Whether the target depends directly on the product of the runtime.
    fileprivate var dependsOnRuntime: Bool {
        dependencies.contains { dependency in
            if case .product(let product) = dependency {
                product.name == "CRDRuntime"
            } else {
                false
            }
        }
    }
}

extension CRDFolder {
    /// Returns the path, relative to a package if the folder is in it, so that messages are the
    /// same on all machines.
    fileprivate func path(in package: URL) -> String {
        let root = package.resolvingSymlinksInPath().path + "/"
        return url.path.hasPrefix(root) ? String(url.path.dropFirst(root.count)) : url.path
    }
}
