import CRDFiles
import CRDGeneratorCore
import CRDYAML
import Foundation

/// A folder of CRDs.
///
/// The build plugin uses the same files, but cannot share this code.
struct CRDFolder {
    /// The path of the folder.
    let path: String

    /// Returns the paths of the files with some extensions at any depth, sorted, without hidden files.
    func paths(endingIn endings: [String] = CRDSource.endings) throws(Diagnostic) -> [String] {
        let paths: [String]
        do {
            // For a link or a file, Foundation returns no paths; with '/.', the system follows the
            // link.
            paths = try FileManager.default.subpathsOfDirectory(atPath: "\(path)/.")
        } catch {
            if let link = BrokenLink(path: path) { throw link.diagnostic }
            let message = "cannot be read: \(error.reason)"
            throw Diagnostic(.error, message, file: folder(of: error) ?? path)
        }
        var files: [String] = []
        for name in paths.filter({ Self.hasName($0, endingIn: endings) }).sorted() {
            let file = "\(path)/\(name)"
            var isDirectory: ObjCBool = false
            let exists = unsafe FileManager.default.fileExists(
                atPath: file,
                isDirectory: &isDirectory
            )
            if !exists, let link = BrokenLink(path: file) { throw link.diagnostic }
            if !isDirectory.boolValue { files.append(file) }
        }
        return files
    }

    /// Returns the path of the folder in this folder that an error is about.
    private func folder(of error: any Error) -> String? {
        let found = (error as NSError).userInfo[NSFilePathErrorKey] as? String
        let start = "\(path)/./"
        guard let found, found.hasPrefix(start) else { return nil }
        return "\(path)/\(found.dropFirst(start.count))"
    }

    /// Reads the files with some extensions, in the order of ``paths(endingIn:)``.
    func files(
        endingIn endings: [String] = CRDSource.endings
    ) throws(Diagnostic) -> [Generator.Input] {
        try paths(endingIn: endings).map { path throws(Diagnostic) in
            try Generator.Input(contentsOf: path)
        }
    }

    /// Whether a path in a folder has the name of a file that is read.
    static func hasName(_ file: String, endingIn endings: [String]) -> Bool {
        let components = file.split(separator: "/")
        guard let name = components.last, name != Configuration.fileName else { return false }
        return endings.contains { name.lowercased().hasSuffix(".\($0)") }
            && !components.contains { $0.hasPrefix(".") }
    }
}

extension CRDFolder {
    /// Whether the path leads to a folder.
    var exists: Bool {
        var isDirectory: ObjCBool = false
        let exists = unsafe FileManager.default.fileExists(
            atPath: path,
            isDirectory: &isDirectory
        )
        return exists && isDirectory.boolValue
    }

    /// The path of the configuration; `nil` if there is none.
    var configuration: String? {
        let file = path == "." ? Configuration.fileName : "\(path)/\(Configuration.fileName)"
        return FileManager.default.fileExists(atPath: file) ? file : nil
    }

    /// The path of a file that differs from a configuration only in its extension or in case.
    var misnamedConfiguration: String? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let endings = CRDSource.endings.map { "crdgen.\($0)" }
        let name = names.sorted().first { name in
            name != Configuration.fileName && endings.contains(name.lowercased())
        }
        return name.map { path == "." ? $0 : "\(path)/\($0)" }
    }

    /// The path of a configuration beside a folder 'crds'; `nil` for other folders.
    var configurationBeside: String? {
        guard path == "crds" || path.hasSuffix("/crds") else { return nil }
        let parent = String(path.dropLast("/crds".count))
        return CRDFolder(path: parent.isEmpty ? "." : parent).configuration
    }

    /// The folders `crds` of the targets of the package in the current folder, without duplicates.
    ///
    /// As in the command plugins, symbolic links are resolved.
    static var ofTargets: [(target: String, folder: CRDFolder)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "Sources")) ?? []
        var found: [(target: String, folder: CRDFolder)] = []
        for name in names.sorted() {
            let link = CRDFolder(path: "Sources/\(name)/crds")
            guard
                FileManager.default.fileExists(atPath: link.path)
                    || BrokenLink(path: link.path) != nil
            else { continue }
            let folder = CRDFolder(path: link.realPath)
            if !found.contains(where: { $0.folder.path == folder.path }) {
                found.append((name.moduleName, folder))
            }
        }
        return found
    }

    /// Whether a path leads to this folder.
    func isSame(as path: String) -> Bool {
        realPath == CRDFolder(path: path).realPath
    }

    /// The path without symbolic links, relative to the current folder if it is in it.
    private var realPath: String {
        let root = FileManager.default.currentDirectoryPath
        let current = URL(filePath: root).resolvingSymlinksInPath().path + "/"
        let real = URL(filePath: path).resolvingSymlinksInPath().path
        return real.hasPrefix(current) ? String(real.dropFirst(current.count)) : real
    }
}

extension String {
    /// The name of the module of a target with this name, as SwiftPM derives it.
    var moduleName: String {
        let name = String(unicodeScalars.map { $0.properties.isXIDContinue ? Character($0) : "_" })
        return unicodeScalars.first?.properties.isXIDStart == false ? "_\(name.dropFirst())" : name
    }
}

extension Generator.Input {
    /// Reads a file.
    init(contentsOf path: String) throws(Diagnostic) {
        self.init(path: path, bytes: try File(path: path).read())
    }
}

extension Error {
    /// The message of the operating system, such as `No such file or directory`, if there is one.
    var reason: String {
        let error = self as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? any Error
        guard let code = cause as? POSIXError else { return error.localizedDescription }
        return unsafe String(cString: strerror(code.code.rawValue))
    }
}
