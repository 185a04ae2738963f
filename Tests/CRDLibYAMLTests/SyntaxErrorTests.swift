import CRDLibYAML
import CRDYAML
import TestSupport
import Testing

struct SyntaxErrorTests {
    @Test(arguments: [
        (
            "a: b1️⃣: c",
            "1️⃣ error: mapping values are not allowed in this context; "
                + "quote the value if ':' is part of it"
        ),
        (
            "a: 1\n b1️⃣: 2",
            "1️⃣ error: mapping values are not allowed in this context; "
                + "the line is indented more than line 1, which has a value already"
        ),
        ("key\nb1️⃣: 1", "1️⃣ error: mapping values are not allowed in this context"),
        (
            "a:\n    b: 1\n  1️⃣c: 2",
            "1️⃣ error: did not find expected key, "
                + "while parsing a block mapping that begins on line 1, column 1; "
                + "check the indentation, no line above begins in column 3"
        ),
        (
            "- a\n1️⃣b: 1",
            "1️⃣ error: did not find expected '-' indicator, "
                + "while parsing a block collection that begins on line 1, column 1"
        ),
        (
            "a: |1️⃣x",
            "1️⃣ error: did not find expected comment or line break, "
                + "while scanning a block scalar that begins on line 1, column 4"
        ),
        ("1️⃣...\n", "1️⃣ error: did not find expected node content"),
        ("a: 1\n--- b\n... 1️⃣c\n", "1️⃣ error: did not find expected <document start>"),
        ("1️⃣%YAML 2.0\n---\na", "1️⃣ error: found incompatible YAML document"),
        (
            "a: \"1️⃣\\q\"",
            "1️⃣ error: found unknown escape character, "
                + "while parsing a quoted scalar that begins on line 1, column 4"
        ),
        ("a: 1️⃣!x!y z", "1️⃣ error: found undefined tag handle"),
        ("{\"a\": 1}1️⃣}", "1️⃣ error: did not find expected <document start>"),
        (
            "{\"a\" 1️⃣1}",
            "1️⃣ error: did not find expected ',' or '}', "
                + "while parsing a flow mapping that begins on line 1, column 1"
        ),
    ])
    func `bad syntax is told in libyaml's words`(text: String, expected: String) {
        #expect(fault(text) == expected)
    }

    @Test(arguments: [
        (
            "a:\n1️⃣\tb: 1",
            "1️⃣ error: found character that cannot start any token: a tab, expected spaces"
        ),
        ("1️⃣\ta: 1", "1️⃣ error: found character that cannot start any token: a tab, expected spaces"),
        (
            "a: |\n1️⃣\tx\n",
            "1️⃣ error: found a tab character where an indentation space is expected, "
                + "while scanning a block scalar that begins on line 1, column 4"
        ),
    ])
    func `a tab cannot indent`(text: String, expected: String) {
        #expect(fault(text) == expected)
    }

    @Test(arguments: [
        (
            "a: [1, 2\n1️⃣",
            "1️⃣ error: did not find expected ',' or ']', "
                + "while parsing a flow sequence that begins on line 1, column 4"
        ),
        (
            "{\"a\":\n {\"b\": 1\n1️⃣",
            "1️⃣ error: did not find expected ',' or '}', "
                + "while parsing a flow mapping that begins on line 2, column 2"
        ),
        (
            "a: 'x\n1️⃣",
            "1️⃣ error: found unexpected end of stream, "
                + "while scanning a quoted scalar that begins on line 1, column 4"
        ),
        (
            "a: 1\nb\n1️⃣",
            "1️⃣ error: could not find expected ':', "
                + "while scanning a simple key that begins on line 2, column 1"
        ),
    ])
    func `a text that is cut off is an error at its end`(text: String, expected: String) {
        #expect(fault(text) == expected)
    }

    @Test(arguments: [
        ("a: 1️⃣@x", "1️⃣ error: found character that cannot start any token: '@', quote the value"),
        ("a: 1️⃣`x`", "1️⃣ error: found character that cannot start any token: '`', quote the value"),
        (
            "- [x, 1️⃣%y]",
            "1️⃣ error: found character that cannot start any token: '%', quote the value"
        ),
        (
            "a: 1️⃣]",
            "1️⃣ error: did not find expected node content; quote the value if ']' is part of it"
        ),
        (
            "a: 1️⃣- b",
            "1️⃣ error: block sequence entries are not allowed in this context; "
                + "quote the value if '-' is part of it"
        ),
        ("a: 1️⃣*x y", "1️⃣ error: unknown anchor 'x'; quote the value if '*' is part of it"),
        (
            "a: *1️⃣.example.com",
            "1️⃣ error: did not find expected alphabetic or numeric character, while scanning an "
                + "alias that begins on line 1, column 4; quote the value if '*' is part of it"
        ),
        (
            "a: &1️⃣",
            "1️⃣ error: did not find expected alphabetic or numeric character, while scanning an "
                + "anchor that begins on line 1, column 4; quote the value if '&' is part of it"
        ),
    ])
    func `a character with a meaning in YAML is named`(text: String, expected: String) {
        #expect(fault(text) == expected)
    }

