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
    /// The time now in nanoseconds since 1970, or one more than `previous` where the clock has not
    /// gone on since, so that every change has a time of its own.
    public static func timeOfChange(after previous: Int = 0) -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        let now = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
        return max(now, previous + 1)
    }
}
