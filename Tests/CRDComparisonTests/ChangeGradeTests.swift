import CRDGeneratorCore
import CRDYAML
import Testing

@testable import CRDComparison

/// The effects of changes on manifests, and the levels of rules.
@Suite struct ChangeGradeTests {
    @Test(
        arguments: [
            // The type in Swift changes in all of these.
            ("type: integer", "type: number", .same),
            ("type: number", "type: integer", .rejected),
            ("type: integer", "x-kubernetes-int-or-string: true", .same),
            ("x-kubernetes-int-or-string: true", "type: string", .rejected),
            ("type: string", "type: string, enum: [x]", .rejected),
            ("type: string, enum: [x]", "type: string", .same),
            ("type: string, format: date-time", "type: string", .same),
            ("type: integer", "type: integer, format: int32", .same),
            ("x-kubernetes-preserve-unknown-fields: true", "type: string", .rejected),
            ("type: string", "x-kubernetes-preserve-unknown-fields: true", .same),
            (
                "type: object, x-kubernetes-preserve-unknown-fields: true",
                "type: object, properties: {b: {type: string}}", .rejected
            ),
            (
                "type: object, properties: {b: {type: string}}",
                "type: object, additionalProperties: {type: string}", .same
            ),
            (
                "type: object, properties: {b: {type: integer}}",
                "type: object, additionalProperties: {type: string}", .rejected
            ),
            (
                "type: object, additionalProperties: {type: string}",
                "type: object, properties: {b: {type: string}}", .rejected
            ),
            (
                "type: array, items: {type: string}",
                "type: array, items: {type: string, enum: [x]}", .rejected
            ),
            (
                "type: array, items: {type: string, nullable: true}",
                "type: array, items: {type: string}", .rejected
            ),
            // 'enum' also rejects null where it is allowed, and null no longer stands for the default.
            ("type: string, enum: [x]", "type: string, enum: [x], nullable: true", .rejected),
            ("type: string, default: x", "type: string, default: x, nullable: true", .changed),
            ("type: string", "type: string, nullable: true", .same),
            (
                "type: object, properties: {b: {type: string, default: x}}",
                "x-kubernetes-preserve-unknown-fields: true", .changed
            ),
            (
                "type: object, properties: {b: {type: string}}",
                "type: object, x-kubernetes-preserve-unknown-fields: true, required: [b]", .rejected
            ),
        ] as [(String, String, ChangeGrade.Manifests)]
    )
    func `a type that changes is compared by its values`(
        _ old: String,
        _ new: String,
        _ effect: ChangeGrade.Manifests
    ) {
        let comparison = CatalogComparison("a: {\(old)}", "a: {\(new)}")
        let changes = comparison.changes.filter { $0.rule != .typeRenamed }
        #expect(changes.map(\.grade.manifests).max() == effect, "\(comparison.lines)")
    }

    @Test func `an embedded resource has only the fields that are listed`() {
        let resource = "a: {type: object, x-kubernetes-embedded-resource: true, properties: {b: {}"
        let comparison = CatalogComparison("\(resource), c: {}}}", "\(resource)}}")
        #expect(comparison.changes.map(\.grade.manifests).max() == .rejected)
    }

    @Test func `a field that is no longer listed can be required`() {
        let kept = "x-kubernetes-preserve-unknown-fields: true, properties: {c: {}"
        let comparison = CatalogComparison(
            "a: {type: object, \(kept), b: {}}}",
            "a: {type: object, \(kept)}, required: [b]}"
        )
        #expect(comparison.changes.map(\.grade.manifests).max() == .rejected)
    }

    @Test func `a field of another type can be required now`() {
        let field = "b: {type: boolean, nullable: true, enum: [true]"
        let comparison = CatalogComparison(
            "a: {type: object, properties: {\(field)}}}",
            "a: {type: object, properties: {\(field), x-kubernetes-preserve-unknown-fields: true}}, "
                + "required: [b]}"
        )
        #expect(comparison.changes.map(\.rule).contains(.fieldRequired), "\(comparison.lines)")
        #expect(comparison.changes.map(\.grade.manifests).max() == .rejected)
    }

    @Test(
        arguments: [
            ("a: {type: string}", "", .fieldRemoved, .rejected),
            ("", "a: {type: string}", .fieldAdded, .same),
            ("", "a: {type: string, default: x}", .fieldAdded, .same),
            ("a: {type: string}", "a: {type: string, format: what}", .constraintRelaxed, .same),
            (
                "a: {type: integer, multipleOf: 4}", "a: {type: integer, multipleOf: 2}",
                .constraintRelaxed, .same
            ),
            (
                "a: {type: integer, multipleOf: 2}", "a: {type: integer, multipleOf: 4}",
                .multipleOf, .rejected
            ),
            ("a: {type: string, nullable: true}", "a: {type: string}", .nullNotAllowed, .changed),
            (
                "a: {type: object, x-kubernetes-preserve-unknown-fields: true, "
                    + "properties: {b: {type: string}}}",
                "a: {type: object, x-kubernetes-preserve-unknown-fields: true, "
                    + "properties: {b: {type: string}, c: {type: string}}}",
                .fieldAdded, .rejected
            ),
            (
                "a: {type: object, x-kubernetes-preserve-unknown-fields: true, "
                    + "properties: {b: {type: string}, c: {type: string}}}",
                "a: {type: object, x-kubernetes-preserve-unknown-fields: true, "
                    + "properties: {b: {type: string}}}",
                .fieldRemoved, .same
            ),
        ] as [(String, String, ChangeRule, ChangeGrade.Manifests)]
    )
    func `a change has a rule and an effect`(
        _ old: String,
        _ new: String,
        _ rule: ChangeRule,
        _ effect: ChangeGrade.Manifests
    ) throws {
        let comparison = CatalogComparison("z: {}\n\(old)", "z: {}\n\(new)")
        let change = try #require(comparison.changes.first { $0.rule == rule })
        #expect(change.grade.manifests == effect)
    }

