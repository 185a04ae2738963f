/// An IP address without a zone, as Go's `netip.Addr`.
///
/// IPv4 addresses that are mapped to IPv6 do not occur.
public struct IPAddress: Hashable, Sendable {
    /// The error for a text that is not an address, with the message of the server.
    struct Failure: Error {
        let message: String
    }

    let isIPv4: Bool
    /// The upper 64 bits of an IPv6 address.
    let high: UInt64
    /// The lower 64 bits of an IPv6 address, or the 32 bits of an IPv4 address.
    let low: UInt64

    init(isIPv4: Bool, high: UInt64, low: UInt64) {
        self.isIPv4 = isIPv4
        self.high = high
        self.low = low
    }

    /// Reads an address such as `192.168.0.1` or `2001:db8::1`.
    ///
    /// - Throws: `Failure` if Go rejects the text, and if there is a zone or a mapped address.
    init(_ text: String) throws(Failure) {
        let address: AddressReader.Address
        do throws(AddressReader.Failure) {
            address = try AddressReader.read(Array(text.utf8)[...])
        } catch {
            throw Failure(
                message: "IP Address \(GoText.quoted(text)) parse error during conversion from "
                    + "string: \(error.message)"
            )
        }
        if address.hasZone {
            throw Failure(
                message: "IP address \(GoText.quoted(text)) with zone value is not allowed"
            )
        }
        if address.value.isMapped {
            throw Failure(
                message: "IPv4-mapped IPv6 address \(GoText.quoted(text)) is not allowed"
            )
        }
        self = address.value
    }

    /// 4 or 6.
    var family: Int64 { isIPv4 ? 4 : 6 }

    /// The number of bytes.
    package var byteCount: Int { isIPv4 ? 4 : 16 }

    /// Whether this is an IPv6 address that represents one of IPv4, such as `::ffff:1.2.3.4`.
    var isMapped: Bool { !isIPv4 && high == 0 && low >> 32 == 0xFFFF }

    var isUnspecified: Bool { high == 0 && low == 0 }

    var isLoopback: Bool { isIPv4 ? low >> 24 == 127 : high == 0 && low == 1 }

    private var isMulticast: Bool { isIPv4 ? low >> 28 == 0xE : high >> 56 == 0xFF }

    var isLinkLocalMulticast: Bool {
        isIPv4 ? low >> 8 == 0xE0_00_00 : high >> 48 & 0xFF0F == 0xFF02
    }

    var isLinkLocalUnicast: Bool {
        isIPv4 ? low >> 16 == 0xA9_FE : high >> 54 == 0xFE80 >> 6
    }

    /// Whether packets can be sent to exactly one host: also a host in a private network.
    var isGlobalUnicast: Bool {
        let isBroadcast = isIPv4 && low == 0xFFFF_FFFF
        return !isUnspecified && !isBroadcast && !isLoopback && !isMulticast
            && !isLinkLocalUnicast
    }

    /// Returns the address with zeros behind some bits.
    func masked(bits: Int) -> Self {
        if isIPv4 { return Self(isIPv4: true, high: 0, low: low & ~(0xFFFF_FFFF >> UInt64(bits))) }
        return Self(
            isIPv4: false,
            high: high & ~Self.lowerOnes(64 - bits),
            low: low & ~Self.lowerOnes(128 - bits)
        )
    }

    /// Returns a number in which so many of the lower bits are 1.
    private static func lowerOnes(_ count: Int) -> UInt64 {
        count >= 64 ? .max : count <= 0 ? 0 : 1 << UInt64(count) - 1
    }
}

extension IPAddress: CustomStringConvertible {
    /// The canonical form: lowercase letters, no leading zeros, and `::` for the first longest run
    /// of zeros.
    public var description: String {
        if isIPv4 {
            return [24, 16, 8, 0].map { String(low >> UInt64($0) & 0xFF) }.joined(separator: ".")
        }
        let groups = [high, low].flatMap { half in
            [48, 32, 16, 0].map { half >> UInt64($0) & 0xFFFF }
        }
        var run = 0..<0
        for start in groups.indices {
            let end = groups[start...].firstIndex { $0 != 0 } ?? groups.endIndex
            if end - start > max(run.count, 1) { run = start..<end }
        }
        let texts = groups.map { String($0, radix: 16) }
        guard !run.isEmpty else { return texts.joined(separator: ":") }
        return texts[..<run.lowerBound].joined(separator: ":") + "::"
            + texts[run.upperBound...].joined(separator: ":")
    }
}
