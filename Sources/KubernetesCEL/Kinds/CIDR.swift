/// A network: an address and the number of bits that all its addresses share.
///
/// The other bits of the address can be set too, as in `192.168.1.5/24`.
public struct CIDR: Hashable, Sendable {
    /// The error for a text that is not a network, with the message of the server.
    struct Failure: Error {
        let message: String
    }

    let address: IPAddress
    let bitCount: Int

    private init(address: IPAddress, bitCount: Int) {
        self.address = address
        self.bitCount = bitCount
    }

    /// Reads a network such as `192.168.0.0/24`.
    ///
    /// - Throws: `Failure` if Go's `netip.ParsePrefix` rejects the text, and if the address is one
    ///   of IPv4 that is mapped to IPv6.
    init(_ text: String) throws(Failure) {
        do throws(Failure) {
            self = try Self.parsed(text)
        } catch {
            // The server adds this twice.
            let prefix = "network address parse error during conversion from string: "
            let message = "netip.ParsePrefix(\(GoText.quoted(text))): \(error.message)"
            throw Failure(message: prefix + prefix + message)
        }
        if address.isMapped {
            throw Failure(
                message: "network address parse error during conversion from string: IPv4-mapped "
                    + "IPv6 address \(GoText.quoted(text)) is not allowed"
            )
        }
    }

    private static func parsed(_ text: String) throws(Failure) -> Self {
        let bytes = Array(text.utf8)
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
            throw Failure(message: "no '/'")
        }
        let address: AddressReader.Address
        do throws(AddressReader.Failure) {
            address = try AddressReader.read(bytes[..<slash])
        } catch {
            throw Failure(message: error.message)
        }
        if address.hasZone {
            throw Failure(message: "IPv6 zones cannot be present in a prefix")
        }
        let bits = bytes[(slash + 1)...]
        let hasLeadingZero = bits.count > 1 && bits.first == UInt8(ascii: "0")
        guard !bits.isEmpty, bits.allSatisfy(\.isDigit), !hasLeadingZero,
            let count = Int(String(decoding: bits, as: UTF8.self))
        else { throw Failure(message: "bad bits after slash: \(GoText.quoted(bits))") }
        guard count <= address.value.byteCount * 8 else {
            throw Failure(message: "prefix length out of range")
        }
        return Self(address: address.value, bitCount: count)
    }

    /// The network with zeros in all other bits of the address.
    var masked: Self { Self(address: address.masked(bits: bitCount), bitCount: bitCount) }

    /// Returns whether an address is in the network.
    func contains(_ other: IPAddress) -> Bool {
        other.isIPv4 == address.isIPv4
            && other.masked(bits: bitCount) == address.masked(bits: bitCount)
    }

    /// Returns whether all addresses of a network are in this one.
    func contains(_ other: Self) -> Bool {
        bitCount <= other.bitCount && contains(other.address)
    }
}

extension CIDR: CustomStringConvertible {
    /// The address, `/`, and the number of bits.
    public var description: String { "\(address)/\(bitCount)" }
}
