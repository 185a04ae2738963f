import Foundation

/// A package that uses the plugins, built for real by the `swift` of the path.
///
/// It has two targets: `Shapes`, whose CRDs are in the folder `crds` of the package, and `Tools`, which
/// has such a folder itself. The package's path has a space. It is kept beside the tests' own build,
/// so that only the first run builds the tools.
struct AdopterPackage {
    /// What a command printed and how it ended.
    struct Result {
        /// Standard output and standard error.
        let output: String
        /// The exit code.
        let status: Int32

        /// The lines of the output that tell of an error.
        ///
        /// Left out are those in which SwiftPM tells that it stopped a command because another
        /// one failed; how many there are depends on what was running at that moment.
        var errors: [Substring] {
            output.split(separator: "\n").filter {
                $0.contains("error: ") && $0 != "error: cancelled"
            }
        }
    }

    /// The folder of the package.
    let folder: URL

    /// Brings the package to the state that every test starts from.
    init() throws {
        folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent()
            .appending(path: "Adopter Package")
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
    }

    /// Makes `crds` in the folder of a target a link to that of the package.
    func linkFolder(of target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "Sources/\(target)/crds").path,
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
                    .target(name: "Shapes", dependencies: [runtime], plugins: [plugin]),
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

    /// When each object of a target was written, by the names of the files.
    func objects(of target: String) throws -> [String: Date] {
        let objects = try files(".build/debug/\(target).build").filter { $0.hasSuffix(".o") }
        let times = try objects.map { name in
            let path = folder.appending(path: ".build/debug/\(target).build/\(name)").path
            return try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
                as? Date
        }
        return Dictionary(uniqueKeysWithValues: zip(objects, times.map { $0 ?? .distantPast }))
    }

    /// The path of the folder with what the build compiles for a target.
    func compiled(_ target: String) -> String {
        ".build/plugins/outputs/adopter package/\(target)/destination/CRDGenerator"
    }
}

// MARK: - Commands

extension AdopterPackage {
    /// Runs `swift build`, with further arguments.
    func build(_ arguments: [String] = []) throws -> Result {
        try swift(["build", "--jobs", "2"] + arguments)
    }

    /// Runs `swift package generate-crds`, with further arguments.
    func generate(_ arguments: [String] = []) throws -> Result {
        let command = ["package", "--allow-writing-to-package-directory", "generate-crds"]
        return try swift(command + arguments)
    }

    /// Runs `swift package check-crds`.
    func check() throws -> Result {
        try swift(["package", "check-crds"])
    }

    private func swift(_ arguments: [String]) throws -> Result {
        try run(["swift"] + arguments)
    }

    /// Runs a program of the path in the folder of the package.
    func run(_ command: [String]) throws -> Result {
        let log = folder.appending(path: ".build/PluginTests.log")
        try write(".build/PluginTests.log", "")
        let handle = try FileHandle(forWritingTo: log)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        // Set where this package is worked on, which adopters do not.
        let variable = "CRD_GENERATOR_WARNINGS_ARE_ERRORS"
        process.environment = ProcessInfo.processInfo.environment.filter { $0.key != variable }
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
