extension Function {
    /// Conversions between types.
    static var conversions: [Function] {
        [
            conversion(
                "bool",
                .bool,
                Value.toBool,
                [("bool_to_bool", .bool), ("string_to_bool", .string)]
            ),
            Function(
                "bytes",
                [
                    .global("bytes_to_bytes", [.bytes], .bytes, Value.toBytes),
                    .global(
                        "string_to_bytes",
                        [.string],
                        .bytes,
                        cost: .stringToBytes,
                        Value.toBytes
                    ),
                ]
            ),
            conversion(
                "double",
                .double,
                Value.toDouble,
                [
                    ("double_to_double", .double), ("int64_to_double", .int),
                    ("string_to_double", .string), ("uint64_to_double", .uint),
                ]
            ),
            conversion(
                "duration",
                .duration,
                Value.toDuration,
                [
                    ("duration_to_duration", .duration), ("int64_to_duration", .int),
                    ("string_to_duration", .string),
                ]
            ),
            Function("dyn", [.global("to_dyn", [.a], .dyn, cost: .dyn) { $0 }]),
            conversion(
                "int",
                .int,
                Value.toInt,
                [
                    ("int64_to_int64", .int), ("double_to_int64", .double),
                    ("duration_to_int64", .duration), ("string_to_int64", .string),
                    ("timestamp_to_int64", .timestamp), ("uint64_to_int64", .uint),
                ]
            ),
            textConversion,
            conversion(
                "timestamp",
                .timestamp,
                Value.toTimestamp,
                [
                    ("timestamp_to_timestamp", .timestamp), ("int64_to_timestamp", .int),
                    ("string_to_timestamp", .string),
                ]
            ),
            Function("type", [.global("type", [.a], .type(.a)) { .type($0.kindName) }]),
            conversion(
                "uint",
                .uint,
                Value.toUint,
                [
                    ("uint64_to_uint64", .uint), ("double_to_uint64", .double),
                    ("int64_to_uint64", .int), ("string_to_uint64", .string),
                ]
            ),
        ]
    }

    private static func conversion(
        _ name: String,
        _ result: Signature,
        _ convert: @escaping @Sendable (Value) -> Value,
        _ overloads: [(id: String, parameter: Signature)]
    ) -> Function {
        Function(name, overloads.map { .global($0.id, [$0.parameter], result, convert) })
    }

    private static var textConversion: Function {
        let overloads: [(String, Signature, CallCost)] = [
            ("string_to_string", .string, .one), ("bool_to_string", .bool, .one),
            ("bytes_to_string", .bytes, .bytesToString), ("double_to_string", .double, .one),
            ("duration_to_string", .duration, .one), ("int64_to_string", .int, .one),
            ("timestamp_to_string", .timestamp, .one), ("uint64_to_string", .uint, .one),
            ("ip_to_string", .ip, .one), ("cidr_to_string", .cidr, .one),
        ]
        return Function(
            "string",
            overloads.map { .global($0.0, [$0.1], .string, cost: $0.2, Value.toText) }
        )
    }
}
