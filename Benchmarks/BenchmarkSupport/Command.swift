package import Foundation

/// A command to run, whose cost is measured.
package struct Command: Sendable {
    /// The name of the executable, looked up in `PATH`, and its arguments.
    package let arguments: [String]
    /// The seconds after which the command and its children are killed.
    package let timeout: Double

    package init(_ arguments: [String], timeout: Double = 600) {
        self.arguments = arguments
        self.timeout = timeout
    }

    /// How a command ended.
    package struct Outcome: Sendable {
        /// How the process ended.
        package let end: End
        /// Standard output and standard error, as they came.
        package let output: String
        /// User and system time, children included, in seconds.
        package let cpuSeconds: Double
        /// The most memory of the process or one of its children, in bytes.
        package let peakMemory: Int
    }

    /// How a process ended.
    package enum End: Equatable, Sendable {
        case exit(Int32)
        case signal(Int32)
        case timeout
    }

    /// Why a command could not be started.
    package struct NotStarted: Error, CustomStringConvertible {
        package let description: String
    }

    /// Runs the command and blocks until it has ended.
    ///
    /// - Parameter log: A file that the output is written to; replaced if it exists.
    /// - Returns: How it ended, with its output.
    /// - Throws: ``NotStarted``, or what Foundation throws when it cannot read `log`.
    package func run(log: URL) throws -> Outcome {
        let process = try start(log: log)
        let (end, usage) = wait(for: process)
        let times = [usage.ru_utime, usage.ru_stime]
        return Outcome(
            end: end,
            output: String(decoding: try Data(contentsOf: log), as: UTF8.self),
            cpuSeconds: times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 },
            peakMemory: usage.peakMemory
        )
    }

    /// Starts the command in a process group of its own, so that its children can be killed too.
    private func start(log: URL) throws -> pid_t {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        var attributes: posix_spawnattr_t?
        #else
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        #endif
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        unsafe posix_spawn_file_actions_addopen(&actions, 1, log.path, flags, 0o644)
        unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        let variables = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
        var process: pid_t = 0
        let name = arguments[0]
        let failure = unsafe Self.withCStrings(arguments) { arguments in
            unsafe Self.withCStrings(variables) { variables in
                unsafe posix_spawnp(&process, name, &actions, &attributes, arguments, variables)
            }
        }
        guard failure == 0 else {
            let reason = unsafe String(cString: strerror(failure))
            throw NotStarted(description: "cannot run '\(arguments[0])': \(reason)")
        }
        return process
    }

    /// Waits by looking again and again: `wait4` knows no time limit.
    private func wait(for process: pid_t) -> (End, rusage) {
        let deadline = Date.now.addingTimeInterval(timeout)
        var status: Int32 = 0
        var usage = rusage()
        var isLate = false
        while unsafe wait4(process, &status, WNOHANG, &usage) == 0 {
            if !isLate, Date.now > deadline {
                isLate = true
                kill(-process, SIGKILL)
            }
            usleep(2000)
        }
        if isLate { return (.timeout, usage) }
        let signal = status & 0x7F
        return (signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal), usage)
    }

    private static func withCStrings<Result>(
        _ strings: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = unsafe strings.map { unsafe strdup($0) }
        defer { for position in strings.indices { unsafe free(pointers[position]) } }
        return unsafe body(pointers + [nil])
    }
}
