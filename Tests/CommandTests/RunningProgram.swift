import Foundation

/// A program that may not have ended yet.
struct RunningProgram {
    private let process = Process()
    private let output: FileHandle
    private let errors: FileHandle

    /// Starts a program, with some variables set besides those of the tests.
    init(
        _ program: URL,
        _ arguments: [String],
        _ environment: [String: String],
        in folder: URL
    ) throws {
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files, as a pipe that no one reads would fill.
        output = try Self.log(folder.appendingPathExtension("output"))
        errors = try Self.log(folder.appendingPathExtension("errors"))
        process.standardOutput = output
        process.standardError = errors
        try Self.withoutBlockedSignals { try process.run() }
    }

    /// Whether it has not ended.
    var isRunning: Bool { process.isRunning }

    /// Does something with no signal blocked: threads of tests block all, and a program that they
    /// start would be like them.
    private static func withoutBlockedSignals(_ action: () throws -> Void) rethrows {
        var none = sigset_t()
        unsafe sigemptyset(&none)
        var earlier = sigset_t()
        unsafe pthread_sigmask(SIG_SETMASK, &none, &earlier)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &earlier, nil) }
        try action()
    }

    /// The number of its process.
    var number: Int32 { process.processIdentifier }

    /// Sends it a signal.
    func send(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    /// Waits for its end, and gives what it printed.
    ///
    /// The status of one that a signal ended is 128 more than the signal, as in a shell.
    func result() throws -> Workspace.Result {
        process.waitUntilExit()
        let status = process.terminationStatus
        return Workspace.Result(
            output: try Self.content(output),
            errors: try Self.content(errors),
            status: process.terminationReason == .uncaughtSignal ? 128 + status : status
        )
    }

    private static func log(_ url: URL) throws -> FileHandle {
        try Data().write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try FileHandle(forUpdating: url)
    }

    private static func content(_ log: FileHandle) throws -> String {
        try log.seek(toOffset: 0)
        let bytes = try log.readToEnd() ?? Data()
        try log.close()
        return String(decoding: bytes, as: UTF8.self)
    }
}
