import Foundation

extension Workspace {
    /// The modules that generated code needs.
    static let runtime = ["CRDRuntime", "CRDValues", "CRDYAML"]
    /// The modules that read manifests and compare them.
    static let roundTrip =
        runtime + [
            "CRDFiles", "CRDJSON", "CRDLibYAML", "CRDManifests", "CRDParsing",
            "CRDRegularExpressions",
            "CRDSchema", "CRDValidation", "KubernetesCEL", "KubernetesUnits", "RoundTrip",
            "TestSupport",
        ]

    /// Compiles files against modules as this package has built them.
    func compile(
        _ sources: [String],
        to program: String,
        modules: [String] = runtime
    ) throws -> Result {
        let products = Self.products
        let objects = try modules.flatMap { module in
            let folder = products.appending(path: "\(module).build")
            // Objects of files that are gone stay in the folder.
            let present = try Self.sourceFiles(of: module)
            return try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasSuffix(".o") && present.contains(String($0.dropLast(2))) }
                .map { folder.appending(path: $0).path }
        }
        return try run(
            URL(filePath: "/usr/bin/env"),
            ["swiftc", "-swift-version", "6", "-module-name", "Main", "-o", program]
                + ["-I", products.appending(path: "Modules").path]
                + [
                    "-Xcc",
                    "-fmodule-map-file=\(Self.package)/Sources/CCRDLibYAML/module.modulemap",
                ]
                + objects + sources
        )
    }

    private static let package = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardizedFileURL.path

    private static func sourceFiles(of module: String) throws -> Set<String> {
        let manager = FileManager.default
        let folder = ["Sources", "Tests"].map { "\(package)/\($0)/\(module)" }
            .first { manager.fileExists(atPath: $0) }
        let paths = try folder.map(manager.subpathsOfDirectory(atPath:)) ?? []
        // SwiftPM writes the accessor of resources.
        return Set(paths.map { URL(filePath: $0).lastPathComponent })
            .union(["resource_bundle_accessor.swift"])
    }
}
