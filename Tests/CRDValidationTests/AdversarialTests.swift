import CRDLibYAML
import CRDParsing
import CRDRuntime
import CRDValidation
import CRDYAML
import Foundation
import Testing

/// Values and patterns that are made to take long, or to use up stack or memory.
///
/// The sizes are such that what grows faster than they do would take hours, not minutes.
@Suite(.timeLimit(.minutes(15)))
struct AdversarialTests {
    private static func validator(_ schema: String) -> ResourceValidator {
        ResourceValidator(
            definition: ResourceDefinition(
                group: "x.test",
                version: "v1",
                names: .init(kind: "Thing", plural: "things", singular: "", listKind: ""),
                scope: .cluster
            ),
            schema: Schema(json: #"{"type":"object","properties":{"f":\#(schema)}}"#)
        )
    }

    private static func thing(_ value: JSONValue) -> JSONValue {
        ["apiVersion": "x.test/v1", "kind": "Thing", "metadata": ["name": "t"], "f": value]
    }

    private static func violationCount(_ schema: String, _ value: JSONValue) -> Int {
        switch validator(schema).create(thing(value)).result {
        case .success: 0
        case .failure(let rejection): rejection.violations.count
        }
    }

    // MARK: - Patterns

    @Test(arguments: [
        "(a+)+$", "(a*)*b", "(a|aa)+$", "(.*)*x", "([a-zA-Z]+)*!", "^(([a-z])+.)+[A-Z]([a-z])+$",
        "(a?){50}a{50}$", "(x+x+)+y", "((a{1,10}){1,10}){1,10}b", "[^b]*[^b]*[^b]*b",
    ])
    func `a pattern takes time linear in a string of 1 MB`(pattern: String) {
        let schema = #"{"type":"string","pattern":"\#(pattern)"}"#
        let text = String(repeating: "a", count: 1_000_000) + "!"
        #expect(Self.violationCount(schema, .string(text)) <= 1)
    }

    @Test(arguments: ["(a{1000}){1000}", "((((a{100}){100}){100}){100})", "a{1001}"])
    func `a pattern that would be too large is none`(pattern: String) {
        let validator = Self.validator(#"{"type":"string","pattern":"\#(pattern)"}"#)
        #expect(validator.unchecked.count == 1)
    }

    // MARK: - Many

    @Test func `a set of many items is checked once through`() {
        let schema = #"{"type":"array","x-kubernetes-list-type":"set","items":{"type":"integer"}}"#
        let different = (0..<100_000).map { JSONValue.number(JSONNumber($0)) }
        #expect(Self.violationCount(schema, .array(different)) == 0)
        let equal = [JSONValue](repeating: 1, count: 100_000)
        #expect(Self.violationCount(schema, .array(equal)) == 1)
    }

    @Test func `a list map of many entries is checked once through`() {
        let schema = #"""
            {"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"],
            "items":{"type":"object","properties":{"k":{"type":"integer","default":1}}}}
            """#
        let different = (0..<50_000).map { number -> JSONValue in
            ["k": .number(JSONNumber(number))]
        }
        #expect(Self.violationCount(schema, .array(different)) == 0)
        #expect(Self.violationCount(schema, .array(.init(repeating: [:], count: 50_000))) == 1)
    }

    @Test func `violations of many alternatives are not copied over and over`() {
        let schema =
            #"{"type":"array","items":{"type":"integer","oneOf":[{"minimum":5},{"minimum":7}]}}"#
        let items = [JSONValue](repeating: 1, count: 30_000)
        #expect(Self.violationCount(schema, .array(items)) == 60_000)
    }

    @Test func `places of many faults in one object are found`() throws {
        let validator = Self.validator(
            #"{"type":"object","additionalProperties":{"type":"integer","maximum":1}}"#
        )
        let count = 30_000
        let members = (0..<count).map { #""k\#($0)": 2, "k\#($0)": 3"# }.joined(separator: ",\n")
        let unknown = (0..<count).map { #""u\#($0)": 2"# }.joined(separator: ",\n")
        let text = #"""
            {"apiVersion":"x.test/v1","kind":"Thing","metadata":{"name":"t"},
            "f":{\#(members)},\#(unknown)}
            """#
        let node = try #require(
            Node.parse(Array(text.utf8), file: "a", duplicateRule: .lastCounts).first
        )
        let diagnostics = validator.response(toCreating: node).diagnostics
        #expect(diagnostics.count == 3 * count)
        #expect(diagnostics.last?.location?.line == 2 * count)
    }

    @Test func `a number of many digits is a number`() throws {
        let large = try #require(JSONNumber(String(repeating: "9", count: 300) + ".5"))
        let schema = #"{"type":"number","multipleOf":0.1,"maximum":1}"#
        #expect(Self.violationCount(schema, .number(large)) == 2)
        let long = try #require(JSONNumber("0." + String(repeating: "3", count: 1_000_000)))
        #expect(Self.violationCount(#"{"type":"number","maximum":1}"#, .number(long)) == 0)
    }

    // MARK: - Depth

    private static let depth = 10_000

    private static func nested(_ depth: Int, in kinds: [Bool]) -> JSONValue {
        var value = JSONValue.null
        for level in 0..<depth {
            value = kinds[level % kinds.count] ? ["f": value] : [value]
        }
        return value
    }

    @Test(arguments: [[true], [false], [true, false]])
    func `depth costs no stack`(kinds: [Bool]) {
        let value = Self.nested(Self.depth, in: kinds)
        #expect(value == Self.nested(Self.depth, in: kinds))
        #expect(value != Self.nested(Self.depth + 1, in: kinds))
        #expect(value.hashValue == Self.nested(Self.depth, in: kinds).hashValue)
        #expect(value.jsonText.utf8.count > 2 * Self.depth)
    }

    @Test(
        arguments: [[true], [false], [true, false]],
        [
            #"{"x-kubernetes-preserve-unknown-fields":true}"#,
            #"{"type":"object","additionalProperties":true}"#, #"{"type":"string"}"#,
        ]
    )
    func `a value that is nested too deep is refused`(kinds: [Bool], schema: String) {
        let validator = Self.validator(schema)
        let thing = Self.thing(Self.nested(Self.depth, in: kinds))
        guard case .failure(let rejection) = validator.create(thing).result else {
            return #expect(Bool(false))
        }
        #expect(rejection.code == 400)
        #expect(rejection.message == "exceeded max depth")
        let violations = validator.violations(of: validator.withDefaults(validator.pruned(thing)))
        #expect(
            violations.map(\.description) == ["<nil>: Invalid value: \"\": exceeded max depth"]
        )
    }

    @Test func `what a text may hold is checked on the stack of any thread`() async {
        // Threads that are not the first have 512 KiB on macOS.
        let isAccepted = await withCheckedContinuation { continuation in
            let thread = Thread {
                var value = Self.nested(510, in: [true, false])
                if case .object(var object) = value {
                    object["more"] = 1.0
                    value = .object(object)
                }
                let schema = #"{"x-kubernetes-preserve-unknown-fields":true}"#
                let response = Self.validator(schema).create(Self.thing(value))
                if case .success = response.result {
                    continuation.resume(returning: true)
                } else {
                    continuation.resume(returning: false)
                }
            }
            thread.stackSize = 512 * 1024
            thread.start()
        }
        #expect(isAccepted)
    }

    @Test(arguments: ["allOf", "anyOf", "oneOf"])
    func `alternatives within alternatives are each checked once`(keyword: String) {
        let levels = 200
        let start = String(repeating: #"{"\#(keyword)":["#, count: levels)
        let schema = start + #"{"maximum":5}"# + String(repeating: "]}", count: levels)
        #expect(Self.violationCount(schema, 5) == 0)
        // Each level complains in the same words, which count once.
        #expect(Self.violationCount(schema, 6) == 2)
    }

    @Test func `a text that is nested too deep is refused`() {
        for text in [
            String(repeating: "[", count: Self.depth), String(repeating: "{a: ", count: Self.depth),
            String(repeating: "- ", count: Self.depth),
        ] {
            #expect(throws: Diagnostic.self) { try Node.parse(text, file: "a.yaml") }
        }
    }
}
