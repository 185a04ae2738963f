import CRDYAML

/// Texts that have a `format` of OpenAPI.
///
/// Names and addresses are reserved for documentation by RFC 2606, 5737, 3849 and 7042.
enum FormatSamples {
    /// The number of different texts of a format.
    private static let count = 16
    /// The longest text that is created, as a schema can require millions of characters.
    private static let longest = 1024

    /// Returns different texts of a format, the most usual first.
    ///
    /// - Parameters:
    ///   - format: The format; unknown ones give no texts.
    ///   - minLength: The minimum length. Formats that allow it have texts of this length too.
    /// - Returns: The texts.
    static func texts(of format: String, minLength: Int = 0) -> [String] {
        let usual = (0..<count).compactMap { text(of: format, number: $0) }
        if usual.isEmpty { return [] }
        let lengths = [minLength, minLength + 1, minLength + 2, minLength + 3]
        let others = lengths.filter { 0 < $0 && $0 <= longest }.flatMap {
            texts(of: format, length: $0)
        }
        return usual + others + (shortTexts[format] ?? [])
    }

    /// Returns the text with a number, from 0.
    private static func text(of format: String, number: Int) -> String? {
        let isFirst = number == 0
        let next = String(number + 1)
        let hexadecimal = String(number, radix: 16)
        let day = "2026-01-" + (next.utf8.count == 1 ? "0" : "") + next
        let uuidEnd = String(repeating: "0", count: 12 - hexadecimal.utf8.count) + hexadecimal
        switch format {
        case "byte": return isFirst ? "ZXhhbXBsZQ==" : Base64.encode(Array("example\(next)".utf8))
        case "cidr": return isFirst ? "192.0.2.0/24" : "192.0.2.\(number)/32"
        case "date": return day
        case "date-time", "datetime": return "\(day)T00:00:00Z"
        case "duration": return "\(next)h"
        case "email": return "user\(isFirst ? "" : next)@example.com"
        case "hostname", "idn-hostname": return isFirst ? "example.com" : "host\(next).example.com"
        case "ipv4": return "192.0.2.\(next)"
        case "ipv6": return "2001:db8::\(String(number + 1, radix: 16))"
        case "mac":
            return "00:00:5e:00:53:\(number < 15 ? "0" : "")\(String(number + 1, radix: 16))"
        case "uri": return isFirst ? "https://example.com" : "https://example.com/\(next)"
        case "uuid", "uuid4": return "00000000-0000-4000-8000-\(uuidEnd)"
        case "uuid3": return "00000000-0000-3000-8000-\(uuidEnd)"
        case "uuid5": return "00000000-0000-5000-8000-\(uuidEnd)"
        default: return nil
        }
    }

    /// Returns texts with a length, for formats that allow any length.
    private static func texts(of format: String, length: Int) -> [String] {
        let letters = { (count: Int) in String(repeating: "a", count: max(count, 0)) }
        switch format {
        case "byte":
            let bytes = Array("example".utf8)
            let content = (0..<length / 4 * 3).map { bytes[$0 % bytes.count] }
            return length % 4 == 0 ? [Base64.encode(content)] : []
        case "email":
            return length > 12 ? [letters(length - 12) + "@example.com"] : []
        case "hostname", "idn-hostname":
            // A label has at most 63 characters.
            let labels = stride(from: 0, to: length, by: 64).map { start in
                letters(min(63, length - start))
            }
            return [labels.joined(separator: ".")]
        case "uri":
            return length > 20 ? ["https://example.com/" + letters(length - 20)] : []
        default:
            return []
        }
    }

    /// Format → short texts, for schemas with a small `maxLength`.
    private static let shortTexts = [
        "byte": ["ZXhh"],
        "cidr": ["::/0"],
        "duration": ["0", "1h0m0s"],
        "email": ["a@b.io"],
        "hostname": ["host", "a"],
        "idn-hostname": ["host", "a"],
        "ipv6": ["::1"],
        "uri": ["http://a.io", "/a"],
    ]
}
