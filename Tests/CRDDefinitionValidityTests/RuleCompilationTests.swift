import TestSupport
import Testing

/// Rules are compiled with the types of the schema, and their costs are limited.
///
/// Paths begin at the schema of the field `f`.
@Suite struct RuleCompilationTests {
    private static let keyword = "x-kubernetes-validations"
    private static let rule = "f.\(keyword)[0]"

    @Test(
        arguments: [
            (
                "{type: integer, x-kubernetes-validations: [{rule: self == 'a'}]}",
                [
                    #"\#(rule).rule: Invalid value: {"Rule":"self == 'a'","Message":"","#
                        + #""MessageExpression":"","Reason":null,"FieldPath":"","#
                        + #""OptionalOldSelf":null}: compilation failed: ERROR: <input>:1:6: "#
                        + "found no matching overload for '_==_' applied to '(int, string)'\n"
                        + " | self == 'a'\n | .....^"
                ]
            ),
            (
                "{type: integer, x-kubernetes-validations: [{rule: self > 1, message: a, "
                    + "messageExpression: self, reason: FieldValueForbidden}]}",
                [
                    #"\#(rule).messageExpression: Invalid value: {"Rule":"self \u003e 1","#
                        + #""Message":"a","MessageExpression":"self","#
                        + #""Reason":"FieldValueForbidden","FieldPath":"","#
                        + #""OptionalOldSelf":null}: messageExpression must evaluate to a string"#
                ]
            ),
            (
                "{x-kubernetes-preserve-unknown-fields: true, "
                    + "x-kubernetes-validations: [{rule: 'true'}]}",
                [
                    "f.\(keyword): Internal error: internal error: failed to construct type "
                        + "information for \(keyword) rules: unable to convert structural schema "
                        + "to CEL declarations"
                ]
            ),
            // The error of the program leaves the use of the old value known.
            (
                "{type: integer, "
                    + "x-kubernetes-validations: [{rule: int('x') == oldSelf, optionalOldSelf: false}]}",
                [
                    #"\#(rule).rule: Invalid value: {"Rule":"int('x') == oldSelf","Message":"","#
                        + #""MessageExpression":"","Reason":null,"FieldPath":"","#
                        + #""OptionalOldSelf":false}: program instantiation failed: "#
                        + "type conversion error from 'string' to 'int'"
                ]
            ),
        ] as [(String, [String])]
    )
    func `a rule must be a valid expression`(schema: String, faults: [String]) throws {
        #expect(try ValidityText.faults(ofSchema: schema) == faults)
    }

    @Test func `rules below a schema without a type fail with its own rules`() throws {
        let schema = """
            {type: object, RULES properties: {a: {x-kubernetes-preserve-unknown-fields: true,
            properties: {b: {type: string, x-kubernetes-validations: [{rule: 'true'}]}}}}}
            """
        let inner = schema.replacing("RULES", with: "")
        #expect(try ValidityText.faults(ofSchema: inner) == [])
        let outer = schema.replacing("RULES", with: "\(Self.keyword): [{rule: 'true'}],")
        let faults = try ValidityText.faults(ofSchema: outer)
        #expect(faults.map { $0.hasPrefix("f.properties[a].properties[b].") } == [true])
    }

