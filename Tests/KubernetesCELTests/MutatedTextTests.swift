import Testing

@testable import KubernetesCEL

/// Texts that nearly are what they should be: nothing may trap, and what is read must be written in
/// a form that is read again.
struct MutatedTextTests {
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    private static let seeds = [
        "1h30m1.5s", "-2562047h47m16.854775808s", "2020-01-01T00:00:00.123456789+01:00", "12.5Mi",
        "-1e30", "9223372036854775807Ei", "192.168.0.1/24", "2001:db8::1.2.3.4/64", "fe80::1%eth0",
        "https://user:pw@[::1]:80/a%20b?x=1&y=%zz#f", "1.2.3-alpha.1+build.2", "v01.2",
        "%s %.3f %d %x %e %b %o %%", "0x1.8p-1074", "1_000.5e-400", "America/New_York", "+99:99",
    ]
    private static let alphabet = Array(
        "0123456789abcdefhimnsuxyzEGKMTZPe+-.:/%[]@?#&=_,v \u{0}\u{7F}é😀\u{FFFD}".unicodeScalars
    )

    private static func mutated(_ seed: String, _ numbers: inout Numbers) -> String {
        var scalars = Array(seed.unicodeScalars)
        for _ in 0..<Int.random(in: 1...4, using: &numbers) {
            let position = Int.random(in: 0...scalars.count, using: &numbers)
            let scalar = alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)]
            switch Int.random(in: 0..<4, using: &numbers) {
            case 0: scalars.insert(scalar, at: position)
            case 1 where position < scalars.count: scalars[position] = scalar
            case 2 where position < scalars.count: scalars.remove(at: position)
            default: scalars = Array(scalars[position...] + scalars[..<position])
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    @Test(arguments: UInt64(1)...8)
    func `no text traps, and what is written is read again`(seed: UInt64) throws {
        var numbers = Numbers(state: seed)
        for _ in 0..<2000 {
            let text = Self.mutated(Self.seeds.randomElement(using: &numbers) ?? "", &numbers)
            try Self.check(text)
        }
    }

    private static func check(_ text: String) throws {
        if let duration = GoDuration(text) {
            _ = DurationText.print(duration.nanoseconds)
            #expect(GoDuration(duration.description) == duration, "\(text)")
        }
        if let time = try? Timestamp(parsing: text) {
            #expect(try Timestamp(parsing: time.description) == time, "\(text)")
            if let zone = try? TimeZone(text) { _ = time.part(.hours, in: zone) }
        }
        if let quantity = Quantity(text) {
            #expect(Quantity(quantity.description) == quantity, "\(text)")
            _ = quantity.adding(quantity)?.subtracting(quantity)?.approximateNumber
        }
        if let address = try? IPAddress(text) {
            #expect(try IPAddress(address.description) == address, "\(text)")
        }
        if let network = try? CIDR(text) {
            #expect(network.contains(network.masked.address), "\(text)")
        }
        if let url = try? URLReference(text) {
            #expect(try URLReference(url.description) == url || url.path.hasPrefix("//"), "\(text)")
            _ = (url.hostname, url.port, url.queryValues)
        }
        if let version = try? SemanticVersion(text, isNormalized: true) {
            #expect(try SemanticVersion(version.description) == version, "\(text)")
        }
        if let number = GoFloat.read(text) { _ = GoFloat.text(number) }
        _ = NamedFormat.allCases.map { $0.errors(in: text) }
        let arguments = List.array([.int(1), .double(1.5), .string(text), .bytes([0xFF]), .null])
        _ = FormatTemplate.format(text, arguments)
    }
}