    @Test(arguments: [
        "a:\n  b: c\n  ---\n1️⃣a: d", "a:\n  - b\n 1️⃣---\na: d", " ---\na1️⃣: 1\nb: 2",
        "a:\n  b: c\n  ---\n1️⃣# comment\n\na: d", "a: 1\n----\n1️⃣b: 2", "a: 1\n--\n1️⃣b: 2",
        "a: 1\n—-\n1️⃣b: 2",
    ])
    func `a line that is nearly a separator is pointed at`(text: String) throws {
        let lines = text.replacing("1️⃣", with: "").split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let separator = try #require(lines.firstIndex { $0.allSatisfy { " -—".contains($0) } })
        let message = try #require(fault(text))
        #expect(message.hasPrefix("1️⃣ error: "))
        #expect(
            message.hasSuffix(
                "; line \(separator + 1) is '\(lines[separator])', expected '---' at the start of the "
                    + "line"
            ),
            "\(message)"
        )
    }

    @Test(arguments: [
        "a: 1\n---\n\u{FEFF}a: 2\n1️⃣b: 3", "a: 1\n\u{FEFF}1️⃣---\na: 2",
        "{\"a\": 1}\n\u{FEFF}1️⃣{\"b\": 2}",
    ])
    func `a byte order mark between files is named by its code point`(text: String) throws {
        let message = try #require(fault(text))
        #expect(message.hasPrefix("1️⃣ error: did not find expected "))
        #expect(message.contains(" has U+FEFF, a byte order mark, which is only allowed at the "))
    }

    @Test func `a merge conflict is called one`() throws {
        let message = try #require(fault("a: 1\n<<<<<<< HEAD\n1️⃣b: 2\n=======\nb: 3\n"))
        #expect(message.hasPrefix("1️⃣ error: could not find expected ':'"))
        #expect(message.hasSuffix("; line 2 looks like an unresolved merge conflict of Git"))
    }

    @Test(arguments: [
        ("a:\n- b: 1\n  c: 2\n 1️⃣- b: 3", "the '-' is in column 2, expected column 1 as on line 2"),
        ("a:\n  - b\n 1️⃣- c", "the '-' is in column 2, expected column 3 as on line 2"),
        ("a:\n   b: 1\n  1️⃣c: 2", "check the indentation, no line above begins in column 3"),
    ])
    func `a wrong indentation is compared with the lines above`(
        text: String,
        hint: String
    ) throws {
        let message = try #require(fault(text))
        #expect(message.hasPrefix("1️⃣ error: did not find expected "))
        #expect(message.hasSuffix("; \(hint)"), "\(message)")
    }

    private static let hint = "; the line looks like a template, which must be rendered first"

    @Test(arguments: [
        ("a:\n  b: {1️⃣{ .Values.x }}", "1️⃣ error: a mapping cannot be a key, expected a scalar"),
        ("{1️⃣{- if .Values.x }}\na: 1\n", "1️⃣ error: a mapping cannot be a key, expected a scalar"),
        (
            "a: 1\n{{ include \"x\" . }}\n1️⃣c: 1\n",
            "1️⃣ error: could not find expected ':', "
                + "while scanning a simple key that begins on line 2, column 1"
        ),
    ])
    func `a template is called one`(text: String, expected: String) {
        #expect(fault(text) == expected + Self.hint)
    }

    @Test func `braces in a string are no template`() throws {
        #expect(
            try outlines("a: '{{ b }}'\nc: x-{{ d }}") == [#"{"a": "{{ b }}", "c": "x-{{ d }}"}"#]
        )
    }
}

struct PartialReadingTests {
    @Test(arguments: [
        ("a: 1\n---\nb: [\n", 1), ("a: 1\n---\nb: 2\n---\n@c\n---\nd: 4", 2), ("a: [", 0),
        ("a: 1\n---\nb: \0", 1), ("a: 1\n---\n\0", 1), ("a: \0\n---\nb: 2", 0),
        ("a: [\n---\nb: \0", 0), ("a: 1\n---\nb: 1\nb: 2", 1), ("{\"a\": [}", 0),
    ])
    func `the documents before an error are read`(text: String, count: Int) {
        let parsed = Node.parseUntilError(Array(text.utf8), file: "")
        #expect(parsed.documents.count == count)
        #expect(parsed.error != nil)
    }

    @Test(arguments: ["a: 1\n---\nb: 2", "{\"a\": 1}", ""])
    func `a text without errors is read whole`(text: String) throws {
        let bytes = Array(text.utf8)
        let parsed = Node.parseUntilError(bytes, file: "")
        #expect(parsed.error == nil)
        #expect(parsed.documents.count == (try Node.parse(bytes, file: "").count))
    }
}

