import Foundation

/// The files of CRDs below some folders, in a fixed order.
package struct CRDFiles {
    /// The paths, sorted within each folder.
    package let paths: [String]

    /// Lists the files of folders at any depth; a path that is a file stands for itself.
    ///
    /// - Throws: What Foundation throws when there is nothing at a path.
    package init(_ folders: [String]) throws {
        paths = try folders.flatMap { folder in
            if Self.isOfCRDs(folder) { return [folder] }
            // The dot makes Foundation follow a link.
            return try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/.")
                .filter(Self.isOfCRDs)
                .sorted()
                .map { "\(folder)/\($0)" }
        }
    }

    private static func isOfCRDs(_ path: String) -> Bool {
        [".yaml", ".yml", ".json"].contains(where: path.hasSuffix)
    }
}
