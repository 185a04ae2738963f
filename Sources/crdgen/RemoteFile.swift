import CRDGeneratorCore
import CRDYAML
import Foundation

/// A file with a URL.
///
/// It is downloaded with `curl`, which knows the user's proxies and certificates.
/// FoundationNetworking would double the CPU time that every command takes to start (4.3 to 10 ms).
struct RemoteFile {
    /// The URL of the file itself, also if the user passed the URL of the page that shows it.
    let address: String

    /// The maximum size in bytes; the largest published CRD has 2 million.
    private static let limit = 64 << 20
    /// The maximum duration of the download in seconds.
    private static let seconds = 60

    /// Whether the download is not encrypted, so that anyone on the network can change the file.
    var isInsecure: Bool { address.lowercased().hasPrefix("http:") }

    /// Creates the file for an argument of the command line; `nil` if it isn't a URL.
    init?(_ word: String) {
        let start = word.lowercased()
        guard start.hasPrefix("https://") || start.hasPrefix("http://") else { return nil }
        address = Self.rawAddress(word)
    }

    /// Whether a path that doesn't exist is probably a URL with a missing or wrong scheme, such as
    /// `https:/example.com/a.yaml` or `example.com/a.yaml`.
    static func isProbable(_ path: String) -> Bool {
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = steps.first, steps.count > 1,
            !FileManager.default.fileExists(atPath: String(first))
        else { return false }
        let isHost = !first.hasPrefix(".") && first.utf8.contains(UInt8(ascii: "."))
        return isHost || first.utf8.contains(UInt8(ascii: ":"))
    }

    /// Returns the URL of the file that a page of GitHub or GitLab shows.
    private static func rawAddress(_ address: String) -> String {
        let address = String(address.prefix { $0 != "#" })
        var parts = address.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count > 7, parts[2] == "github.com", ["blob", "raw"].contains(parts[5]) {
            parts[2] = "raw.githubusercontent.com"
            parts.remove(at: 5)
            return parts.joined(separator: "/")
        }
        return address.replacing("/-/blob/", with: "/-/raw/", maxReplacements: 1)
    }

    /// Downloads the file.
    ///
    /// - Throws: `Diagnostic` if it is missing or too large.
    func read() throws(Diagnostic) -> Generator.Input {
        let (bytes, errors, status) = try fetch()
        guard status == 0 else { throw failure(errors, status) }
        guard bytes.count <= Self.limit else { throw tooLarge }
        return Generator.Input(path: address, bytes: bytes)
    }

    private func fetch() throws(Diagnostic) -> (bytes: [UInt8], errors: String, status: Int32) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let protocols = isInsecure ? "=http,https" : "=https"
        process.arguments = [
            "curl", "--silent", "--show-error", "--fail", "--location", "--globoff",
            "--max-redirs", "10", "--connect-timeout", "15", "--max-time", "\(Self.seconds)",
            "--max-filesize", "\(Self.limit)", "--proto", protocols,
            "--proto-redir", protocols, "--url", address,
        ]
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        do {
            // A second pipe would fill while the first is read, and curl would wait forever.
            let errors = try Self.temporaryFile()
            process.standardError = errors
            try process.run()
            var progress = Progress("downloading")
            defer { progress.end() }
            var bytes: [UInt8] = []
            while let chunk = try output.fileHandleForReading.read(upToCount: 1 << 16),
                !chunk.isEmpty
            {
                bytes += chunk
                progress.show("\(bytes.count >> 10) KiB")
                // Old versions of curl don't stop if the server doesn't send the size.
                if bytes.count > Self.limit { process.terminate() }
            }
            process.waitUntilExit()
            try errors.seek(toOffset: 0)
            let said = try errors.read(upToCount: 1 << 16) ?? Data()
            if bytes.count > Self.limit { throw tooLarge }
            return (bytes, String(decoding: said, as: UTF8.self), process.terminationStatus)
        } catch let diagnostic as Diagnostic {
            throw diagnostic
        } catch {
            throw self.error("cannot be downloaded: \(error.reason)")
        }
    }

    /// Opens an empty file that is deleted when it is closed.
    private static func temporaryFile() throws -> FileHandle {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "crdgen-\(UUID().uuidString)")
        try Data().write(to: url, options: .withoutOverwriting)
        defer { try? FileManager.default.removeItem(at: url) }
        return try FileHandle(forUpdating: url)
    }

    /// Returns the error for an exit code of curl.
    private func failure(_ errors: String, _ status: Int32) -> Diagnostic {
        switch status {
        case 6: return error("host not found; check the URL")
        case 7: return error("cannot connect to the server")
        case 22:
            let code = errors.split { !$0.isNumber }.last.map(String.init) ?? "an error"
            return error(code == "404" ? "not found (404)" : "the server responded with \(code)")
        case 28: return error("timed out after \(Self.seconds) seconds")
        case 47: return error("too many redirects")
        case 63: return tooLarge
        case 127:
            return error("cannot be downloaded: 'curl' not found; install it, or download the file")
        default:
            let words = errors.split(separator: "\n").first.map(String.init) ?? "curl: (\(status))"
            return error("cannot be downloaded: \(words)")
        }
    }

    private var tooLarge: Diagnostic {
        error("is larger than the limit of \(Self.limit >> 20) MiB")
    }

    private func error(_ message: String) -> Diagnostic {
        Diagnostic(.error, message, file: address)
    }
}
