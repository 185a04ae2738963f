extension Function {
    /// The functions of strings and collections that belong to the language itself.
    static var basics: [Function] {
        [
            Function(
                "contains",
                [text("contains_string", cost: .contains) { Text.contains($0, $1) }]
            ),
            Function(
                "endsWith",
                [text("ends_with_string", cost: .argument) { Text.hasSuffix($0, $1) }]
            ),
            Function(
                "startsWith",
                [text("starts_with_string", cost: .argument) { Text.hasPrefix($0, $1) }]
            ),
            Function(
                "matches",
                [
                    .builtIn("matches", [.string, .string], .bool),
                    .builtIn(
                        "matches_string",
                        member: true,
                        [.string, .string],
                        .bool,
                        cost: .matches
                    ),
                ]
            ),
            Function(
                "size",
                [
                    .global("size_bytes", [.bytes], .int, Value.size),
                    .member("bytes_size", [.bytes], .int, Value.size),
                    .global("size_list", [.list(.a)], .int, Value.size),
                    .member("list_size", [.list(.a)], .int, Value.size),
                    .global("size_map", [.map(.a, .b)], .int, Value.size),
                    .member("map_size", [.map(.a, .b)], .int, Value.size),
                    .global("size_string", [.string], .int, Value.size),
                    .member("string_size", [.string], .int, Value.size),
                ]
            ),
            Function(
                "cel.@mapInsert",
                [
                    .builtIn("@mapInsert_map_key_value", [.map(.k, .v), .k, .v], .map(.k, .v)),
                    .builtIn(
                        "@mapInsert_map_map",
                        [.map(.k, .v), .map(.k, .v)],
                        .map(.k, .v)
                    ),
                ]
            ),
        ]
    }

    /// The functions of patterns that Kubernetes adds.
    static var patterns: [Function] {
        [
            Function(
                "find",
                cost: .find,
                [.builtIn("string_find_string", member: true, [.string, .string], .string)]
            ),
            Function(
                "findAll",
                cost: .find,
                [
                    .builtIn(
                        "string_find_all_string",
                        member: true,
                        [.string, .string],
                        .list(.string)
                    ),
                    .builtIn(
                        "string_find_all_string_int",
                        member: true,
                        [.string, .string, .int],
                        .list(.string)
                    ),
                ]
            ),
        ]
    }

    private static func text(
        _ id: String,
        cost: CallCost,
        _ test: @escaping @Sendable (String, String) -> Bool
    ) -> Overload {
        .member(id, [.string, .string], .bool, cost: cost) { text, argument in
            guard case .string(let text) = text, case .string(let argument) = argument else {
                return .noSuchOverload
            }
            return .bool(test(text, argument))
        }
    }
}

extension Value {
    /// Returns the size of a value as `size()` does.
    static func size(_ value: Value) -> Value {
        value.sizeIfSized.map { .int(Int64($0)) } ?? .error("no such overload: size")
    }

    /// The size of a value that has one: code points, bytes, elements, or keys.
    var sizeIfSized: Int? {
        switch self {
        case .string(let text): Text.count(text)
        case .bytes(let bytes): bytes.count
        case .list(let list): list.count
        case .map(let map): map.count
        case .ip(let address): address.byteCount
        case .cidr(let network): (network.bitCount + 7) / 8
        default: nil
        }
    }
}
