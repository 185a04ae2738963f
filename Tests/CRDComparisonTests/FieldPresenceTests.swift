import Testing

@testable import CRDComparison

/// Rules and conditions that only depend on fields that old objects have, or can't have.
@Suite struct FieldPresenceTests {
    /// An object with a required and an optional field, and with new fields.
    private static func object(_ constraint: String, new: Bool) -> String {
        let fields = [
            "required: [a]", "properties: {a: {type: string}", "b: {type: string}",
            "c: {type: object, properties: {d: {type: string}\(new ? ", m: {type: string}" : "")}}",
            "e: {type: string\(new ? ", default: x" : "")}",
        ]
        let added = new ? ", f: {type: string}, g: {type: string, default: x}, \(constraint)" : "}"
        return "z: {type: object, \(fields.joined(separator: ", "))\(added)}"
    }

    private static func effect(_ constraint: String, _ rule: ChangeRule) -> [ChangeGrade.Manifests]
    {
        let comparison = CatalogComparison(
            object("", new: false),
            object(constraint, new: true)
        )
        return comparison.changes.filter { $0.rule == rule }.map(\.grade.manifests)
    }

    @Test(
        arguments: [
            // 'f' is new.
            ("!has(self.f)", .same),
            ("has(self.f)", .rejected),
            ("!has(self.f) || has(self.b)", .same),
            ("!has(self.f) || self.f == self.a", .same),
            ("has(self.f) ? has(self.b) : true", .same),
            ("!(has(self.f) && has(self.b))", .same),
            ("!has(self.b) || self.b == self.a", .rejected),
            ("has(self.b) == has(self.f)", .rejected),
            ("!has(self.b) || !has(self.f)", .same),
            // 'a' is required, and 'e' has a default.
            ("has(self.a)", .same),
            ("has(self.e)", .same),
            ("has(self.a) != has(self.f)", .same),
            // 'g' is new, with a default.
            ("!has(self.g)", .rejected),
            // Objects inside can be missing, which is an error.
            ("!has(self.c.m)", .rejected),
            ("!has(self.c) || !has(self.c.m)", .same),
            ("!has(self.c) || !has(self.c.d)", .rejected),
            // Counts of fields.
            ("(has(self.b) ? 1 : 0) + (has(self.f) ? 1 : 0) <= 1", .same),
            ("(has(self.a) ? 1 : 0) + (has(self.b) ? 1 : 0) <= 1", .rejected),
            ("(has(self.a) ? 1 : 0) + (has(self.f) ? 1 : 0) == 1", .same),
            ("[has(self.b), has(self.f)].filter(x, x).size() < 2", .same),
            ("[has(self.a), has(self.f)].exists_one(x, x)", .same),
            ("[has(self.a), has(self.b)].exists_one(x, x)", .rejected),
            ("[has(self.b), has(self.f)].all(x, !x)", .rejected),
            ("[has(self.a), has(self.b)].exists(x, x)", .same),
            // Old values.
            ("!has(oldSelf.f) || has(self.f)", .same),
            ("!has(oldSelf.b) || has(self.b)", .rejected),
            // Values are unknown.
            ("self.a.size() > 0", .rejected),
            ("!has(self.f) && self.a.size() > 0", .rejected),
        ] as [(String, ChangeGrade.Manifests)]
    )
    func `a rule about new fields rejects no old object`(
        _ rule: String,
        _ effect: ChangeGrade.Manifests
    ) {
        let constraint = "}, x-kubernetes-validations: [{rule: '\(rule)'}]"
        #expect(Self.effect(constraint, .ruleAdded) == [effect])
    }

    @Test func `a rule for objects without an old value is not decided`() {
        let rule = "{rule: '!has(self.f)', optionalOldSelf: true}"
        let constraint = "}, x-kubernetes-validations: [\(rule)]"
        #expect(Self.effect(constraint, .ruleAdded) == [.rejected])
    }

    @Test(
        arguments: [
            ("oneOf: [{required: [a]}, {required: [f]}]", .same),
            ("oneOf: [{required: [a]}, {required: [b]}]", .rejected),
            ("oneOf: [{required: [b]}, {required: [f]}]", .rejected),
            ("anyOf: [{required: [b]}, {required: [g]}]", .same),
            ("not: {required: [b, f]}", .same),
            ("not: {required: [b]}", .rejected),
            ("not: {anyOf: [{required: [f]}, {required: [f, b]}]}", .same),
            ("allOf: [{required: [a]}, {not: {required: [f]}}]", .same),
            ("not: {properties: {a: {minLength: 3}}, required: [f]}", .rejected),
        ] as [(String, ChangeGrade.Manifests)]
    )
    func `a condition about new fields rejects no old object`(
        _ condition: String,
        _ effect: ChangeGrade.Manifests
    ) {
        #expect(Self.effect("}, \(condition)", .conditionAdded) == [effect])
    }

    @Test func `the message says so`() {
        let comparison = CatalogComparison(
            "a: {type: object, properties: {b: {}}}",
            "a: {type: object, properties: {b: {}, c: {}}, x-kubernetes-validations: "
                + "[{rule: '!has(self.c)'}], not: {required: [c]}}"
        )
        #expect(
            comparison.lines.prefix(2) == [
                "new.yaml:24:15: compatible: example.com/v1/Widget.spec.a: condition added: "
                    + "not allowed: 'c', satisfied by all old objects",
                "new.yaml:24:15: compatible: example.com/v1/Widget.spec.a: rule '!has(self.c)' "
                    + "added, satisfied by all old objects",
            ]
        )
    }
}
