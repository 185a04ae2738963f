import CRDRuntime
import CRDYAML
import KubernetesCEL

/// Dates and timestamps as rules read them from strings (k8s.io/kube-openapi,
/// pkg/validation/strfmt).
enum RuleTime {
    /// Returns the start of a day such as `2006-01-02`, in UTC.
    static func date(_ text: String) -> Value {
        if text.utf8.count == 10, let time = Timestamp(text + "T00:00:00Z") {
            return .timestamp(time)
        }
        let reason = "cannot parse \(GoText.quoted(text)) as \"2006\""
        return .error(
            "Invalid date formatted string \(text): parsing time \(GoText.quoted(text)) as "
                + "\"2006-01-02\": \(reason)"
        )
    }

    /// Returns a timestamp; one without a time zone is in UTC.
    static func dateTime(_ text: String) -> Value {
        let text = text.isEmpty ? "1970-01-01T00:00:00Z" : text
        if let time = Timestamp(text) ?? Timestamp(text + "Z") { return .timestamp(time) }
        return .error("Invalid date-time formatted string \(text): \(problem(with: text))")
    }

    /// Returns the error of Go for the last layout that the server tries, which has no time zone.
    private static func problem(with text: String) -> String {
        let bytes = Array(text.utf8)
        let layout = Array("2006-01-02T15:04:05".utf8)
        let quoted = GoText.quoted(text)
        var position = 0
        for (start, name) in [
            (0, "2006"), (4, "-"), (5, "01"), (7, "-"), (8, "02"), (10, "T"), (11, "15"),
            (13, ":"), (14, "04"), (16, ":"), (17, "05"),
        ] {
            position = start
            let isPart = zip(layout[start...], bytes.dropFirst(start)).prefix(name.utf8.count)
                .allSatisfy { $0.isDigit ? $1.isDigit : $0 == $1 }
            guard isPart, bytes.count >= start + name.utf8.count else {
                let rest = GoText.quoted(String(decoding: bytes.dropFirst(start), as: UTF8.self))
                return "parsing time \(quoted) as \"2006-01-02T15:04:05\": cannot parse \(rest) "
                    + "as \"\(name)\""
            }
        }
        position = layout.count
        if position < bytes.count, [UInt8(ascii: "."), UInt8(ascii: ",")].contains(bytes[position])
        {
            let digits = bytes[(position + 1)...].prefix { $0.isDigit }
            if !digits.isEmpty { position = digits.endIndex }
        }
        let rest = GoText.quoted(String(decoding: bytes[position...], as: UTF8.self))
        return "parsing time \(quoted): extra text: \(rest)"
    }
}
