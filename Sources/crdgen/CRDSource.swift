import CRDFiles
import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDYAML
import Foundation

/// Where CRDs come from, as a person names it.
enum CRDSource {
    /// A folder, with its files at any depth.
    case folder(CRDFolder)
    /// A file, whatever its name ends in.
    case file(String)
    /// What was read from `-` or a pipe, as it can be read only once.
    case read(Generator.Input)
    /// Standard input that cannot be read.
    case unreadable(Diagnostic)

    /// What messages call standard input.
    static let standardInputPath = "<stdin>"

    /// Whether a path says nothing of what is in it: that of a pipe.
    static func isNameless(_ path: String) -> Bool {
        path == standardInputPath || path.hasPrefix("/dev/")
    }

    /// What files of CRDs end in.
    static let endings = ["yaml", "yml", "json"]

    /// The source that a word of the command line names: `-` or a pipe, such as a shell makes of
    /// `<(…)`, which is read at once, a folder, or else a file.
    init(_ word: String) {
        let path = word.withoutSlash
        var isDirectory: ObjCBool = false
        let exists = unsafe FileManager.default.fileExists(
            atPath: path,
            isDirectory: &isDirectory
        )
        if word == "-" {
            self = Self.standardInput()
        } else if exists, isDirectory.boolValue {
            self = .folder(CRDFolder(path: path))
        } else if exists, !isRegularFile(path), let bytes = try? File(path: path).read() {
            self = .read(Generator.Input(path: path, bytes: bytes))
        } else {
            self = .file(path)
        }
    }

    private static func standardInput() -> CRDSource {
        do throws(Diagnostic) {
            let bytes = try File.standardInput()
            return .read(Generator.Input(path: standardInputPath, bytes: bytes))
        } catch {
            return .unreadable(error)
        }
    }

    /// Reads all that the source has.
    ///
    /// - Throws: `Diagnostic` if it cannot be read; a file that is not there is compared with those
    ///   beside it.
    func inputs() throws(Diagnostic) -> [Generator.Input] {
        switch self {
        case .folder(let folder):
            return try folder.files()
        case .file(let path):
            guard FileManager.default.fileExists(atPath: path) else {
                throw Diagnostic(.error, "no such file or folder\(nearest(path))", file: path)
            }
            return [try Generator.Input(contentsOf: path)]
        case .read(let input):
            return [input]
        case .unreadable(let diagnostic):
            throw diagnostic
        }
    }

    /// The folder whose `crdgen.yaml` holds; `nil` for a pipe.
    var configurationFolder: String? {
        switch self {
        case .folder(let folder): return folder.path
        case .file(let path):
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            return parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
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
    /// Where CRDs are if nobody says so: in the folder `crds` of each target, else in `crds`.
    static func usual() throws(Diagnostic) -> [CRDSource] {
        let folders = CRDFolder.ofTargets.map(\.folder)
        if !folders.isEmpty { return folders.map { .folder($0) } }
        guard FileManager.default.fileExists(atPath: "crds") else {
            let message =
                "no such folder, and none in a folder of 'Sources'; "
                + "name folders or files of CRDs"
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
