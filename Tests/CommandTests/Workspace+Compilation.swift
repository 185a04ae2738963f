import Foundation

extension Workspace {
    /// Compiles files against the runtime as this package has built it.
    func compile(_ sources: [String], to program: String) throws -> Result {
        let products = Self.products
        let objects = try ["CRDRuntime", "CRDValues", "CRDYAML"].flatMap { module in
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
                + ["-I", products.appending(path: "Modules").path] + objects + sources
        )
    }

    private static func sourceFiles(of module: String) throws -> Set<String> {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/\(module)").standardizedFileURL
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return Set(paths.map { URL(filePath: $0).lastPathComponent })
    }
}