    @Test(
        arguments: [
            (
                "{rule: self.startsWith('a')}",
                [#"Invalid value: "b": failed rule: self.startsWith('a')"#]
            ),
            ("{rule: self == 1}", ["rule compile error: compilation failed"]),
            ("{rule: self == 'c' || self == oldSelf}", []),
            (
                "{rule: oldSelf.hasValue(), optionalOldSelf: true}",
                [#"Invalid value: "b": failed rule: oldSelf.hasValue()"#]
            ),
        ] as [(String, [String])]
    )
    func `a default must satisfy the rules`(rule: String, faults: [String]) throws {
        let schema = "{type: string, default: b, \(Self.keyword): [\(rule)]}"
        let found = try ValidityText.faults(ofSchema: schema)
        #expect(found.count == faults.count)
        for (found, fault) in zip(found, faults) {
            #expect(found.hasPrefix("f.default: ") && found.contains(fault))
        }
    }

    // MARK: - Costs

    private static let advice =
        "(try simplifying the rule, or adding maxItems, maxProperties, and maxLength where "
        + "arrays, maps, and strings are declared)"

    @Test(
        arguments: [
            (3_333_332, nil), (3_333_333, "1.000000x"), (4_999_999, "1.500000x"),
            (5_000_000, "1.5x"), (33_333_333, nil),
        ] as [(Int, String?)]
    )
    func `the cost of a rule is limited`(count: Int, factor: String?) throws {
        // The cost is 2 + 3 * count.
        let schema = """
            {type: array, maxItems: \(count), items: {type: integer},
            x-kubernetes-validations: [{rule: 'self.all(x, true)'}]}
            """
        let message = "Forbidden: estimated rule cost exceeds budget by factor of "
        let faults = try ValidityText.faults(ofSchema: schema).filter { $0.contains(message) }
        guard count < 10_000_000 else {
            // The cost is 10 times the limit of a rule, and more than the limit of all rules.
            #expect(faults == ["\(Self.rule).rule: \(message)10.0x \(Self.advice)"])
            return
        }
        #expect(
            faults == (factor.map { ["\(Self.rule).rule: \(message)\($0) \(Self.advice)"] } ?? [])
        )
    }

    @Test(
        arguments: [
            "{type: array, maxItems: -1, items: {type: integer}, RULES}",
            "{type: object, maxProperties: -1, additionalProperties: {type: integer}, RULES}",
            "{type: array, maxItems: -1, items: {type: array, items: {type: integer}, RULES}}",
        ]
    )
    func `a negative limit counts as 0 in costs`(schema: String) throws {
        let rules = "x-kubernetes-validations: [{rule: 'self.all(x, self.all(y, true))'}]"
        let limited = schema.replacing("RULES", with: rules)
        #expect(try ValidityText.faults(ofSchema: limited) == [])
        let unlimited = limited.replacing("maxItems: -1, ", with: "")
            .replacing("maxProperties: -1, ", with: "")
        #expect(try ValidityText.faults(ofSchema: unlimited) != [])
    }

    @Test(arguments: [(10, false), (11, true)])
    func `the cost of all rules is limited`(rules: Int, isRejected: Bool) throws {
        let list = (0..<rules).map { "{rule: 'self.all(x, x > \($0))'}" }.joined(separator: ", ")
        // Each rule costs 2 + 5 * 1,999,999.
        let schema = """
            {type: array, maxItems: 1999999, items: {type: integer},
            x-kubernetes-validations: [\(list)]}
            """
        let expected =
            (0..<4).map {
                "f.\(Self.keyword)[\($0)].rule: Forbidden: contributed to estimated rule cost total "
                    + "exceeding cost limit for entire OpenAPIv3 schema"
            } + [
                "spec.validation.openAPIV3Schema: Forbidden: x-kubernetes-validations estimated "
                    + "rule cost total for entire OpenAPIv3 schema exceeds budget by factor of "
                    + "1.100000x \(Self.advice)"
            ]
        #expect(try ValidityText.faults(ofSchema: schema) == (isRejected ? expected : []))
    }

    @Test func `rules of metadata have the types of the resource around it`() throws {
        let pattern = String(repeating: "a", count: 130)
        let metadata = """
            {type: object, properties: {name: {type: string, maxLength: 63,
            x-kubernetes-validations: [{rule: self.matches('\(pattern)')}]}}}
            """
        let own = "{type: object, properties: {metadata: \(metadata)}}"
        #expect(try ValidityText.faults(ofRoot: own) == [])
        // For its own rules, the resource has metadata without limits.
        let rules = "x-kubernetes-validations: [{rule: 'true'}]"
        let whole = "{type: object, \(rules), properties: {metadata: \(metadata)}}"
        let faults = try ValidityText.faults(ofRoot: whole)
        #expect(faults.map { $0.contains("exceeds budget by factor of 1.038091x") } == [true])
    }
}