    private static func levels(
        _ text: String,
        failing: ChangeLevels.FailingGrade = .any
    ) throws -> ChangeLevels {
        var levels = ChangeLevels(failing: failing)
        var diagnostics: [Diagnostic] = []
        try levels.read(Generator.Input(path: "levels.yaml", text: text), &diagnostics)
        #expect(diagnostics == [])
        return levels
    }

    @Test(
        arguments: [
            ("", .any, true), ("", .manifests, true), ("", .source, false), ("", .never, false),
            ("default-changed: warn", .any, false), ("default-changed: error", .source, true),
            ("default-changed: error", .never, false), ("default-added: warn", .any, true),
        ] as [(String, ChangeLevels.FailingGrade, Bool)]
    )
    func `grades and levels make a comparison fail`(
        _ text: String,
        _ failing: ChangeLevels.FailingGrade,
        _ fails: Bool
    ) throws {
        let levels = try Self.levels(text, failing: failing)
        let comparison = CatalogComparison(
            "a: {type: integer, default: 1}",
            "a: {type: integer, default: 2}"
        )
        #expect(comparison.changes.map(levels.fails) == [fails])
        #expect(comparison.changes.map(levels.severity) == [fails ? .error : .warning])
    }

    @Test func `what is ignored is counted`() throws {
        let levels = try Self.levels("default-changed: ignore")
        let comparison = CatalogComparison(
            "a: {type: integer, default: 1}",
            "a: {type: integer, default: 2}"
        ).without(ignoredBy: levels)
        #expect(comparison.text() == "no changes; 1 ignored\n")
    }

    @Test func `unknown rules and levels are errors with their place`() throws {
        var levels = ChangeLevels(failing: .any)
        var diagnostics: [Diagnostic] = []
        let text = "default-add: warn\npattern-stricter: never\n"
        try levels.read(Generator.Input(path: "levels.yaml", text: text), &diagnostics)
        #expect(
            diagnostics.map(\.description) == [
                "levels.yaml:1:1: error: unknown rule 'default-add', did you mean 'default-added'?",
                "levels.yaml:2:19: error: unknown level 'never', expected 'error', 'warn', or "
                    + "'ignore'",
            ]
        )
    }

    @Test func `levels of the configuration come before those of a file`() throws {
        var diagnostics: [Diagnostic] = []
        let text = "changeLevels: {default-changed: ignore, default-added: warn}\n"
        let configuration = Configuration(
            Generator.Input(path: "crdgen.yaml", text: text),
            &diagnostics
        )
        var levels = ChangeLevels(failing: .any)
        levels.add(configuration.changeLevels, of: "crdgen.yaml", &diagnostics)
        #expect(levels.ignores(.defaultChanged))
        let file = Generator.Input(path: "levels.yaml", text: "default-changed: warn\n")
        try levels.read(file, &diagnostics)
        #expect(diagnostics == [])
        #expect(!levels.ignores(.defaultChanged))
    }

    @Test func `unknown words in the configuration are errors with their place`() {
        var diagnostics: [Diagnostic] = []
        let text = "changeLevels:\n  default-add: warn\n  pattern-stricter: [warn]\n"
        let configuration = Configuration(
            Generator.Input(path: "crdgen.yaml", text: text),
            &diagnostics
        )
        var levels = ChangeLevels(failing: .any)
        levels.add(configuration.changeLevels, of: "crdgen.yaml", &diagnostics)
        #expect(
            diagnostics.map(\.description) == [
                "crdgen.yaml:2:3: error: unknown rule 'default-add', did you mean 'default-added'?",
                "crdgen.yaml:3:21: error: unknown level 'a sequence', expected 'error', 'warn', or "
                    + "'ignore'",
            ]
        )
    }

    @Test func `Markdown shows both effects`() {
        let comparison = CatalogComparison(
            "a: {type: string}",
            "a: {type: string, pattern: 'a|b'}"
        )
        #expect(
            comparison.markdown == """
                ### CRDs: 1 change: 1 breaking \\(manifests\\)

                | Field | Change | Manifests | Swift source |
                |---|---|---|---|
                | <code>example.com/v1/Widget.spec.a</code> | pattern 'a\\|b' added | **rejected** | same |

                """
        )
    }
}
