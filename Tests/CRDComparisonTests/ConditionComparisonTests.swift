import Testing

@testable import CRDComparison

/// Changes inside `allOf`, `anyOf`, `oneOf`, and `not`.
@Suite struct ConditionComparisonTests {
    private static let minimum = [
        "{properties: {n: {minimum: 3}}}", "{properties: {n: {minimum: 2}}}",
    ]

    @Test(
        arguments: [
            // Weaker and stricter alternatives.
            (
                "anyOf: [\(minimum[0]), {required: [b]}]",
                "anyOf: [\(minimum[1]), {required: [b]}]", .same
            ),
            (
                "anyOf: [\(minimum[1]), {required: [b]}]",
                "anyOf: [\(minimum[0]), {required: [b]}]", .rejected
            ),
            ("anyOf: [{required: [b, c]}]", "anyOf: [{required: [c]}]", .same),
            ("anyOf: [{required: [c]}]", "anyOf: [{required: [b, c]}]", .rejected),
            (
                "anyOf: [{properties: {b: {enum: [x]}}}]",
                "anyOf: [{properties: {b: {enum: [x, w]}}}]",
                .same
            ),
            (
                "anyOf: [{properties: {b: {format: ipv4}}}]",
                "anyOf: [{properties: {b: {format: ipv6}}}]", .rejected
            ),
            ("anyOf: [{minProperties: 2}]", "anyOf: [{minProperties: 1}]", .rejected),
            ("anyOf: [{required: [b]}]", "anyOf: [{required: [b], maxProperties: 9}]", .rejected),
            // The other keywords.
            ("allOf: [\(minimum[0])]", "allOf: [\(minimum[1])]", .same),
            ("allOf: [\(minimum[1])]", "allOf: [\(minimum[0])]", .rejected),
            ("not: \(minimum[0])", "not: \(minimum[1])", .rejected),
            ("not: \(minimum[1])", "not: \(minimum[0])", .same),
            ("not: {required: [b]}", "not: {required: [b, c]}", .same),
            (
                "not: {anyOf: [{required: [b]}, {required: [c]}]}",
                "not: {anyOf: [{required: [b]}]}",
                .same
            ),
            (
                "not: {anyOf: [{required: [b]}]}",
                "not: {anyOf: [{required: [b]}, {required: [c]}]}",
                .rejected
            ),
            (
                "allOf: [{anyOf: [{required: [b]}]}]",
                "allOf: [{anyOf: [{required: [b]}, {required: [c]}]}]", .same
            ),
            ("oneOf: [\(minimum[0])]", "oneOf: [\(minimum[1])]", .same),
            (
                "oneOf: [\(minimum[0]), {required: [b]}]",
                "oneOf: [\(minimum[1]), {required: [b]}]", .rejected
            ),
            (
                "oneOf: [{required: [b]}, {required: [c]}]",
                "oneOf: [{required: [b]}, {required: [c]}, {required: [b]}]", .rejected
            ),
            (
                "oneOf: [{required: [b]}, {required: [c]}]",
                "anyOf: [{required: [c]}, {required: [b]}]",
                .same
            ),
            (
                "anyOf: [{required: [b]}, {required: [c]}]",
                "oneOf: [{required: [c]}, {required: [b]}]",
                .rejected
            ),
        ] as [(String, String, ChangeGrade.Manifests)]
    )
    func `only a stricter condition breaks manifests`(
        _ old: String,
        _ new: String,
        _ effect: ChangeGrade.Manifests
    ) {
        let start = "a: {type: object, properties: {b: {type: string}, c: {}, n: {type: integer}}, "
        let comparison = CatalogComparison("\(start)\(old)}", "\(start)\(new)}")
        #expect(comparison.changes.map(\.grade.manifests) == [effect], "\(comparison.lines)")
    }

