import Testing

@testable import KubernetesCEL

struct IPAddressTests {
    @Test(
        arguments: [
            ("192.168.0.1", "192.168.0.1"), ("2001:DB8::1", "2001:db8::1"), ("::", "::"),
            ("::1", "::1"),
            ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("1:0:0:2:3:0:0:4", "1::2:3:0:0:4"),
            ("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"), ("1::", "1::"), ("::1.2.3.4", "::102:304"),
            ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"), ("0001::00ff", "1::ff"),
            ("64:ff9b::1.2.3.4", "64:ff9b::102:304"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
        ]
    )
    func `an address is written in the canonical form`(text: String, written: String) throws {
        #expect(try IPAddress(text).description == written)
    }

    @Test(
        arguments: [
            ("192.168.0.1.0", "IPv4 address too long"), ("1.2.3", "IPv4 address too short"),
            ("01.2.3.4", "IPv4 field has octet with leading zero"),
            ("256.1.1.1", "IPv4 field has value >255"),
            ("1..2.3", #"IPv4 field must have at least one digit (at ".2.3")"#),
            ("1.2.3.", #"IPv4 field must have at least one digit (at ".")"#),
            ("1.2.3.a", #"unexpected character (at "a")"#), ("", "unable to parse IP"),
            ("x", "unable to parse IP"), ("%eth0", "missing IPv6 address"),
            (
                "2001:db8:::68",
                #"each colon-separated field must have at least one digit (at ":68")"#
            ),
            ("1::2::3", #"multiple :: in address (at ":3")"#),
            ("12345::", #"each group must have 4 or fewer digits (at "12345::")"#),
            ("1:2:3:4:5:6:7:8:9", #"trailing garbage after address (at "9")"#),
            ("1:2:3", "address string too short"),
            ("1:2:", #"colon must be followed by more characters (at ":")"#),
            ("1:2:3:4:5:6:7::8", "the :: must expand to at least one field of zeros"),
            ("1:x", #"each colon-separated field must have at least one digit (at "x")"#),
            ("1:2x", #"unexpected character, want colon (at "x")"#),
            (
                "1:2:1.2.3.4",
                #"embedded IPv4 address must replace the final 2 fields of the address (at "1.2.3.4")"#
            ),
            (
                "1:2:3:4:5:6:7:1.2.3.4",
                #"embedded IPv4 address must replace the final 2 fields of the address (at "1.2.3.4")"#
            ),
            (
                "::1:2:3:4:5:6:7:1.2.3.4",
                #"too many hex fields to fit an embedded IPv4 at the end of the address (at "1.2.3.4")"#
            ),
            ("fe80::1%", "zone must be a non-empty string"), ("::1.2.3", "IPv4 address too short"),
        ]
    )
    func `other texts are not addresses`(text: String, reason: String) {
        let error = #expect(throws: IPAddress.Failure.self) { try IPAddress(text) }
        let prefix = "IP Address \"\(text)\" parse error during conversion from string: "
        #expect(error?.message == prefix + "ParseAddr(\"\(text)\"): \(reason)")
    }

    @Test(
        arguments: [
            ("::ffff:1.2.3.4", #"IPv4-mapped IPv6 address "::ffff:1.2.3.4" is not allowed"#),
            ("fe80::1%eth0", #"IP address "fe80::1%eth0" with zone value is not allowed"#),
        ]
    )
    func `zones and mapped addresses are rejected`(text: String, message: String) {
        let error = #expect(throws: IPAddress.Failure.self) { try IPAddress(text) }
        #expect(error?.message == message)
    }

    @Test(
        arguments: [
            ("0.0.0.0", "unspecified"), ("::", "unspecified"), ("127.9.9.9", "loopback"),
            ("::1", "loopback"), ("224.0.0.1", "multicast"), ("ff02::1", "multicast"),
            ("ff12::1", "multicast"), ("169.254.1.1", "unicast"), ("fe80::1", "unicast"),
            ("febf::1", "unicast"), ("10.0.0.1", "global"), ("1.2.3.4", "global"),
            ("2001:db8::1", "global"), ("fd00::1", "global"), ("fec0::1", "global"),
            ("255.255.255.255", ""), ("224.0.1.1", ""), ("ff00::1", ""), ("239.1.1.1", ""),
        ]
    )
    func `an address has the properties that Go defines`(text: String, property: String) throws {
        let address = try IPAddress(text)
        #expect(address.isUnspecified == (property == "unspecified"))
        #expect(address.isLoopback == (property == "loopback"))
        #expect(address.isLinkLocalMulticast == (property == "multicast"))
        #expect(address.isLinkLocalUnicast == (property == "unicast"))
        #expect(address.isGlobalUnicast == (property == "global"))
    }

    @Test func `an address has a family`() throws {
        #expect(try IPAddress("1.2.3.4").family == 4)
        #expect(try IPAddress("::1").family == 6)
        #expect(try IPAddress("::1").byteCount == 16)
    }
}

struct CIDRTests {
    @Test(
        arguments: [
            ("192.168.1.5/24", "192.168.1.0/24"), ("2001:db8:1::/32", "2001:db8::/32"),
            ("1.2.3.4/0", "0.0.0.0/0"), ("1.2.3.4/32", "1.2.3.4/32"), ("ffff::ffff/0", "::/0"),
            ("1:2:3:4:5:6:7:8/64", "1:2:3:4::/64"), ("1:2:3:4:5:6:7:8/128", "1:2:3:4:5:6:7:8/128"),
            ("1:2:3:4:5:6:7:8/65", "1:2:3:4::/65"),
            ("ffff:ffff:ffff:ffff::/63", "ffff:ffff:ffff:fffe::/63"),
        ]
    )
    func `a network is masked`(text: String, masked: String) throws {
        #expect(try CIDR(text).description == text)
        #expect(try CIDR(text).masked.description == masked)
    }

    @Test(
        arguments: [
            ("192.168.0.0/", #"bad bits after slash: """#),
            ("192.168.1.0/024", #"bad bits after slash: "024""#),
            ("1.2.3.4/+8", #"bad bits after slash: "+8""#),
            ("1.2.3.4/-1", #"bad bits after slash: "-1""#),
            ("192.168.1.0/33", "prefix length out of range"),
            ("::/129", "prefix length out of range"),
            ("x", "no '/'"), ("fe80::%eth0/64", "IPv6 zones cannot be present in a prefix"),
            ("1.2.3/8", #"ParseAddr("1.2.3"): IPv4 address too short"#),
            ("1.2.3.4/x", #"bad bits after slash: "x""#),
            ("1.2.3.4/8/8", #"ParseAddr("1.2.3.4/8"): unexpected character (at "/8")"#),
        ]
    )
    func `other texts are not networks`(text: String, reason: String) {
        let error = #expect(throws: CIDR.Failure.self) { try CIDR(text) }
        let prefix = "network address parse error during conversion from string: "
        #expect(error?.message == prefix + prefix + "netip.ParsePrefix(\"\(text)\"): \(reason)")
    }

    @Test func `mapped addresses are rejected`() {
        let error = #expect(throws: CIDR.Failure.self) { try CIDR("::ffff:1.2.3.0/120") }
        #expect(
            error?.message
                == "network address parse error during conversion from string: "
                + #"IPv4-mapped IPv6 address "::ffff:1.2.3.0/120" is not allowed"#
        )
    }

    @Test(
        arguments: [
            ("192.168.0.0/24", "192.168.0.5", true), ("192.168.0.0/24", "192.168.1.5", false),
            ("0.0.0.0/0", "::1", false), ("::/0", "::1", true), ("::/0", "1.2.3.4", false),
            ("192.168.0.9/24", "192.168.0.5", true), ("2001:db8::/33", "2001:db8:8000::", false),
        ]
    )
    func `a network contains addresses`(network: String, address: String, contains: Bool) throws {
        #expect(try CIDR(network).contains(IPAddress(address)) == contains)
    }

    @Test(
        arguments: [
            ("192.168.0.0/24", "192.168.0.0/25", true), ("192.168.0.0/24", "192.168.0.0/23", false),
            ("192.168.0.0/24", "192.169.0.1/32", false), ("192.168.0.7/24", "192.168.0.9/24", true),
            ("0.0.0.0/0", "::/64", false), ("2001:db8::/32", "2001:db8::/33", true),
        ]
    )
    func `a network contains networks`(network: String, other: String, contains: Bool) throws {
        #expect(try CIDR(network).contains(CIDR(other)) == contains)
    }
}
