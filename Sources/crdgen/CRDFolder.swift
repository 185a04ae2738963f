import CRDGeneratorCore
import Foundation
import YAML

/// A folder of CRDs.
///
/// The build plugin takes the same files; it cannot share this code.
struct CRDFolder {
    /// The path of the folder.
    let path: String

    /// The files of CRDs at any depth, sorted by path; what is hidden is left out.
    func files() throws(Diagnostic) -> [Generator.Input] {
        let paths: [String]
        do {
            // Foundation takes a link, or a file, for an empty folder; the system does not so here.
            paths = try FileManager.default.subpathsOfDirectory(atPath: "\(path)/.")
        } catch {
            throw Diagnostic(.error, "cannot be read: \(error.reason)", file: path)
        }
        return try paths.filter(isOfCRDs).sorted().map { name throws(Diagnostic) in
            try Generator.Input(contentsOf: "\(path)/\(name)")
        }
    }

    private func isOfCRDs(_ file: String) -> Bool {
        let components = file.split(separator: "/")
        guard let name = components.last, name != Configuration.fileName,
            CRDSource.endings.contains(where: { name.hasSuffix(".\($0)") }),
            !components.contains(where: { $0.hasPrefix(".") })
        else {
            return false
        }
        var isDirectory: ObjCBool = false
        let exists = unsafe FileManager.default.fileExists(
            atPath: "\(path)/\(file)",
            isDirectory: &isDirectory
        )
        return exists && !isDirectory.boolValue
    }
}

extension Generator.Input {
    /// Reads a file.
    init(contentsOf path: String) throws(Diagnostic) {
        do {
            let bytes = try Data(contentsOf: URL(filePath: path))
            self.init(path: path, bytes: Array(bytes))
        } catch {
            throw Diagnostic(.error, "cannot be read: \(error.reason)", file: path)
        }
    }
}

extension Error {
    /// What the operating system says, such as `No such file or directory`, where it said anything.
    var reason: String {
        let error = self as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? any Error
        guard let code = cause as? POSIXError else { return error.localizedDescription }
        return unsafe String(cString: strerror(code.code.rawValue))
    }
}