    @Test(arguments: [
        ("[{enum: [x]}, {enum: [w]}]", "[{enum: [x]}]", "condition made stricter: "),
        ("[{enum: [x]}]", "[{enum: [w]}]", "condition changed: "),
        ("[{enum: [x]}]", "[{enum: [w, x]}]", "condition relaxed: "),
    ])
    func `the message tells how a condition changed`(_ old: String, _ new: String, _ words: String)
    {
        let comparison = CatalogComparison(
            "a: {type: string, anyOf: \(old)}",
            "a: {type: string, anyOf: \(new)}"
        )
        #expect(comparison.changes.map(\.message).allSatisfy { $0.hasPrefix(words) })
    }

    @Test(
        arguments: [
            ("d: {}", "[{required: [b]}, {required: [c]}, {required: [d]}]", .same),
            ("d: {}", "[{required: [b]}, {required: [d]}]", .rejected),
            (
                "d: {default: 1, type: integer}",
                "[{required: [b]}, {required: [c]}, {required: [d]}]", .rejected
            ),
            ("d: {}", "[{required: [b], not: {required: [d]}}, {required: [c]}]", .same),
        ] as [(String, String, ChangeGrade.Manifests)]
    )
    func `old objects satisfy the old condition`(
        _ field: String,
        _ condition: String,
        _ effect: ChangeGrade.Manifests
    ) {
        let start = "a: {type: object, properties: {b: {type: string}, c: {type: string}"
        let comparison = CatalogComparison(
            "\(start)}, oneOf: [{required: [b]}, {required: [c]}]}",
            "\(start), \(field)}, oneOf: \(condition)}"
        )
        #expect(comparison.changes.map(\.grade.manifests).max() == effect, "\(comparison.lines)")
    }

    @Test func `a field with a default can be in each old object now`() {
        let fields = "b: {type: string}, c: {type: string"
        let condition = "oneOf: [{required: [b]}, {required: [c]}"
        let comparison = CatalogComparison(
            "a: {type: object, properties: {\(fields)}}, \(condition)]}",
            "a: {type: object, properties: {\(fields), default: x}, d: {}}, \(condition), {required: [d]}]}"
        )
        #expect(comparison.changes.contains { $0.rule == .conditionAdded && $0.grade == .rejected })
    }

    @Test(arguments: ["required: [b]", "properties: {b: {maxProperties: 1}}"])
    func `a condition can depend on the values of a map`(_ condition: String) {
        let start = "a: {type: object, not: {\(condition)}, additionalProperties: {type: object"
        let comparison = CatalogComparison("\(start)}}", "\(start), nullable: true}}")
        #expect(comparison.changes.map(\.grade.manifests).max() == .rejected)
    }

    @Test(
        arguments: [
            ("allOf: [{maxLength: 5}, {pattern: ^x}]", "allOf: [{maxLength: 5, pattern: ^x}]", nil),
            ("allOf: [{maxLength: 5, pattern: ^x}]", "allOf: [{pattern: ^x}, {maxLength: 5}]", nil),
            (
                "allOf: [{maxLength: 5}, {pattern: ^x}]", "allOf: [{maxLength: 6}, {pattern: ^x}]",
                .same
            ),
            (
                "allOf: [{maxLength: 5}, {pattern: ^x}]", "allOf: [{maxLength: 4, pattern: ^x}]",
                .rejected
            ),
            (
                "anyOf: [{allOf: [{minLength: 1}, {maxLength: 5}]}]", "minLength: 1, maxLength: 5",
                .same
            ),
            ("maxLength: 5", "allOf: [{maxLength: 5}]", .same),
            ("allOf: [{maxLength: 5}]", "maxLength: 5", .same),
            ("allOf: [{maxLength: 5}]", "maxLength: 4", .rejected),
            ("allOf: [{enum: [a, b]}, {enum: [b, c]}]", "allOf: [{enum: [b]}]", .rejected),
            ("nullable: true, allOf: [{enum: [a]}]", "nullable: true, enum: [a]", .rejected),
            (
                "not: {anyOf: [{pattern: x}, {enum: [a]}]}",
                "allOf: [{not: {pattern: x}}, {not: {enum: [a]}}]", nil
            ),
        ] as [(String, String, ChangeGrade.Manifests?)]
    )
    func `conditions that accept the same values are no change`(
        _ old: String,
        _ new: String,
        _ effect: ChangeGrade.Manifests?
    ) {
        let comparison = CatalogComparison("a: {type: string, \(old)}", "a: {type: string, \(new)}")
        #expect(comparison.changes.map(\.grade.manifests).max() == effect, "\(comparison.lines)")
    }

