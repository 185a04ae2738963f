import Foundation
import PackagePlugin

/// `crdgen`, run on the CRDs of all targets of a package but those in its folder `Tests`.
///
/// The package's own folder `crds` is that of the target without one that depends on the runtime, as
/// nothing tells which targets have the build plugin; `--target` names it where there are several.
struct CRDGenCommand {
    /// `generate` or `check`.
    let name: String

    /// Runs the command; what it says goes to the terminal.
    ///
    /// - Parameters:
    ///   - context: The package and its tools.
    ///   - arguments: What stands after the command in the terminal, such as `--help`.
    ///     `--target` is taken from them.
    /// - Throws: `Failure` if no target has CRDs, or the command failed and has said why.
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

    /// The folders of all targets but those below 'Tests', whose types are nobody's to review.
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
                description: "no target has a folder '\(CRDFolder.name)', nor has the package"
            )
        }
        return folders.sorted { $0.module < $1.module }
    }

    /// The targets whose types come from the folder of the package.
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
                description: "several targets may have their types from '\(folder.url.path)': "
                    + "say which by \(list)"
            )
        }
        return users
    }

    /// Why the command failed.
    private struct Failure: Error, CustomStringConvertible {
        let description: String
    }
}

extension Target {
    /// The name of the module; that of the target for targets without sources.
    fileprivate var module: String { sourceModule?.moduleName ?? name }

    /// Whether the runtime is among the products that the target itself depends on.
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
    /// The path, relative to a package if the folder is in it: messages then read the same
    /// everywhere.
    fileprivate func path(in package: URL) -> String {
        let root = package.resolvingSymlinksInPath().path + "/"
        return url.path.hasPrefix(root) ? String(url.path.dropFirst(root.count)) : url.path
    }
}
