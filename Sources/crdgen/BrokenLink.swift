import CRDValues
import CRDYAML
import Foundation

/// A symbolic link whose target does not exist.
struct BrokenLink {
    private let path: String
    private let target: String

    /// Finds the link at a path; `nil` if there is something else.
    init?(path: String) {
        let manager = FileManager.default
        guard !manager.fileExists(atPath: path),
            let target = try? manager.destinationOfSymbolicLink(atPath: path)
        else { return nil }
        self.path = path
        self.target = target
    }

    /// The error, with a suggestion if the folder of the target has a file with a similar name.
    var diagnostic: Diagnostic {
        if isLoop {
            let message = "is a symbolic link to '\(target)', which leads back to the link"
            return Diagnostic(.error, message, file: path)
        }
        let url = URL(filePath: target, relativeTo: URL(filePath: path).deletingLastPathComponent())
        let folder = url.deletingLastPathComponent().path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let others = names.filter {
            $0 != url.lastPathComponent && "\(folder)/\($0)" != absolutePath
        }
        let question = NearestName.question(url.lastPathComponent, among: others.sorted())
        return Diagnostic(
            .error,
            "is a symbolic link to '\(target)', which does not exist\(question)",
            file: path
        )
    }

    /// Whether the operating system follows links until it gives up.
    private var isLoop: Bool {
        var status = stat()
        return unsafe stat(path, &status) != 0 && errno == ELOOP
    }

    private var absolutePath: String { URL(filePath: path).standardizedFileURL.path }
}
