/// Reads IP addresses as Go's `netip.ParseAddr`, with its messages.
package struct AddressReader {
    /// An address that may have a zone.
    package struct Address {
        /// The address without the zone.
        package let value: IPAddress
        /// Whether there is a zone.
        package let hasZone: Bool
    }

    /// The error for a text that is not an address.
    package struct Failure: Error {
        let message: String
    }

    private let allowsLeadingZeros: Bool

    /// Reads an address.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - allowsLeadingZeros: Whether numbers can begin with any number of zeros.
    /// - Returns: The address.
    /// - Throws: `Failure` with a message such as `ParseAddr("1.2.3"): IPv4 address too short`.
    package static func read(
        _ text: ArraySlice<UInt8>,
        allowsLeadingZeros: Bool = false
    ) throws(Failure) -> Address {
        try AddressReader(allowsLeadingZeros: allowsLeadingZeros).read(text)
    }

    private func read(_ text: ArraySlice<UInt8>) throws(Failure) -> Address {
        do throws(Reason) {
            switch text.first(where: { ".:%".utf8.contains($0) }) {
            case UInt8(ascii: "."):
                let value = IPAddress(isIPv4: true, high: 0, low: try readIPv4(text))
                return Address(value: value, hasZone: false)
            case UInt8(ascii: ":"): return try readIPv6(text)
            case nil: throw Reason("unable to parse IP")
            default: throw Reason("missing IPv6 address")
            }
        } catch {
            let place = error.rest.isEmpty ? "" : " (at \(GoText.quoted(error.rest)))"
            throw Failure(message: "ParseAddr(\(GoText.quoted(text))): \(error.message)\(place)")
        }
    }

    private struct Reason: Error {
        let message: String
        /// The text from the error on, if the message has it.
        let rest: ArraySlice<UInt8>

        init(_ message: String, at rest: ArraySlice<UInt8> = []) {
            self.message = message
            self.rest = rest
        }
    }

    private func readIPv4(_ text: ArraySlice<UInt8>) throws(Reason) -> UInt64 {
        var address: UInt64 = 0
        var octet: UInt64 = 0
        var digits = 0
        var dots = 0
        for (position, byte) in zip(text.indices, text) {
            if byte.isDigit {
                if digits == 1, octet == 0, !allowsLeadingZeros {
                    throw Reason("IPv4 field has octet with leading zero")
                }
                octet = octet * 10 + UInt64(byte - 0x30)
                digits += 1
                if octet > 255 { throw Reason("IPv4 field has value >255") }
            } else if byte == UInt8(ascii: ".") {
                guard digits > 0, position + 1 < text.endIndex else {
                    throw Reason(
                        "IPv4 field must have at least one digit",
                        at: text[position...]
                    )
                }
                if dots == 3 { throw Reason("IPv4 address too long") }
                address = address << 8 | octet
                dots += 1
                octet = 0
                digits = 0
            } else {
                throw Reason("unexpected character", at: text[position...])
            }
        }
        if dots < 3 { throw Reason("IPv4 address too short") }
        return address << 8 | octet
    }

    private func readIPv6(_ text: ArraySlice<UInt8>) throws(Reason) -> Address {
        let zone = text.firstIndex(of: UInt8(ascii: "%"))
        if let zone, zone + 1 == text.endIndex {
            throw Reason("zone must be a non-empty string")
        }
        let groups = try readGroups(text[..<(zone ?? text.endIndex)])
        let value = IPAddress(
            isIPv4: false,
            high: groups[..<4].reduce(0) { $0 << 16 | $1 },
            low: groups[4...].reduce(0) { $0 << 16 | $1 }
        )
        return Address(value: value, hasZone: zone != nil)
    }

    /// Reads the eight groups of 16 bits.
    private func readGroups(_ text: ArraySlice<UInt8>) throws(Reason) -> [UInt64] {
        var groups: [UInt64] = []
        var ellipsis: Int?
        var rest = text
        if rest.starts(with: "::".utf8) {
            ellipsis = 0
            rest = rest.dropFirst(2)
        }
        let isOnlyEllipsis = ellipsis != nil && rest.isEmpty
        while !isOnlyEllipsis, groups.count < 8 {
            let digits = rest.prefix { $0.hexadecimalDigit != nil }
            let significant = allowsLeadingZeros ? digits.drop { $0 == UInt8(ascii: "0") } : digits
            if significant.count > 4 {
                throw Reason("each group must have 4 or fewer digits", at: rest)
            }
            if digits.isEmpty {
                throw Reason("each colon-separated field must have at least one digit", at: rest)
            }
            if rest[digits.endIndex...].first == UInt8(ascii: ".") {
                groups += try readEmbeddedIPv4(rest, after: groups.count, ellipsis != nil)
                rest = []
                break
            }
            groups.append(significant.reduce(0) { $0 << 4 | UInt64($1.hexadecimalDigit ?? 0) })
            rest = rest[digits.endIndex...]
            if rest.isEmpty { break }
            try Self.skipColon(&rest)
            if rest.first == UInt8(ascii: ":") {
                if ellipsis != nil { throw Reason("multiple :: in address", at: rest) }
                ellipsis = groups.count
                rest = rest.dropFirst()
                if rest.isEmpty { break }
            }
        }
        if !rest.isEmpty { throw Reason("trailing garbage after address", at: rest) }
        return try Self.expanded(groups, ellipsis)
    }

    private static func skipColon(_ rest: inout ArraySlice<UInt8>) throws(Reason) {
        if rest.first != UInt8(ascii: ":") {
            throw Reason("unexpected character, want colon", at: rest)
        }
        if rest.count == 1 { throw Reason("colon must be followed by more characters", at: rest) }
        rest = rest.dropFirst()
    }

    private func readEmbeddedIPv4(
        _ rest: ArraySlice<UInt8>,
        after count: Int,
        _ hasEllipsis: Bool
    ) throws(Reason) -> [UInt64] {
        if !hasEllipsis, count != 6 {
            throw Reason(
                "embedded IPv4 address must replace the final 2 fields of the address",
                at: rest
            )
        }
        if count > 6 {
            throw Reason(
                "too many hex fields to fit an embedded IPv4 at the end of the address",
                at: rest
            )
        }
        let address = try readIPv4(rest)
        return [address >> 16, address & 0xFFFF]
    }

    /// Returns eight groups, with zeros for the ellipsis.
    private static func expanded(
        _ groups: [UInt64],
        _ ellipsis: Int?
    ) throws(Reason) -> [UInt64] {
        guard groups.count < 8 else {
            if ellipsis != nil {
                throw Reason("the :: must expand to at least one field of zeros")
            }
            return groups
        }
        guard let ellipsis else { throw Reason("address string too short") }
        return groups[..<ellipsis] + [UInt64](repeating: 0, count: 8 - groups.count)
            + groups[ellipsis...]
    }
}
