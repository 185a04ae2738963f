import CRDRuntime

/// IP addresses as k8s.io/utils/net reads them (`ParseIPSloppy`, `ParseCIDRSloppy`): leading zeros
/// of IPv4 are allowed, zones are not.
enum IPAddress {
    /// Whether a text is an IPv4 or IPv6 address.
    static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
        for byte in bytes {
            if byte == UInt8(ascii: ".") { return isIPv4(bytes) }
            if byte == UInt8(ascii: ":") { return isIPv6(bytes) }
        }
        return false
    }

    /// Whether a text is a network: an address, `/` and the number of bits.
    static func isNetwork(_ bytes: [UInt8]) -> Bool {
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return false }
        let address = bytes[..<slash]
        let bits = bytes[(slash + 1)...]
        guard !bits.isEmpty, bits.count <= 8, bits.allSatisfy(\.isDigit),
            let count = Int(String(decoding: bits, as: UTF8.self))
        else { return false }
        if isIPv4(address) { return count <= 32 }
        return isIPv6(address) && count <= 128
    }

    private static func isIPv4(_ bytes: ArraySlice<UInt8>) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                guard !part.isEmpty, part.allSatisfy(\.isDigit) else { return false }
                let number = part.reduce(0) { min($0 * 10 + Int($1) - 0x30, 1000) }
                return number <= 255
            }
    }

    private static func isIPv6(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        var groups = 0
        var hasEllipsis = false
        if rest.starts(with: "::".utf8) {
            hasEllipsis = true
            rest = rest.dropFirst(2)
            if rest.isEmpty { return true }
        }
        while groups < 8 {
            let digits = rest.prefix { $0.isHexDigit }
            let after = rest.dropFirst(digits.count).first
            if after == UInt8(ascii: ".") {
                guard hasEllipsis || groups == 6, groups <= 6, isIPv4(rest) else { return false }
                groups += 2
                rest = []
                break
            }
            guard (1...4).contains(digits.count) else { return false }
            groups += 1
            rest = rest.dropFirst(digits.count)
            if rest.isEmpty { break }
            guard rest.first == UInt8(ascii: ":"), rest.count > 1 else { return false }
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: ":") {
                guard !hasEllipsis else { return false }
                hasEllipsis = true
                rest = rest.dropFirst()
                if rest.isEmpty { break }
            }
        }
        return rest.isEmpty && (hasEllipsis ? groups < 8 : groups == 8)
    }
}
