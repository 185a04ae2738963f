extension Function {
    /// The operators of the language.
    static var operators: [Function] {
        [
            Function(
                "!_",
                [.builtIn("logical_not", [.bool], .bool)]
            ),
            Function(
                "-_",
                [
                    .builtIn("negate_double", [.double], .double),
                    .builtIn("negate_int64", [.int], .int),
                ]
            ),
            Function("@in", contained),
            Function("_in_", contained),
            Function("in", contained),
            Function(
                "@not_strictly_false",
                [.builtIn("not_strictly_false", [.bool], .bool)]
            ),
            Function(
                "__not_strictly_false__",
                [.builtIn("__not_strictly_false__", [.bool], .bool)]
            ),
            Function("_!=_", [.builtIn("not_equals", [.a, .a], .bool, cost: .equality)]),
            Function(
                "_==_",
                [.builtIn("equals", [.a, .a], .bool, cost: .equality)]
            ),
            Function("_&&_", [.builtIn("logical_and", [.bool, .bool], .bool, cost: .logical)]),
            Function("_||_", [.builtIn("logical_or", [.bool, .bool], .bool, cost: .logical)]),
            Function(
                "_?_:_",
                [.builtIn("conditional", [.bool, .a, .a], .a, cost: .conditional)]
            ),
        ] + arithmetic + relations + indexes
    }

    private static var contained: [Overload] {
        [
            .builtIn("in_list", [.a, .list(.a)], .bool, cost: .inList),
            .builtIn("in_map", [.a, .map(.a, .b)], .bool),
        ]
    }

    private static func same(_ id: String, _ type: Signature, cost: CallCost = .one) -> Overload {
        .builtIn(id, [type, type], type, cost: cost)
    }

    private static var arithmetic: [Function] {
        [
            Function(
                "_+_",
                [
                    same("add_bytes", .bytes, cost: .add),
                    same("add_double", .double),
                    same("add_duration_duration", .duration),
                    .builtIn("add_duration_timestamp", [.duration, .timestamp], .timestamp),
                    .builtIn("add_timestamp_duration", [.timestamp, .duration], .timestamp),
                    same("add_int64", .int),
                    .builtIn("add_list", [.list(.a), .list(.a)], .list(.a), cost: .addLists),
                    same("add_string", .string, cost: .add),
                    same("add_uint64", .uint),
                ]
            ),
            Function(
                "_-_",
                [
                    same("subtract_double", .double),
                    same("subtract_duration_duration", .duration),
                    same("subtract_int64", .int),
                    .builtIn("subtract_timestamp_duration", [.timestamp, .duration], .timestamp),
                    .builtIn("subtract_timestamp_timestamp", [.timestamp, .timestamp], .duration),
                    same("subtract_uint64", .uint),
                ]
            ),
            Function("_*_", numbers("multiply")),
            Function("_/_", numbers("divide")),
            Function("_%_", [same("modulo_int64", .int), same("modulo_uint64", .uint)]),
        ]
    }

    private static func numbers(_ name: String) -> [Overload] {
        [
            same("\(name)_double", .double),
            same("\(name)_int64", .int),
            same("\(name)_uint64", .uint),
        ]
    }

    private static var relations: [Function] {
        [
            Function("_<_", relation("less")),
            Function("_<=_", relation("less_equals")),
            Function("_>_", relation("greater")),
            Function("_>=_", relation("greater_equals")),
        ]
    }

    private static func relation(_ name: String) -> [Overload] {
        let types: [(String, Signature, Signature)] = [
            ("bool", .bool, .bool), ("int64", .int, .int), ("int64_double", .int, .double),
            ("int64_uint64", .int, .uint), ("uint64", .uint, .uint),
            ("uint64_double", .uint, .double), ("uint64_int64", .uint, .int),
            ("double", .double, .double), ("double_int64", .double, .int),
            ("double_uint64", .double, .uint), ("string", .string, .string),
            ("bytes", .bytes, .bytes), ("timestamp", .timestamp, .timestamp),
            ("duration", .duration, .duration),
        ]
        return types.map { suffix, first, second in
            let isText = first == .string || first == .bytes
            return .builtIn(
                "\(name)_\(suffix)",
                [first, second],
                .bool,
                cost: isText ? .ordering : .one
            )
        }
    }

    private static var indexes: [Function] {
        [
            Function(
                "_[_]",
                [
                    .builtIn("index_list", [.list(.a), .int], .a),
                    .builtIn("index_map", [.map(.a, .b), .a], .b),
                    .builtIn(
                        "optional_list_index_int",
                        [.optional(.list(.v)), .int],
                        .optional(.v)
                    ),
                    .builtIn(
                        "optional_map_index_value",
                        [.optional(.map(.k, .v)), .k],
                        .optional(.v)
                    ),
                ]
            ),
            Function(
                "_[?_]",
                [
                    .builtIn("list_optindex_optional_int", [.list(.v), .int], .optional(.v)),
                    .builtIn(
                        "optional_list_optindex_optional_int",
                        [.optional(.list(.v)), .int],
                        .optional(.v)
                    ),
                    .builtIn("map_optindex_optional_value", [.map(.k, .v), .k], .optional(.v)),
                    .builtIn(
                        "optional_map_optindex_optional_value",
                        [.optional(.map(.k, .v)), .k],
                        .optional(.v)
                    ),
                ]
            ),
            Function(
                "_?._",
                [.builtIn("select_optional_field", [.dyn, .string], .optional(.v))]
            ),
        ]
    }
}
