/// A time span as `kubectl get` shows it (`duration.HumanDuration` of apimachinery v0.35).
enum ElapsedTime {
    /// Returns a short text with one or two units: `95s`, `3m20s`, `5h`, `2d3h`, `1y40d`.
    ///
    /// A negative span is `<invalid>`, except for differences of clocks of less than two seconds.
    static func text(_ duration: Duration) -> String {
        let seconds = duration.components.seconds
        if seconds < -1 { return "<invalid>" }
        let (minutes, hours) = (seconds / 60, seconds / 3600)
        let (days, years) = (hours / 24, hours / 24 / 365)
        switch seconds {
        case ..<0: return "0s"
        case ..<120: return "\(seconds)s"
        case ..<600: return text(minutes, "m", seconds % 60, "s")
        case ..<10_800: return "\(minutes)m"
        case ..<28_800: return text(hours, "h", minutes % 60, "m")
        case ..<172_800: return "\(hours)h"
        case ..<691_200: return text(days, "d", hours % 24, "h")
        case ..<63_072_000: return "\(days)d"
        case ..<252_288_000: return text(years, "y", days % 365, "d")
        default: return "\(years)y"
        }
    }

    private static func text(_ large: Int64, _ unit: String, _ small: Int64, _ rest: String)
        -> String
    {
        small == 0 ? "\(large)\(unit)" : "\(large)\(unit)\(small)\(rest)"
    }
}
