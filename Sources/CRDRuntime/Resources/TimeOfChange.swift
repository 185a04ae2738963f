#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

extension Resource {
    /// Returns the current time in nanoseconds since 1970, or `previous + 1` if the clock has not
    /// advanced, so that every change has its own timestamp.
    ///
    /// If `Int` has 32 bits, the time is in seconds.
    public static func _timeOfChange(after previous: Int = 0) -> Int {
        Int(timeOfChange: DateTime.currentTime, after: previous)
    }
}

extension DateTime {
    /// The current time since 1970-01-01T00:00:00Z.
    package static var currentTime: (seconds: Int64, nanoseconds: Int64) {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return (Int64(time.tv_sec), Int64(time.tv_nsec))
    }
}

extension FixedWidthInteger {
    /// Creates a timestamp that is greater than the previous one, unless that is the maximum.
    ///
    /// - Parameters:
    ///   - now: The time since 1970. It is measured in nanoseconds if they fit, else in seconds.
    ///   - previous: The timestamp of the previous change.
    package init(timeOfChange now: (seconds: Int64, nanoseconds: Int64), after previous: Self) {
        let nanoseconds = now.seconds * 1_000_000_000 + now.nanoseconds
        let time = Self(exactly: nanoseconds) ?? Self(clamping: now.seconds)
        self = Swift.max(time, previous == .max ? .max : previous + 1)
    }
}
