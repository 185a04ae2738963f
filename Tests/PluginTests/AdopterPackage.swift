import Foundation

/// A package that uses the plugins, built for real by the `swift` of the path.
///
/// It has two targets: `Shapes`, whose folder `crds` is a link to one at the top of the package, and
/// `Tools`, which has the folder itself. It is kept beside the tests' own build, so that only the
/// first run builds the tools.
struct AdopterPackage {
    /// What a command printed and how it ended.
    struct Result {
        /// Standard output and standard error.
        let output: String
        /// The exit code.
        let status: Int32

        /// The lines of the output that tell of an error.
        var errors: [Substring] {
            output.split(separator: "\n").filter { $0.contains("error: ") }
        }
    }

    /// The folder of the package.
    let folder: URL

    /// Brings the package to the state that every test starts from.
    init() throws {
        folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent()
            .appending(path: "Adopter")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where !Self.kept.contains(name) {
            try remove(name)
        }
        try write("Package.swift", Self.manifest)
        try write("crds/circles.yaml", Self.crd("Circle", attributes: ["radius"]))
        try write("crds/squares.yaml", Self.crd("Square", attributes: ["width"]))
        try write("Sources/Shapes/Shapes.swift", "")
        try write("Sources/Tools/crds/hammers.yml", Self.crd("Hammer", attributes: ["weight"]))
        try write("Sources/Tools/Tools.swift", "")
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "Sources/Shapes/crds").path,
            withDestinationPath: "../../crds"
        )
    }

    /// What later runs need not make again.
    private static let kept: Set = [".build", "Package.resolved"]

    private static var manifest: String {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return """
            // swift-tools-version: 6.2
            import PackageDescription

            let generator = "swift-crd-generator"
            let runtime = Target.Dependency.product(name: "CRDRuntime", package: generator)
            let plugin = Target.PluginUsage.plugin(name: "CRDGenerator", package: generator)
            let package = Package(
                name: "Adopter",
                platforms: [.macOS(.v13)],
                dependencies: [.package(name: generator, path: #"\(root.path)"#)],
                targets: [
                    .target(
                        name: "Shapes", dependencies: [runtime], exclude: ["crds"],
                        plugins: [plugin]),
                    .target(name: "Tools", dependencies: [runtime], plugins: [plugin]),
                ]
            )
            """
    }
}

// MARK: - Files

extension AdopterPackage {
    /// A CRD of group `shapes.example.com`, version `v1`, with optional strings under `spec`.
    static func crd(_ kind: String, attributes: [String]) -> String {
        let name = kind.lowercased()
        return """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: \(name)s.shapes.example.com}
            spec:
              group: shapes.example.com
              scope: Namespaced
              names: {kind: \(kind), listKind: \(kind)List, plural: \(name)s, singular: \(name)}
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        properties:
                          \(attributes.map { "\($0): {type: string}" }.joined(separator: sixSteps))

            """
    }

    private static let sixSteps = "\n" + String(repeating: " ", count: 14)

    /// Writes a file.
    func write(_ path: String, _ text: String) throws {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }

    /// Removes a file or a folder.
    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: folder.appending(path: path))
    }

    /// Reads a file.
    func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    /// The paths of the files in a folder, relative to it, sorted.
    func files(_ path: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: path).path)
            .filter { $0.contains(".") }
            .sorted()
    }

    /// The path of the folder with what the build compiles for a target.
    func compiled(_ target: String) -> String {
        ".build/plugins/outputs/adopter/\(target)/destination/CRDGenerator"
    }
}

// MARK: - Commands

extension AdopterPackage {
    /// Runs `swift build`.
    func build() throws -> Result {
        try swift("build", "--jobs", "2")
    }

    /// Runs `swift package generate-crds`.
    func generate() throws -> Result {
        try swift("package", "--allow-writing-to-package-directory", "generate-crds")
    }

    /// Runs `swift package check-crds`.
    func check() throws -> Result {
        try swift("package", "check-crds")
    }

    private func swift(_ arguments: String...) throws -> Result {
        let log = folder.appending(path: ".build/PluginTests.log")
        try write(".build/PluginTests.log", "")
        let handle = try FileHandle(forWritingTo: log)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["swift"] + arguments
        process.currentDirectoryURL = folder
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        try handle.close()
        return Result(
            output: String(decoding: try Data(contentsOf: log), as: UTF8.self),
            status: process.terminationStatus
        )
    }
}
