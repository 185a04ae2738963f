import CRDFiles
import CRDInspection
import CRDYAML
import Foundation

/// The files of a folder of manifests that are left out.
///
/// Patterns are in files with the name `.crdgenignore`, in the folder, in the folders below, and in
/// those above up to the current folder; and then on the command line, relative to the folder. As
/// with `.gitignore`, the last pattern that matches counts.
struct IgnoredFiles {
    /// The name of files with patterns.
    static let name = ".crdgenignore"

    private let folder: String
    /// The path of the folder relative to the first folder with patterns; empty for that folder.
    private let prefix: String
    private var rules = IgnoreRules()
    /// The patterns of the command line.
    private let patterns: [String]

    /// Reads the patterns for a folder.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - patterns: The patterns of the command line.
    /// - Throws: `Diagnostic` if a file with patterns cannot be read.
    init(in folder: CRDFolder, _ patterns: [String]) throws(Diagnostic) {
        self.folder = folder.path
        self.patterns = patterns
        let parts = folder.path.split(separator: "/").filter { $0 != "." }.map(String.init)
        let isBelow = !folder.path.hasPrefix("/") && !parts.contains("..")
        prefix = isBelow ? parts.joined(separator: "/") : ""
        if isBelow {
            for count in parts.indices {
                let base = parts[..<count].joined(separator: "/")
                try addRules(of: base.isEmpty ? Self.name : "\(base)/\(Self.name)", in: base)
            }
        }
        for path in folder.pathsOfFiles(named: Self.name) {
            let below = path.split(separator: "/").dropLast().joined(separator: "/")
            try addRules(of: "\(folder.path)/\(path)", in: inRoot(below))
        }
        rules.add(patterns.joined(separator: "\n"), in: prefix)
    }

    private mutating func addRules(of path: String, in base: String) throws(Diagnostic) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        rules.add(String(decoding: try File(path: path).read(), as: UTF8.self), in: base)
    }

    /// Leaves out files.
    ///
    /// - Parameter paths: Paths of the folder, which begin with that of the folder.
    /// - Returns: The paths that are not ignored, and neither are the folders that contain them; and
    ///   the patterns of the command line that match a path.
    func filter(_ paths: [String]) -> (paths: [String], usedPatterns: [String]) {
        let relative = paths.map { inRoot(String($0.dropFirst(folder.count + 1))) }
        let used = patterns.filter { pattern in
            var rules = IgnoreRules()
            rules.add(pattern, in: prefix)
            return rules.matchAny(of: relative)
        }
        return (zip(paths, rules.ignored(relative)).filter { !$1 }.map(\.0), used)
    }

    private func inRoot(_ path: String) -> String {
        [prefix, path].filter { !$0.isEmpty }.joined(separator: "/")
    }
}

extension CRDFolder {
    /// Returns the paths of files with a name, relative to the folder, those of outer folders first.
    func pathsOfFiles(named name: String) -> [String] {
        // A folder that cannot be read is an error when its manifests are read.
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: "\(path)/.")) ?? []
        return paths.filter { $0 == name || $0.hasSuffix("/\(name)") }
            // No manifests are read in hidden folders.
            .filter { !$0.split(separator: "/").dropLast().contains { $0.hasPrefix(".") } }
            .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }
}