struct EncodingErrorTests {
    @Test(
        arguments: [
            (
                [0x61, 0x3A, 0x20, 0xFF],
                "1:4 error: found the byte 0xFF that UTF-8 does not allow; save the file as UTF-8"
            ),
            (
                [0x61, 0x0A, 0xC3, 0xA9, 0xC3],
                "2:2 error: found bytes that UTF-8 does not allow; save the file as UTF-8"
            ),
            (
                [0x61, 0x0D, 0xC3, 0xA9, 0xC3],
                "2:2 error: found bytes that UTF-8 does not allow; save the file as UTF-8"
            ),
            (
                [0x61, 0x0D, 0x0A, 0xF8],
                "2:1 error: found the byte 0xF8 that UTF-8 does not allow; save the file as UTF-8"
            ),
            (
                [0xC3, 0xA9, 0x3A, 0xED, 0xA0, 0x80],
                "1:3 error: found bytes that UTF-8 does not allow; save the file as UTF-8"
            ),
            (
                [0xC0, 0x80],
                "1:1 error: found bytes that UTF-8 does not allow; save the file as UTF-8"
            ),
            (
                [0x7B, 0x22, 0xFF, 0x22, 0x7D],
                "1:3 error: found the byte 0xFF that UTF-8 does not allow; save the file as UTF-8"
            ),
            (
                [0xEF, 0xBB, 0xBF, 0x61, 0xFF],
                "1:2 error: found the byte 0xFF that UTF-8 does not allow; save the file as UTF-8"
            ),
            (
                [0x67, 0xDF, 0x20, 0x78],
                "1:2 error: found the byte 0xDF that UTF-8 does not allow; save the file as UTF-8"
            ),
            (
                [0x67, 0xE4, 0xBD, 0x78],
                "1:2 error: found the byte 0xE4 that UTF-8 does not allow; save the file as UTF-8"
            ),
            (
                [0xFF, 0xFE, 0x61],
                "1:1 error: found bytes that UTF-16 does not allow; save the file as UTF-8"
            ),
            (
                [0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0, 0xDC],
                "2:1 error: found bytes that UTF-16 does not allow; save the file as UTF-8"
            ),
            (
                [0xFF, 0xFE, 0, 0xD8, 0x61, 0],
                "1:2 error: found bytes that UTF-16 does not allow; save the file as UTF-8"
            ),
            (
                [0xFE, 0xFF, 0, 0x61, 0xD8, 0],
                "1:2 error: found bytes that UTF-16 does not allow; save the file as UTF-8"
            ),
            (
                [0, 0x61, 0, 0x62],
                "1:1 error: found the control character U+0000, which YAML does not allow; "
                    + "remove it, or save the file as UTF-8"
            ),
        ] as [([UInt8], String)]
    )
    func `bytes that are no text are an error`(bytes: [UInt8], expected: String) {
        #expect(fault(bytes) == expected)
    }

    @Test(arguments: [
        (
            "é: 1️⃣\0",
            "1️⃣ error: found the control character U+0000, which YAML does not allow; "
                + "remove it, or save the file as UTF-8"
        ),
        (
            "a: 'x1️⃣\u{1B}'",
            "1️⃣ error: found the control character U+001B, which YAML does not allow; remove it"
        ),
        (
            "a: 1️⃣\u{7F}",
            "1️⃣ error: found the control character U+007F, which YAML does not allow; remove it"
        ),
        (
            "a: 1️⃣\u{FFFE}",
            "1️⃣ error: found the character U+FFFE, which YAML does not allow; remove it"
        ),
        (
            "{\"a\": \"1️⃣\u{1}\"}",
            "1️⃣ error: found the control character U+0001, which YAML does not allow; remove it"
        ),
    ])
    func `a control character is an error`(text: String, expected: String) {
        #expect(fault(text) == expected)
    }

    @Test(arguments: [
        "a: [1️⃣x?]", "a: {1️⃣b?c: 1}", "a: {b: 1️⃣http://x?y}", "- [[a, 1️⃣-?]]", "{a: 1️⃣b\n ?c}",
        "a: [b: {}, c: 1️⃣d ? e]",
    ])
    func `a question mark in a plain scalar in flow style is an error`(text: String) {
        let message =
            "1️⃣ error: found '?' in a scalar without quotes inside brackets, which the API server "
            + "doesn't read; put the scalar in quotes"
        #expect(fault(text) == message)
    }

    @Test(arguments: ["a?b: c?", "a: ['x?', \"y?\"]", "a: [? b, {?c: d}]\nb: e?", "a: []\nb?: [c]"])
    func `other question marks are read`(text: String) throws {
        #expect(try Node.parse(text, file: "a.yaml").count == 1)
    }
}
