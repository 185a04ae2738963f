#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// The signals that ask a process to end, held back while something must not be left half done.
///
/// They are blocked, not handled: a handler could do next to nothing, and would need a global
/// variable. What comes meanwhile waits, and takes effect when they are released. Only the thread
/// that holds them back is concerned; those that it starts are like it.
package struct HeldSignals {
    /// Those by which a terminal, a shell or a supervisor ends what it started.
    private static let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

    /// What was blocked before.
    private let earlier: sigset_t

    /// Holds the signals back, and `SIGPIPE` with them: that nobody reads what is printed is no
    /// reason to stop writing files.
    package init() {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for signal in Self.ending + [SIGPIPE] { unsafe sigaddset(&signals, signal) }
        var earlier = sigset_t()
        unsafe pthread_sigmask(SIG_BLOCK, &signals, &earlier)
        self.earlier = earlier
    }

    /// The signal that will end the process when it is released; `nil` if none has come.
    package var waiting: Int32? {
        var pending = sigset_t()
        unsafe sigpending(&pending)
        var earlier = earlier
        return Self.ending.first { signal in
            unsafe sigismember(&pending, signal) == 1 && sigismember(&earlier, signal) == 0
                && !Self.isIgnored(signal)
        }
    }

    /// Lets signals through again; one that waits ends the process here.
    package func release() {
        var earlier = earlier
        unsafe pthread_sigmask(SIG_SETMASK, &earlier, nil)
    }

    /// Whether who started the process wants it to outlive a signal, as `nohup` does.
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
        // 'SIG_IGN' is the number 1 where a function would stand.
        return unsafe unsafeBitCast(handler, to: Int.self) == 1
    }
}
