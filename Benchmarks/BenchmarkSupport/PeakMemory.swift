package import Foundation

extension rusage {
    /// What the running process has used so far.
    package static func ofThisProcess() -> rusage {
        var usage = rusage()
        #if canImport(Darwin)
        unsafe getrusage(RUSAGE_SELF, &usage)
        #else
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #endif
        return usage
    }

    /// The greatest resident set in bytes; Linux gives kilobytes.
    package var peakMemory: Int {
        #if canImport(Darwin)
        Int(ru_maxrss)
        #else
        Int(ru_maxrss) * 1024
        #endif
    }
}
