#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// The signals that end a process, delayed while work must not be interrupted.
///
/// They are blocked, not handled: a handler could do almost nothing, and would need a global
/// variable. Signals that arrive meanwhile take effect when they are released. Only the thread that
/// blocks them is affected, and the threads that it starts.
package struct HeldSignals {
    /// The signals by which a terminal, a shell, or a supervisor ends a process.
    private static let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

    /// The signals that were blocked before.
    private let earlier: sigset_t

    /// Blocks the signals, and `SIGPIPE` too: a closed pipe on standard output must not interrupt
    /// the writing of files.
    package init() {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for signal in Self.ending + [SIGPIPE] { unsafe sigaddset(&signals, signal) }
        var earlier = sigset_t()
        unsafe pthread_sigmask(SIG_BLOCK, &signals, &earlier)
        self.earlier = earlier
    }

    /// The signal that will end the process when it is released; `nil` if none has arrived.
    package var waiting: Int32? {
        var pending = sigset_t()
        unsafe sigpending(&pending)
        var earlier = earlier
        return Self.ending.first { signal in
            unsafe sigismember(&pending, signal) == 1 && sigismember(&earlier, signal) == 0
                && !Self.isIgnored(signal)
        }
    }

    /// Unblocks the signals; a waiting signal ends the process here.
    package func release() {
        var earlier = earlier
        unsafe pthread_sigmask(SIG_SETMASK, &earlier, nil)
    }

    /// Whether a signal is ignored by the process, as with `nohup`.
    ///
    /// Such a signal waits like others while it is blocked.
    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        guard unsafe sigaction(signal, nil, &action) == 0 else { return false }
        #if canImport(Darwin)
        let handler = unsafe action.__sigaction_u.__sa_handler
        #elseif canImport(Musl)
        let handler = unsafe action.__sa_handler.sa_handler
        #elseif canImport(Android)
        let handler = unsafe action.sa_handler
        #else
        let handler = unsafe action.__sigaction_handler.sa_handler
        #endif
        // 'SIG_IGN' is the number 1 instead of a pointer to a function.
        return unsafe unsafeBitCast(handler, to: Int.self) == 1
    }
}
