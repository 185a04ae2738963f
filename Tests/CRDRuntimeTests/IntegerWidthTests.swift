import CRDLibYAML
import CRDRuntime
import CRDYAML
import Testing

/// Integers where `Int` has 32 bits, for which `Int32` stands here.
struct IntegerWidthTests {
    /// Reads an integer, and returns it with what is reported.
    private static func read<Integer: FixedWidthInteger & _FieldValue>(
        _ text: String,
        as type: Integer.Type
    ) throws -> (value: Integer?, problems: [String]) {
        let node = try #require(
            try Node.parse("a: \(text)", file: "a.yaml").first?.pairs.first?.value
        )
        let reader = ManifestReader(.strict)
        let value = Integer.integer(fromManifest: ManifestNode(node), reader)
        return (value, reader.diagnostics(in: type).map(\.description))
    }

    @Test(
        arguments: [
            ("2147483647", .max), ("-2147483648", .min), ("1e3", 1000), ("5.0", 5),
        ] as [(String, Int32)]
    )
    func `an integer that fits is read`(text: String, value: Int32) throws {
        let result = try Self.read(text, as: Int32.self)
        #expect(result.value == value)
        #expect(result.problems == [])
    }

    @Test(arguments: [
        ("2147483648", "expected an integer of 32 bits, found the number 2147483648"),
        ("-2147483649", "expected an integer of 32 bits, found the number -2147483649"),
        ("9223372036854775807", "expected an integer of 32 bits, found the number 92"),
        ("1e15", "expected an integer of 32 bits, found the number 1e15"),
        ("9223372036854775808", "expected an integer, found the number 9223372036854775808"),
        ("1e300", "expected an integer, found the number 1e300"),
        ("1.5", "expected an integer, found the number 1.5"),
    ])
    func `an integer that does not fit is an error with its location`(
        text: String,
        message: String
    ) throws {
        let result = try Self.read(text, as: Int32.self)
        #expect(result.value == nil)
        #expect(result.problems.count == 1)
        #expect(result.problems.first?.hasPrefix("a.yaml:1:4: error: \(message)") == true)
    }

    @Test(arguments: [
        ("1099511627776", Int64(1) << 40), ("2147483648.0", 2_147_483_648), ("-5.000", -5),
        ("9007199254740993.0", 9_007_199_254_740_993), ("1e3", 1000), ("1.5e1", 15),
        ("-9223372036854775808", .min), ("9223372036854775808", nil), ("1.5", nil), ("1.0e40", nil),
        ("9223372036854775808.0", nil),
    ])
    func `a JSON number has an integer of 64 bits if it has no fraction and fits`(
        text: String,
        integer: Int64?
    ) throws {
        let number = try #require(JSONNumber(text))
        #expect(number.integer64 == integer)
        #expect(number.integer == integer.flatMap { Int(exactly: $0) })
    }

    @Test func `a time of change is in nanoseconds, or in seconds if those do not fit`() {
        let now: (Int64, Int64) = (1_795_422_600, 5)
        #expect(Int64(timeOfChange: now, after: 0) == 1_795_422_600_000_000_005)
        #expect(Int32(timeOfChange: now, after: 0) == 1_795_422_600)
        #expect(Int32(timeOfChange: now, after: 1_795_422_600) == 1_795_422_601)
    }

    @Test func `a time of change past the greatest integer is that`() {
        #expect(Int32(timeOfChange: (4_000_000_000, 0), after: 0) == .max)
        #expect(Int32(timeOfChange: (0, 0), after: .max) == .max)
    }
}
