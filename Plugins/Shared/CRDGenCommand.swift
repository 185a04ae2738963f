import Foundation
import PackagePlugin

/// `crdgen`, run on the CRDs of all targets of a package but those in its folder `Tests`.
struct CRDGenCommand {
    /// `generate` or `check`.
    let name: String

    /// Runs the command; what it says goes to the terminal.
    ///
    /// - Parameters:
    ///   - context: The package and its tools.
    ///   - arguments: What stands after the command in the terminal, such as `--help`.
    /// - Throws: `Failure` if no target has CRDs, or the command failed and has said why.
    func run(_ context: PluginContext, _ arguments: [String]) throws {
        let package = context.package.directoryURL
        let folders = try crdFolders(of: context.package)
        let process = Process()
        process.executableURL = try context.tool(named: "crdgen").url
        process.currentDirectoryURL = package
        let options = folders.flatMap { target in
            ["--module", target.module, "--crds", target.folder.path(in: package)]
        }
        process.arguments = [name] + options + arguments
        try process.run()
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw Failure(description: "'crdgen \(name)' failed")
        }
    }

    /// The folders of all targets but those below 'Tests', whose types are nobody's to review.
    private func crdFolders(of package: Package) throws -> [(module: String, folder: CRDFolder)] {
        let tests = package.directoryURL.appending(path: "Tests").path + "/"
        let targets = package.targets.filter { !$0.directoryURL.path.hasPrefix(tests) }
        let folders = targets.compactMap { target in
            target.sourceModule.flatMap { module in
                CRDFolder(of: target).map { (module.moduleName, $0) }
            }
        }
        guard !folders.isEmpty else {
            throw Failure(description: "no target has a folder '\(CRDFolder.name)'")
        }
        return folders
    }

    /// Why the command failed.
    private struct Failure: Error, CustomStringConvertible {
        let description: String
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
