import CRDRegularExpressions
import CRDRuntime
import KubernetesCEL

/// A format of strings that the API server checks.
///
/// The server supports these values of `format` (`supportedVersionedFormats` of
/// apiextensions-apiserver v0.35, pkg/apiserver/validation) and ignores all others. The rule of
/// each format is that of k8s.io/kube-openapi/pkg/validation/strfmt, which often differs from the
/// standard of the same name.
package enum StringFormat: String, Sendable {
    case bsonobjectid, uri, email, hostname, ipv4, ipv6, cidr, mac
    case uuid, uuid3, uuid4, uuid5, isbn, isbn10, isbn13, creditcard, ssn, hexcolor, rgbcolor
    case byte, password, date, duration, datetime
    case shortName = "k8sshortname"
    case longName = "k8slongname"

    /// Creates a format; returns `nil` for a format that the server ignores.
    ///
    /// - Parameter name: The name in the schema; `-` is ignored.
    package init?(name: String) {
        self.init(rawValue: String(name.filter { $0 != "-" }))
    }

    /// Whether a string is valid in the format.
    func allows(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        switch self {
        case .bsonobjectid: return bytes.count == 24 && bytes.allSatisfy(\.isHexDigit)
        case .uri: return (try? URLReference.request(text)) != nil  // only whether it is one counts
        case .email: return MailAddress.isValid(text)
        case .hostname: return Self.isHostname(text)
        case .ipv4: return bytes.contains(UInt8(ascii: ".")) && Self.isAddress(bytes[...])
        case .ipv6: return bytes.contains(UInt8(ascii: ":")) && Self.isAddress(bytes[...])
        case .cidr: return Self.isNetwork(bytes)
        case .mac: return Self.isMAC(bytes)
        case .uuid: return Self.isUUID(bytes, version: nil)
        case .uuid3: return Self.isUUID(bytes, version: UInt8(ascii: "3"))
        case .uuid4: return Self.isUUID(bytes, version: UInt8(ascii: "4"))
        case .uuid5: return Self.isUUID(bytes, version: UInt8(ascii: "5"))
        case .isbn: return Checksum.isISBN10(bytes) || Checksum.isISBN13(bytes)
        case .isbn10: return Checksum.isISBN10(bytes)
        case .isbn13: return Checksum.isISBN13(bytes)
        case .creditcard: return Checksum.isCreditCard(bytes)
        case .ssn: return FormatPatterns.ssn.matches(text)
        case .hexcolor: return FormatPatterns.hexcolor.matches(text)
        case .rgbcolor: return FormatPatterns.rgbcolor.matches(text)
        case .byte: return Self.isBase64(bytes)
        case .password: return true
        case .date: return GoTime.isDate(bytes[...])
        case .duration: return GoTime.isDuration(text)
        case .datetime: return GoTime.isDateTime(bytes)
        case .shortName: return NameSyntax.labelErrors(text).isEmpty
        case .longName: return NameSyntax.subdomainErrors(text).isEmpty
        }
    }

    /// Whether a text is a host name.
    ///
    /// The labels together have at most 255 bytes, and each has at most 63.
    private static func isHostname(_ text: String) -> Bool {
        guard text.utf8.count <= 255, FormatPatterns.hostname.matches(text) else { return false }
        return text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { $0.count <= 63 }
    }

    /// Whether a text is an IP address without a zone (`ParseIPSloppy` of k8s.io/utils/net).
    static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool { address(bytes) != nil }

    private static func address(_ bytes: ArraySlice<UInt8>) -> IPAddress? {
        // Only whether it is one counts.
        guard let address = try? AddressReader.read(bytes, allowsLeadingZeros: true),
            !address.hasZone
        else { return nil }
        return address.value
    }

    /// Whether a text is a network: an address, `/`, and the number of bits (`ParseCIDRSloppy`).
    private static func isNetwork(_ bytes: [UInt8]) -> Bool {
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")),
            let address = address(bytes[..<slash])
        else { return false }
        let bits = bytes[(slash + 1)...]
        guard !bits.isEmpty, bits.count <= 8, bits.allSatisfy(\.isDigit),
            let count = Int(String(decoding: bits, as: UTF8.self))
        else { return false }
        return count <= address.byteCount * 8
    }

    /// Whether Go's `net.ParseMAC` accepts a text: 6, 8 or 20 bytes, separated by `:` or `-`, or
    /// pairs separated by `.`.
    private static func isMAC(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 14 else { return false }
        let isDotted = bytes[4] == UInt8(ascii: ".")
        let separator = isDotted ? bytes[4] : bytes[2]
        guard isDotted || separator == UInt8(ascii: ":") || separator == UInt8(ascii: "-") else {
            return false
        }
        let parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
        let digits = isDotted ? 4 : 2
        let count = parts.count * digits / 2
        return [6, 8, 20].contains(count)
            && parts.allSatisfy { $0.count == digits && $0.allSatisfy(\.isHexDigit) }
    }

    /// Whether a text is a UUID: 32 hexadecimal digits.
    ///
    /// All dashes are optional.
    private static func isUUID(_ bytes: [UInt8], version: UInt8?) -> Bool {
        var digits: [UInt8] = []
        for byte in bytes {
            if byte == UInt8(ascii: "-") {
                guard [8, 12, 16, 20].contains(digits.count) else { return false }
            } else {
                guard byte.isHexDigit else { return false }
                digits.append(byte)
            }
        }
        guard digits.count == 32, bytes.count <= 36, !bytes.containsDoubleDash else { return false }
        guard let version else { return true }
        let hasVariant = version == UInt8(ascii: "3") || "89ABab".utf8.contains(digits[16])
        return digits[12] == version && hasVariant
    }

    /// Whether a text is base64: groups of four with padding.
    ///
    /// An empty string is not valid.
    private static func isBase64(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty, bytes.count % 4 == 0 else { return false }
        let padding = bytes.suffix(2).filter { $0 == UInt8(ascii: "=") }.count
        guard padding == 0 || bytes.last == UInt8(ascii: "=") else { return false }
        return bytes.dropLast(padding).allSatisfy {
            $0.isLetterOrDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
        }
    }
}

/// The patterns of formats that the server also implements as patterns.
private enum FormatPatterns {
    static let ssn = pattern(#"^\d{3}[- ]\d{2}[- ]\d{4}$"#)
    static let hexcolor = pattern("^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")
    static let rgbcolor: Pattern = {
        let part = #"\s*(0|[1-9]\d?|1\d\d?|2[0-4]\d|25[0-5])\s*"#
        return pattern(#"^rgb\("# + [part, part, part].joined(separator: ",") + #"\)$"#)
    }()
    static let hostname: Pattern = {
        let letter = #"a-zA-Z0-9\p{S}\p{L}"#
        let single = #"[\#(letter)]((-?[\#(letter)]{0,62})?)"#
        let label = #"([\#(letter)](([\#(letter)-]{0,61}[\#(letter)])?)(\.)){1,}"#
        return pattern("^(\(single)|\(label)([a-zA-Z\\p{L}]){2,63})$")
    }()

    private static func pattern(_ text: String) -> Pattern {
        do throws(PatternError) {
            return try Pattern(text)
        } catch {
            preconditionFailure("a pattern of the server is invalid: \(error)")
        }
    }
}

extension [UInt8] {
    fileprivate var containsDoubleDash: Bool {
        zip(self, dropFirst()).contains { $0 == UInt8(ascii: "-") && $1 == UInt8(ascii: "-") }
    }
}
