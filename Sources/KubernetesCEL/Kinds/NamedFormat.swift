/// A format of strings that `format.named` finds (k8s.io/apiserver v0.35, pkg/cel/library/format.go).
public enum NamedFormat: String, CaseIterable, Sendable {
    case dns1123Label, dns1123Subdomain, dns1035Label, qualifiedName
    case dns1123LabelPrefix, dns1123SubdomainPrefix, dns1035LabelPrefix
    case labelValue, uri, uuid, byte, date, datetime

    /// Returns the messages of the server for a text that is not valid; none if it is valid.
    func errors(in text: String) -> [String] {
        switch self {
        case .dns1123Label: NameRule.label.errors(in: text)
        case .dns1123Subdomain: NameRule.subdomain.errors(in: text)
        case .dns1035Label: NameRule.label1035.errors(in: text)
        case .dns1123LabelPrefix: NameRule.label.errors(in: Self.maskingDash(text))
        case .dns1123SubdomainPrefix: NameRule.subdomain.errors(in: Self.maskingDash(text))
        case .dns1035LabelPrefix: NameRule.label1035.errors(in: Self.maskingDash(text))
        case .qualifiedName: NameRule.qualifiedNameErrors(in: text)
        case .labelValue: NameRule.labelValue.errors(in: text)
        case .uri: Self.addressErrors(in: text)
        case .uuid: Self.isUUID(text) ? [] : ["does not match the UUID format"]
        case .byte: Self.isBase64(text) ? [] : ["invalid base64"]
        case .date: Self.isDate(text.utf8[...]) ? [] : ["invalid date"]
        case .datetime: Self.isDateTime(text) ? [] : ["invalid datetime"]
        }
    }

    /// The cost of one step of the pattern of the format, at run time.
    var patternCost: UInt64 {
        switch self {
        case .dns1123Label, .dns1123LabelPrefix, .dns1035Label, .dns1035LabelPrefix: 8
        case .dns1123Subdomain, .dns1123SubdomainPrefix, .qualifiedName: 15
        case .labelValue: 10
        case .uri: 276
        case .uuid, .date, .datetime: 18
        case .byte: 21
        }
    }

    /// Returns a text in which a `-` at the end and the character before it are valid.
    private static func maskingDash(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count > 1, bytes.last == UInt8(ascii: "-") else { return text }
        return String(decoding: bytes.dropLast(2) + [UInt8(ascii: "a")], as: UTF8.self)
    }

    private static func addressErrors(in text: String) -> [String] {
        do throws(URLReference.Failure) {
            _ = try URLReference.request(text)
            return []
        } catch {
            return [error.message]
        }
    }

    /// Whether a text has 32 hexadecimal digits; all dashes are optional.
    private static func isUUID(_ text: String) -> Bool {
        var digits = 0
        var follows = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: "-") {
                guard [8, 12, 16, 20].contains(digits), !follows else { return false }
                follows = true
            } else {
                guard byte.hexadecimalDigit != nil else { return false }
                digits += 1
                follows = false
            }
        }
        return digits == 32
    }

    /// Whether a text is base64 with padding; an empty text is not.
    private static func isBase64(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.count % 4 == 0 else { return false }
        let padding = bytes.reversed().prefix(2).prefix { $0 == UInt8(ascii: "=") }.count
        return bytes.dropLast(padding).allSatisfy {
            $0.isLetterOrDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
        }
    }

    /// Whether a text is a date such as `2006-01-02` that exists in the calendar.
    private static func isDate(_ bytes: Substring.UTF8View) -> Bool {
        // Only year 0 is outside of the range of timestamps.
        guard bytes.count == 10 else { return false }
        do throws(Timestamp.Failure) {
            _ = try Timestamp(parsing: "\(Substring(bytes))T00:00:00Z")
            return true
        } catch {
            return error == .outOfRange
        }
    }

    /// Whether a text is a date, `t`, and a time with a time zone (`strfmt.IsDateTime`).
    ///
    /// The text is split at each `t`, and the text after the second one is ignored. The separator
    /// before the fraction can be any character.
    private static func isDateTime(_ text: String) -> Bool {
        let parts = text.utf8.split(maxSplits: 2, omittingEmptySubsequences: false) {
            $0 | 0x20 == UInt8(ascii: "t")
        }
        guard parts.count >= 2, isDate(parts[0]) else { return false }
        let time = Array(parts[1])
        guard NameRule.time.isMatch(String(decoding: time.map(Self.lowercased), as: UTF8.self))
        else { return false }
        let limits = [(0, "23"), (3, "59"), (6, "59")]
        return limits.allSatisfy { position, limit in
            !limit.utf8.lexicographicallyPrecedes(time[position...position + 1])
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { byte.isUppercase ? byte | 0x20 : byte }
}