    @Test(arguments: [
        ("required: [b, c]", "allOf: [{required: [b]}, {required: [c]}]"),
        ("allOf: [{required: [b]}, {required: [c]}]", "required: [b, c]"),
        ("anyOf: [{required: [b]}]", "oneOf: [{required: [b]}]"),
        (
            "properties: {b: {maxLength: 5, pattern: x}}",
            "allOf: [{properties: {b: {pattern: x}}}, {properties: {b: {maxLength: 5}}}]"
        ),
    ])
    func `fields in conditions can be split`(_ old: String, _ new: String) {
        let start = "a: {type: object, properties: {b: {type: string}, c: {}}, allOf: "
        let comparison = CatalogComparison("\(start)[{\(old)}]}", "\(start)[{\(new)}]}")
        #expect(comparison.lines == [])
    }

    @Test func `a change in a deeply nested condition is found`() {
        func condition(_ required: String) -> String {
            (0..<12).reduce("{required: [\(required)]}") {
                "{anyOf: [\($0), {required: [q\($1)]}]}"
            }
        }
        let start = "a: {type: object, properties: {b: {type: string}, c: {}}, allOf: "
        let comparison = CatalogComparison(
            "\(start)[\(condition("b"))]}",
            "\(start)[\(condition("b, c"))]}"
        )
        #expect(comparison.changes.map(\.grade) == [.rejected])
    }

    @Test(arguments: [
        ("anyOf: [{required: [b]}, {required: [c]}]", "at least one of 'b', 'c'"),
        (
            "oneOf: [{required: [b]}, {required: [c]}, {not: {anyOf: [{required: [b]}, {required: [c]}]}}]",
            "at most one of 'b', 'c'"
        ),
        (
            "oneOf: [{required: [b], properties: {b: {enum: ['010']}}}, {not: {required: [b]}}]",
            "exactly one of: 'b' is \"010\"; 'b' is not set"
        ),
        (
            "anyOf: [{properties: {b: {pattern: ^x, minLength: 2}}}]",
            "if set, 'b' has at least 2 characters and matches '^x'"
        ),
        ("not: {properties: {b: {enum: ['']}}}", "not allowed: 'b' is not set or is \"\""),
        ("not: {required: [b, c]}", "not allowed: 'b' and 'c' together"),
        ("not: {}", "not allowed: anything"),
        (
            "allOf: [{properties: {o: {anyOf: [{required: [x]}, {required: [z]}]}}}]",
            "if 'o' is set, at least one of 'o.x', 'o.z'"
        ),
        (
            "allOf: [{required: [o], properties: {o: {properties: {x: {items: {enum: [1]}}}}}}]",
            "'o' is set and each item of 'o.x' is 1"
        ),
        (
            "allOf: [{properties: {b: {not: {enum: [x]}}, c: {not: {pattern: z}}}}]",
            "if set, 'b' is not \"x\", and if set, 'c' does not match 'z'"
        ),
    ])
    func `the message has the condition in words`(_ condition: String, _ words: String) {
        let start =
            "a: {type: object, properties: {b: {type: string}, c: {type: string}, o: {type: object}}"
        let comparison = CatalogComparison("\(start)}", "\(start), \(condition)}")
        #expect(comparison.changes.map(\.message) == ["condition added: \(words)"])
    }

    @Test func `a wider alternative of oneOf can match twice`() {
        let start = "a: {type: object, properties: {b: {type: string}, c: {}}, oneOf: "
        let comparison = CatalogComparison(
            "\(start)[{required: [b, c]}, {required: [d]}]}",
            "\(start)[{required: [b]}, {required: [d]}]}"
        )
        #expect(
            comparison.changes.map(\.message) == [
                "condition changed: exactly one of 'b', 'd'; old values can match more than one now"
            ]
        )
        #expect(comparison.changes.map(\.grade) == [.rejected])
    }
}
