import Foundation

/// The folder that the running executable was built in, whose modules other code is compiled
/// against.
package struct BuildFolder: Sendable {
    private let folder: URL
    private let product: String

    /// Finds the folder of the running executable.
    ///
    /// - Throws: ``Missing`` if it was moved away from what it was built with.
    package init() throws {
        guard let executable = Bundle.main.executableURL?.resolvingSymlinksInPath() else {
            throw Missing(description: "the running executable has no path")
        }
        folder = executable.deletingLastPathComponent()
        product = executable.lastPathComponent
        guard FileManager.default.fileExists(atPath: modules.path) else {
            throw Missing(description: "no modules beside the executable, in '\(modules.path)'")
        }
    }

    /// What is not where the build system puts it.
    package struct Missing: Error, CustomStringConvertible {
        package let description: String
    }

    private var modules: URL { folder.appending(path: "Modules") }

    /// The arguments with which `swiftc` compiles code as this package is compiled.
    package var compilerArguments: [String] {
        [
            "swiftc", "-swift-version", "6", "-I", modules.path,
            "-enable-upcoming-feature", "ExistentialAny",
            "-enable-upcoming-feature", "InternalImportsByDefault",
            "-enable-upcoming-feature", "MemberImportVisibility",
            "-warnings-as-errors", "-Xcc", "-fmodule-map-file=\(Self.moduleMap.path)",
        ]
    }

    /// What stands for libyaml, which no build folder has: it is found from this source file.
    private static let moduleMap = URL(filePath: #filePath)
        .deletingLastPathComponent()
        .appending(path: "../../Sources/CCRDLibYAML/module.modulemap")
        .standardizedFileURL

    /// The objects of some modules, as they were linked into the running executable.
    ///
    /// - Throws: What Foundation throws when the list of objects cannot be read.
    package func objects(of modules: [String]) throws -> [String] {
        let list = folder.appending(path: "\(product).product/Objects.LinkFileList")
        let folders = modules.map { "/\($0).build/" }
        return try String(contentsOf: list, encoding: .utf8)
            .split(separator: "\n")
            .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "'\"")) }
            .filter { object in folders.contains(where: object.contains) }
    }
}
