extension Function {
    /// Optional values.
    static var optionals: [Function] {
        [
            Function(
                "optional.none",
                [.globalN("optional_none", [], .optional(.v)) { _ in .optional(nil) }]
            ),
            Function(
                "optional.of",
                [.global("optional_of", [.v], .optional(.v)) { .optional($0) }]
            ),
            Function(
                "optional.ofNonZeroValue",
                [
                    .global("optional_ofNonZeroValue", [.v], .optional(.v)) {
                        .optional($0.isZero ? nil : $0)
                    }
                ]
            ),
            Function(
                "optional.unwrap",
                [.global("optional_unwrap", [.list(.optional(.v))], .list(.v), unwrap)]
            ),
            Function(
                "unwrapOpt",
                [.member("optional_unwrapOpt", [.list(.optional(.v))], .list(.v), unwrap)]
            ),
            Function(
                "hasValue",
                [
                    .member("optional_hasValue", [.optional(.v)], .bool) { value in
                        guard case .optional(let wrapped) = value else { return .noSuchOverload }
                        return .bool(wrapped != nil)
                    }
                ]
            ),
            Function(
                "value",
                [
                    .member("optional_value", [.optional(.v)], .v) { value in
                        guard case .optional(let wrapped) = value else { return .noSuchOverload }
                        return wrapped ?? .error("optional.none() dereference")
                    }
                ]
            ),
            Function(
                "or",
                [
                    .builtIn(
                        "optional_or_optional",
                        member: true,
                        [.optional(.v), .optional(.v)],
                        .optional(.v)
                    )
                ]
            ),
            Function(
                "orValue",
                [.builtIn("optional_orValue_value", member: true, [.optional(.v), .v], .v)]
            ),
            Function(
                "first",
                [
                    .member("list_first", [.list(.v)], .optional(.v)) { value in
                        guard case .list(let list) = value else { return .noSuchOverload }
                        return .optional(list.count > 0 ? list[0] : nil)
                    }
                ]
            ),
            Function(
                "last",
                [
                    .member("list_last", [.list(.v)], .optional(.v)) { value in
                        guard case .list(let list) = value else { return .noSuchOverload }
                        return .optional(list.count > 0 ? list[list.count - 1] : nil)
                    }
                ]
            ),
        ]
    }

    private static func unwrap(_ value: Value) -> Value {
        guard case .list(let list) = value else { return .noSuchOverload }
        var result: [Value] = []
        for element in list.elements {
            guard case .optional(let wrapped) = element else { return .noSuchOverload }
            if let wrapped { result.append(wrapped) }
        }
        return .list(result)
    }
}

extension Value {
    /// Whether the value is the zero value of its type.
    var isZero: Bool {
        switch self {
        case .null: true
        case .bool(let value): !value
        case .int(let number): number == 0
        case .uint(let number): number == 0
        case .double(let number): number == 0
        case .string(let text): text.isEmpty
        case .bytes(let bytes): bytes.isEmpty
        case .list(let list): list.count == 0
        case .map(let map): map.count == 0
        case .duration(let nanoseconds): nanoseconds == 0
        case .optional(let wrapped): wrapped == nil
        // The server's zero time is the first moment of year 1.
        case .timestamp(let time): time.seconds == -62_135_596_800 && time.nanoseconds == 0
        case .type, .quantity, .ip, .cidr, .url, .semver, .format, .error: false
        }
    }
}
