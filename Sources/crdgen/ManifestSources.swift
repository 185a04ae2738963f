import CRDCatalog
import CRDYAML

/// The manifests that a command reads, as named on the command line.
struct ManifestSources {
    private var sources: [(source: CRDSource, manifests: [ParsedManifest])] = []
    /// The number of files in folders that `--ignore` or `.crdgenignore` leaves out.
    private var ignoredCount = 0
    /// The number of templates in folders.
    private var templateCount = 0
    /// The number of files in folders that are for other programs.
    private var otherCount = 0
    /// Whether a source is a folder.
    private var hasFolders = false
    /// The patterns of `--ignore` that match a file.
    private var usedPatterns: Set<String> = []

    /// Reads and parses files, folders, and standard input.
    ///
    /// In folders, files that are ignored, templates, and files for other programs are left out.
    ///
    /// - Parameters:
    ///   - words: The paths.
    ///   - patterns: Patterns of files in folders, after those of `.crdgenignore`.
    /// - Throws: `Diagnostic` if one cannot be read.
    init(_ words: [String], ignoring patterns: [String] = []) async throws(Diagnostic) {
        for word in words {
            let source = CRDSource(word)
            var paths = try source.paths()
            if case .folder(let folder) = source {
                let kept = try IgnoredFiles(in: folder, patterns).filter(paths)
                ignoredCount += paths.count - kept.paths.count
                usedPatterns.formUnion(kept.usedPatterns)
                hasFolders = true
                paths = kept.paths
            }
            let results = await paths.concurrentMap { path in
                Result { () throws(Diagnostic) in ParsedManifest(try source.input(path)) }
            }
            var manifests = try results.map { result throws(Diagnostic) in try result.get() }
            if case .folder = source {
                templateCount += manifests.count { $0.form == .template }
                otherCount += manifests.count { $0.form == .other }
                manifests = manifests.filter { $0.form == .manifest }
            }
            sources.append((source, manifests))
        }
    }

    /// Adds the numbers of files that another source leaves out, and the patterns that match them.
    mutating func addLeftOut(by other: ManifestSources) {
        hasFolders = hasFolders || other.hasFolders
        usedPatterns.formUnion(other.usedPatterns)
        templateCount += other.templateCount
        otherCount += other.otherCount
        ignoredCount += other.ignoredCount
    }

    /// The end of a summary with the files that are left out, such as
    /// `; left out: 2 templates`; empty if there are none.
    var summary: String {
        let counts = [
            (templateCount, "template", "templates"),
            (otherCount, "file without objects", "files without objects"),
            (ignoredCount, "ignored file", "ignored files"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
        return words.isEmpty ? "" : "; left out: \(words.joined(separator: ", "))"
    }

    /// Returns a note about each pattern of `--ignore` that matches no file.
    func notes(about patterns: [String]) -> [Diagnostic] {
        patterns.filter { !usedPatterns.contains($0) }.map { pattern in
            let reason = hasFolders ? "" : "; only files in folders are ignored, not named files"
            let message = "'--ignore \(pattern)' matches no file\(reason)"
            return Diagnostic(.note, message, file: nil)
        }
    }

    /// The numbers of files in folders that are left out, by their names in JSON.
    var leftOut: [(reason: String, count: Int)] {
        [("templates", templateCount), ("withoutObjects", otherCount), ("ignored", ignoredCount)]
    }

    /// The files, in the order of the arguments.
    var manifests: [ParsedManifest] { sources.flatMap(\.manifests) }

    /// Returns a diagnostic for each source without objects.
    ///
    /// It is an error for standard input, which is empty if the command before it failed, and if
    /// no source has objects.
    ///
    /// - Parameter files: The files with objects.
    /// - Returns: Errors and warnings.
    func withoutObjects(besides files: Set<String>) -> [Diagnostic] {
        let empty = sources.filter { !$0.manifests.contains { files.contains($0.path) } }
        return empty.map { source, _ in
            guard case .read = source else {
                let severity: Diagnostic.Severity = files.isEmpty ? .error : .warning
                return Diagnostic(severity, "no objects found", file: source.path)
            }
            let message = "no objects found; check the command that writes them"
            return Diagnostic(.error, message, file: source.path)
        }
    }
}
