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
            ("oneOf: [\(minimum[0])]", "oneOf: [\(minimum[1])]", .rejected),
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
        ("[{enum: [x]}]", "[{enum: [w, x]}]", "condition relaxed to "),
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
}
