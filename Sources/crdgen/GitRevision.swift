import CRDGeneratorCore
import CRDYAML
import Foundation

/// A file or a folder in a revision of the git repository of the current folder.
///
/// It is read with `git`, which knows packed objects, alternates, and the user's configuration.
struct GitRevision {
    /// The revision and the path, such as `main:crds`, as for `git show`.
    let name: String

    /// The path in messages, such as `git:main:crds`.
    var path: String { "git:\(name)" }

    /// Creates the revision for an argument of the command line such as `git:main:crds`; `nil` if
    /// the argument doesn't begin with `git:`.
    init?(_ word: String) {
        guard word.hasPrefix("git:") else { return nil }
        let name = String(word.dropFirst(4)).withoutSlash
        // 'git' knows relative paths by './' or '../' at the beginning.
        self.name = name.hasSuffix(":.") || name.hasSuffix(":..") ? "\(name)/" : name
    }

    /// Returns the paths of the files, such as `git:main:crds/widgets.yaml`: of one file, or of all
    /// files of a folder at any depth, sorted.
    ///
    /// - Throws: `Diagnostic` if `git` is missing, or if the revision or the path is unknown.
    func paths() throws(Diagnostic) -> [String] {
        let object = try object(name)
        if object.kind == "blob" { return [path] }
        let separator = name.hasSuffix(":") || name.hasSuffix("/") ? "" : "/"
        return try files(in: object.id)
            .filter { CRDFolder.hasName($0, endingIn: CRDSource.endings) }
            .map { "\(path)\(separator)\($0)" }
            .sorted()
    }

    /// Reads a file.
    ///
    /// - Parameter path: One of ``paths()``.
    /// - Returns: The file.
    /// - Throws: `Diagnostic` if it cannot be read.
    func input(_ path: String) throws(Diagnostic) -> Generator.Input {
        let name = String(path.dropFirst("git:".count))
        return Generator.Input(path: path, bytes: try git(["cat-file", "blob", name]))
    }

    /// Reads the `crdgen.yaml` in the folder, or beside the file; `nil` if there is none.
    func configuration() throws(Diagnostic) -> Generator.Input? {
        let isFolder = try object(name).kind == "tree"
        let parts = file.split(separator: "/")
        let folder = isFolder ? parts : parts.dropLast()
        let path = (folder + [Configuration.fileName[...]]).joined(separator: "/")
        // An error is that there is no such file, because the folder has been found.
        guard (try? object("\(revision):\(path)")) != nil else { return nil }
        return try input("git:\(revision):\(path)")
    }

    /// Returns the paths of the files in a folder, relative to it, without links and submodules.
    private func files(in tree: String) throws(Diagnostic) -> [String] {
        // Without '--full-tree', git leaves out files that are not below the current folder.
        try git(["ls-tree", "--full-tree", "-r", "-z", tree]).split(separator: 0).compactMap {
            entry in
            // '<mode> <kind> <id>\t<path>'; links and submodules have other modes.
            let parts = String(decoding: entry, as: UTF8.self).split(
                separator: "\t",
                maxSplits: 1
            )
            guard parts.count == 2, parts[0].hasPrefix("100") else { return nil }
            return String(parts[1])
        }
    }

    /// The revision without the path.
    private var revision: Substring { name.prefix { $0 != ":" } }

    /// The path, relative to the root of the repository; empty for the whole repository.
    private var file: Substring { name.dropFirst(revision.count + 1) }

    /// Returns the id and the kind of an object.
    ///
    /// - Throws: `Diagnostic` if the revision or the path is unknown.
    private func object(_ name: String) throws(Diagnostic) -> (id: String, kind: String) {
        guard name.contains(":") else {
            throw error("expected 'git:REVISION:PATH', such as 'git:main:crds'")
        }
        let revision = String(revision)
        guard let id = try? line(["rev-parse", "--verify", "--end-of-options", name]) else {
            _ = try line(["rev-parse", "--git-dir"])
            let known = try? line([
                "rev-parse", "--verify", "--end-of-options", "\(revision)^{tree}",
            ])
            throw error(
                known == nil
                    ? "unknown git revision '\(revision)'"
                    : "no such file or folder in the git revision '\(revision)'"
            )
        }
        return (id, try line(["cat-file", "-t", id]))
    }

    private func line(_ arguments: [String]) throws(Diagnostic) -> String {
        String(decoding: try git(arguments).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    /// Runs `git` and returns its output.
    ///
    /// - Throws: `Diagnostic` if it is missing or fails.
    private func git(_ arguments: [String]) throws(Diagnostic) -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        let output = Pipe()
        let messages = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = messages
        let bytes: Data
        let message: Data
        do {
            try process.run()
            bytes = try output.fileHandleForReading.readToEnd() ?? Data()
            // A few lines, which fit into the pipe.
            message = try messages.fileHandleForReading.readToEnd() ?? Data()
        } catch {
            throw self.error("cannot be read with git: \(error.reason)")
        }
        process.waitUntilExit()
        switch process.terminationStatus {
        case 0: return [UInt8](bytes)
        case 127: throw error("cannot be read: 'git' not found; install it")
        default:
            let line = String(decoding: message.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
            throw error("cannot be read with git: \(line)")
        }
    }

    private func error(_ message: String) -> Diagnostic {
        Diagnostic(.error, message, file: path)
    }
}
