/// Functions on IP addresses and networks (k8s.io/apiserver v0.35, pkg/cel/library/ip.go and
/// cidr.go).
extension Function {
    static var addresses: [Function] {
        [
            Function(
                "ip",
                [
                    .global("string_to_ip", [.string], .ip, cost: .parse) { text in
                        guard case .string(let text) = text else { return .noSuchOverload }
                        return address(text)
                    },
                    .member("cidr_ip", [.cidr], .ip) { network in
                        guard case .cidr(let network) = network else { return .noSuchOverload }
                        return .ip(network.address)
                    },
                ]
            ),
            Function("isIP", cost: .parse, [.global("is_ip", [.string], .bool, isIP)]),
            Function(
                "ip.isCanonical",
                cost: .parseTwice,
                [
                    .global("ip_is_canonical", [.string], .bool) { text in
                        guard case .string(let text) = text else { return .noSuchOverload }
                        let value = address(text)
                        guard case .ip(let address) = value else { return value }
                        return .bool(Text.equal(address.description, text))
                    }
                ]
            ),
            property("family", "ip_family", .int) { .int($0.family) },
            property("isGlobalUnicast", "ip_is_global_unicast") { .bool($0.isGlobalUnicast) },
            property("isLinkLocalMulticast", "ip_is_link_local_multicast") {
                .bool($0.isLinkLocalMulticast)
            },
            property("isLinkLocalUnicast", "ip_is_link_local_unicast") {
                .bool($0.isLinkLocalUnicast)
            },
            property("isLoopback", "ip_is_loopback") { .bool($0.isLoopback) },
            property("isUnspecified", "ip_is_unspecified") { .bool($0.isUnspecified) },
        ] + networks + networkContents
    }

    private static func address(_ text: String) -> Value {
        do throws(IPAddress.Failure) {
            return .ip(try IPAddress(text))
        } catch {
            return .error(error.message)
        }
    }

    private static func isIP(_ text: Value) -> Value {
        guard case .string(let text) = text else { return .noSuchOverload }
        return .bool(!address(text).isError)
    }

    private static func property(
        _ name: String,
        _ id: String,
        _ result: Signature = .bool,
        _ value: @escaping @Sendable (IPAddress) -> Value
    ) -> Function {
        Function(
            name,
            cost: .one,
            [
                .member(id, [.ip], result) { address in
                    guard case .ip(let address) = address else { return .noSuchOverload }
                    return value(address)
                }
            ]
        )
    }

    // MARK: - Networks

    private static var networks: [Function] {
        [
            Function(
                "cidr",
                cost: .parse,
                [
                    .global("string_to_cidr", [.string], .cidr) { text in
                        guard case .string(let text) = text else { return .noSuchOverload }
                        return network(text)
                    }
                ]
            ),
            Function(
                "isCIDR",
                cost: .parse,
                [
                    .global("is_cidr", [.string], .bool) { text in
                        guard case .string(let text) = text else { return .noSuchOverload }
                        return .bool(!network(text).isError)
                    }
                ]
            ),
        ]
    }

    private static var networkContents: [Function] {
        [
            Function(
                "containsIP",
                cost: .containsIP,
                [
                    .member("cidr_contains_ip_string", [.cidr, .string], .bool, containsIP),
                    .member("cidr_contains_ip_ip", [.cidr, .ip], .bool, containsIP),
                ]
            ),
            Function(
                "containsCIDR",
                cost: .containsCIDR,
                [
                    .member("cidr_contains_cidr_string", [.cidr, .string], .bool, containsCIDR),
                    .member("cidr_contains_cidr", [.cidr, .cidr], .bool, containsCIDR),
                ]
            ),
            Function(
                "masked",
                cost: .one,
                [
                    .member("cidr_masked", [.cidr], .cidr) { network in
                        guard case .cidr(let network) = network else { return .noSuchOverload }
                        return .cidr(network.masked)
                    }
                ]
            ),
            Function(
                "prefixLength",
                cost: .one,
                [
                    .member("cidr_prefix_length", [.cidr], .int) { network in
                        guard case .cidr(let network) = network else { return .noSuchOverload }
                        return .int(Int64(network.bitCount))
                    }
                ]
            ),
        ]
    }

    private static func network(_ text: String) -> Value {
        do throws(CIDR.Failure) {
            return .cidr(try CIDR(text))
        } catch {
            return .error(error.message)
        }
    }

    /// Returns whether an address, or the address that a text represents, is in a network.
    private static func containsIP(_ network: Value, _ other: Value) -> Value {
        guard case .cidr(let network) = network else { return .noSuchOverload }
        switch other {
        case .ip(let address): return .bool(network.contains(address))
        case .string(let text):
            // The server doesn't return the error of the address.
            guard case .ip(let address) = address(text) else { return .noSuchOverload }
            return .bool(network.contains(address))
        default: return .noSuchOverload
        }
    }

    private static func containsCIDR(_ network: Value, _ other: Value) -> Value {
        guard case .cidr(let network) = network else { return .noSuchOverload }
        switch other {
        case .cidr(let other): return .bool(network.contains(other))
        case .string(let text):
            let value = Self.network(text)
            guard case .cidr(let other) = value else { return value }
            return .bool(network.contains(other))
        default: return .noSuchOverload
        }
    }
}
