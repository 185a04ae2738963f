package import Foundation

/// A program that may be installed.
package struct Program: Sendable {
    private let url: URL

    /// Finds a program by its name; `nil` where there is none.
    package init?(_ name: String) {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        let found = folders.map { URL(filePath: "\($0)/\(name)") }.first { url in
            FileManager.default.isExecutableFile(atPath: url.path)
        }
        guard let found else { return nil }
        url = found
    }

    /// Runs the program until it ends.
    ///
    /// - Returns: Its standard output; `nil` if it fails.
    package func output(_ arguments: [String], input: String) throws -> Data? {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(input.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? bytes : nil
    }
}
