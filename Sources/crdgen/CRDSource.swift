import ArgumentParser
import CRDCatalog
import CRDFiles
import CRDGeneratorCore
import CRDRuntime
import CRDValues
import CRDYAML
import Foundation

/// A source of CRDs, as named on the command line.
enum CRDSource {
    /// A folder, with its files at any depth.
    case folder(CRDFolder)
    /// A file with any extension.
    case file(String)
    /// A file or a folder in a revision of a git repository.
    case revision(GitRevision)
    /// The content of standard input or of a pipe, which can be read only once.
    case read(Generator.Input)
    /// Standard input that cannot be read, or an empty path.
    case unreadable(Diagnostic)

    /// The name of standard input in messages.
    static let standardInputPath = "<stdin>"

    /// Whether a path is that of a pipe, which has no meaningful name.
    static func isNameless(_ path: String) -> Bool {
        path == standardInputPath || path.hasPrefix("/dev/")
    }

    /// The extensions of files of CRDs.
    static let endings = ["yaml", "yml", "json"]

    /// Creates the source for an argument of the command line.
    ///
    /// `-` and pipes, such as a shell makes of `<(…)`, are read at once. Other arguments are the
    /// path of a folder or of a file, or `git:REVISION:PATH`.
    init(_ word: String) {
        let path = word.withoutSlash
        if word.isEmpty {
            let message = "found an empty path, expected a file, a folder, or '-'"
            self = .unreadable(Diagnostic(.error, message, file: nil))
        } else if word == "-" {
            self = Self.standardInput()
        } else if let revision = GitRevision(word) {
            self = .revision(revision)
        } else if CRDFolder(path: path).exists {
            self = .folder(CRDFolder(path: path))
        } else if FileManager.default.fileExists(atPath: path), !isRegularFile(path),
            let bytes = try? File(path: path).read()
        {
            self = .read(Generator.Input(path: path, bytes: bytes))
        } else {
            self = .file(path)
        }
    }

    /// Checks the arguments of a command for a second `-`.
    ///
    /// - Parameter words: All arguments that can be `-`.
    /// - Throws: `ValidationError` if standard input would be read twice.
    static func requireOneStandardInput(in words: [String]) throws(ValidationError) {
        if words.count(where: { $0 == "-" }) <= 1 { return }
        throw ValidationError("'-' is given twice, but standard input can be read only once")
    }

    private static func standardInput() -> CRDSource {
        do throws(Diagnostic) {
            let bytes = try File.standardInput()
            return .read(Generator.Input(path: standardInputPath, bytes: bytes))
        } catch {
            return .unreadable(error)
        }
    }

    /// Reads all files of the source.
    ///
    /// - Throws: `Diagnostic` if it cannot be read; for a missing file, it suggests a file with a
    ///   similar name.
    func inputs() throws(Diagnostic) -> [Generator.Input] {
        try paths().map { path throws(Diagnostic) in try input(path) }
    }

    /// Reads one of the files of the source.
    ///
    /// - Parameter path: One of ``paths()``.
    /// - Returns: The path and the content of the file.
    /// - Throws: `Diagnostic` if the file cannot be read.
    func input(_ path: String) throws(Diagnostic) -> Generator.Input {
        switch self {
        case .read(let input): return input
        case .revision(let revision): return try revision.input(path)
        case .folder, .file, .unreadable: return try Generator.Input(contentsOf: path)
        }
    }

    /// Returns the paths of all files of the source.
    ///
    /// - Throws: `Diagnostic` if it cannot be read; for a missing file, it suggests a file with a
    ///   similar name.
    func paths() throws(Diagnostic) -> [String] {
        switch self {
        case .folder(let folder):
            return try folder.paths()
        case .file(let path):
            if let link = BrokenLink(path: path) { throw link.diagnostic }
            guard FileManager.default.fileExists(atPath: path) else {
                if RemoteFile(path) != nil {
                    let message = "is a URL, expected a file or a folder; download the file first"
                    throw Diagnostic(.error, message, file: path)
                }
                throw Diagnostic(.error, "no such file or folder\(nearest(path))", file: path)
            }
            return [path]
        case .revision(let revision):
            return try revision.paths()
        case .read(let input):
            return [input.path]
        case .unreadable(let diagnostic):
            throw diagnostic
        }
    }

    /// Scans all files of the source for CRDs, one after the other.
    ///
    /// - Throws: The same errors as ``inputs()``.
    func scan() throws(Diagnostic) -> [ScannedFile] {
        switch self {
        case .read, .revision:
            return try inputs().map { input in
                ScannedFile(path: input.path, bytes: input.bytes, count: input.bytes.count)
            }
        case .folder, .file, .unreadable: break
        }
        var buffer: [UInt8] = []
        return try paths().map { path throws(Diagnostic) in
            let count = try File(path: path).read(into: &buffer)
            return ScannedFile(path: path, bytes: buffer, count: count)
        }
    }

    /// The path in messages; `nil` if the source cannot be read.
    var path: String? {
        switch self {
        case .folder(let folder): folder.path
        case .file(let path): path
        case .revision(let revision): revision.path
        case .read(let input): input.path
        case .unreadable: nil
        }
    }

    /// The folder of the `crdgen.yaml` for the source; `nil` for a pipe.
    var configurationFolder: String? {
        switch self {
        case .folder(let folder): return folder.path
        case .file(let path):
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            return parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
        case .revision(let revision): return revision.path
        case .read, .unreadable: return nil
        }
    }

    private func nearest(_ path: String) -> String {
        let folder = configurationFolder ?? "."
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let prefix = path.utf8.contains(UInt8(ascii: "/")) ? "\(folder)/" : ""
        return NearestName.to(name, among: names.sorted())
            .map { ", did you mean '\(prefix)\($0)'?" } ?? ""
    }
}

extension CRDSource {
    /// Returns the default sources: the folder `crds` of each target, or else `crds`.
    static func usual() throws(Diagnostic) -> [CRDSource] {
        let folders = CRDFolder.ofTargets.map(\.folder)
        if !folders.isEmpty { return folders.map { .folder($0) } }
        guard FileManager.default.fileExists(atPath: "crds") else {
            let message =
                "no such folder, and no target in 'Sources' has one; "
                + "pass folders or files of CRDs"
            throw Diagnostic(.error, message, file: "crds")
        }
        return [CRDSource("crds")]
    }
}

/// Whether a path leads to a file that can be read again.
private func isRegularFile(_ path: String) -> Bool {
    let real = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: real)
    return attributes?[.type] as? FileAttributeType == .typeRegular
}

extension String {
    /// A path without a slash at its end, so that messages do not show two.
    var withoutSlash: String {
        hasSuffix("/") && self != "/" ? String(dropLast()).withoutSlash : self
    }
}
