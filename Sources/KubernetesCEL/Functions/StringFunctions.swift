/// Functions on strings (cel-go 0.26, ext/strings.go, version 2); all positions count code points.
extension Function {
    static var strings: [Function] { textPositions + textParts + newTexts }

    private static var textPositions: [Function] {
        typealias Code = StringFunctions
        return [
            Function(
                "charAt",
                [.member("string_char_at_int", [.string, .int], .string, Code.charAt)]
            ),
            Function(
                "indexOf",
                cost: .traverse,
                [
                    .member("string_index_of_string", [.string, .string], .int) {
                        Code.indexOf([$0, $1, .int(0)])
                    },
                    .memberN(
                        "string_index_of_string_int",
                        [.string, .string, .int],
                        .int,
                        Code.indexOf
                    ),
                ]
            ),
            Function(
                "lastIndexOf",
                cost: .traverse,
                [
                    .member(
                        "string_last_index_of_string",
                        [.string, .string],
                        .int,
                        Code.lastIndexOf
                    ),
                    .memberN(
                        "string_last_index_of_string_int",
                        [.string, .string, .int],
                        .int,
                        Code.lastIndexOf
                    ),
                ]
            ),
        ]
    }

    private static var textParts: [Function] {
        typealias Code = StringFunctions
        let ranged: [Signature] = [.string, .int, .int]
        let limited: [Signature] = [.string, .string, .int]
        return [
            Function(
                "substring",
                cost: .scan,
                [
                    .member("string_substring_int", [.string, .int], .string, Code.suffix),
                    .memberN("string_substring_int_int", ranged, .string, Code.substring),
                ]
            ),
            Function(
                "split",
                cost: .split,
                [
                    .member("string_split_string", [.string, .string], .list(.string)) {
                        Code.split([$0, $1, .int(-1)])
                    },
                    .memberN("string_split_string_int", limited, .list(.string), Code.split),
                ]
            ),
            Function(
                "join",
                cost: .join,
                [
                    .member("list_join", [.list(.string)], .string) { Code.join($0, .string("")) },
                    .member("list_join_string", [.list(.string), .string], .string, Code.join),
                ]
            ),
            text("trim", "string_trim", Code.trim),
            text("lowerAscii", "string_lower_ascii") { text in
                Code.mapped(text) { $0.isUppercase ? $0 | 0x20 : $0 }
            },
            text("upperAscii", "string_upper_ascii") { text in
                Code.mapped(text) { $0.isLowercase ? $0 & ~0x20 : $0 }
            },
        ]
    }

    private static func text(
        _ name: String,
        _ id: String,
        _ code: @escaping @Sendable (Value) -> Value
    ) -> Function {
        Function(name, cost: .scan, [.member(id, [.string], .string, code)])
    }

    private static var newTexts: [Function] {
        typealias Code = StringFunctions
        let texts: [Signature] = [.string, .string, .string]
        return [
            Function(
                "replace",
                cost: .replace,
                [
                    .memberN("string_replace_string_string", texts, .string) {
                        Code.replace($0 + [.int(-1)])
                    },
                    .memberN(
                        "string_replace_string_string_int",
                        texts + [.int],
                        .string,
                        Code.replace
                    ),
                ]
            ),
            Function(
                "format",
                [
                    .member(
                        "string_format",
                        [.string, .list(.dyn)],
                        .string,
                        cost: .format,
                        Code.format
                    )
                ]
            ),
            Function(
                "strings.quote",
                [.global("strings_quote", [.string], .string, cost: .quote, Code.quote)]
            ),
        ]
    }
}
