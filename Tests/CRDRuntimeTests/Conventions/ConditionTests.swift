import CRDConventions
import CRDManifests
import CRDRuntime
import Testing

struct ConditionTests {
    private struct Finding: StatusCondition {
        var type: String?
        var status: Condition.Status?
    }

    private let conditions: [Condition]? = [
        Condition(type: "Ready", status: .true, reason: "Done"),
        Condition(type: "Stalled", status: .false, reason: "Done"),
        Condition(type: "Odd", status: .unknown, reason: "Done"),
    ]

    @Test func `a condition is found by its type`() {
        #expect(conditions.isTrue("Ready"))
        #expect(!conditions.isFalse("Ready"))
        #expect(conditions.isFalse("Stalled"))
        #expect(!conditions.isTrue("Odd") && !conditions.isFalse("Odd"))
        #expect(!conditions.isTrue("Other"))
        #expect(conditions.first("Odd")?.status == .unknown)
        #expect(conditions?.first("Other") == nil)
        let missing: [Condition]? = nil
        #expect(!missing.isTrue("Ready"))
        #expect(missing.first("Ready") == nil)
    }

    @Test func `a condition of another type is found as well`() {
        let findings = [
            Finding(), Finding(type: "Ready"), Finding(type: "Synced", status: .true),
            Finding(type: "Late", status: .unrecognized("Maybe")),
        ]
        #expect(!findings.isTrue("Ready") && !findings.isFalse("Ready"))
        #expect(findings.isTrue("Synced"))
        #expect(!findings.isTrue("Late"))
        #expect(findings.first("Late")?.status?.rawValue == "Maybe")
    }

    @Test func `setting a condition keeps its time if the status is the same`() {
        var conditions: [Condition]?
        let old = Condition(
            last_transition_time: "2026-01-01T00:00:00Z",
            message: "m",
            reason: "Waiting",
            status: .false,
            type: "Ready"
        )
        var changes = [conditions.set(old)]
        changes.append(
            conditions.set(
                Condition(type: "Ready", status: .false, reason: "Waiting", message: "m")
            )
        )
        #expect(changes == [true, false])
        #expect(conditions == [old])
        conditions.set(Condition(type: "Ready", status: .false, reason: "Slow"))
        #expect(conditions?.first?.last_transition_time == old.last_transition_time)
        #expect(conditions?.first?.reason == "Slow")
        var new = Condition(type: "Ready", status: .true, reason: "Done", observed_generation: 2)
        new.last_transition_time = "2026-01-02T00:00:00Z"
        conditions.set(new)
        conditions.set(Condition(type: "Other", status: .unknown, reason: "New"))
        #expect(conditions?.map(\.type) == ["Ready", "Other"])
        #expect(conditions?.first == new)
    }

    @Test func `a condition is removed by its type`() {
        var list = conditions ?? []
        let changes = [list.remove("Stalled"), list.remove("Stalled")]
        #expect(changes == [true, false])
        #expect(list.map(\.type) == ["Ready", "Odd"])
    }

    @Test func `a new condition has the current time`() throws {
        let condition = Condition(type: "Ready", status: .true, reason: "Done")
        #expect(condition.last_transition_time.timeSince1970 != nil)
        let other = Condition(type: "Ready", status: .true, reason: "Done", observedGeneration: 4)
        #expect(other.observed_generation == 4 && other.status == .true)
    }
}

struct LabelSelectorTests {
    private func requirement(_ name: String, _ values: [String]? = nil) -> LabelSelector {
        LabelSelector(match_expressions: [.init(key: "tier", operator: name, values: values)])
    }

    @Test(
        arguments: [
            ("In", ["a", "b"], true, false), ("In", ["c"], false, false), ("In", [], false, false),
            ("NotIn", ["a"], false, true), ("NotIn", ["c"], true, true),
            ("NotIn", [], false, false),
            ("Exists", nil, true, false), ("Exists", ["a"], false, false),
            ("DoesNotExist", nil, false, true), ("Like", ["a"], false, false),
        ] as [(String, [String]?, Bool, Bool)]
    )
    func `a requirement is met or not`(
        name: String,
        values: [String]?,
        matchesA: Bool,
        matchesNone: Bool
    ) {
        let selector = requirement(name, values)
        #expect(selector.matches(["tier": "a"]) == matchesA)
        #expect(selector.matches([:]) == matchesNone)
        #expect(selector.matches(nil) == matchesNone)
    }

    @Test func `all requirements must be met`() {
        var selector = requirement("Exists")
        selector.match_labels = ["app": "web"]
        #expect(selector.matches(["app": "web", "tier": "x"]))
        #expect(!selector.matches(["app": "web"]))
        #expect(!selector.matches(["app": "other", "tier": "x"]))
        #expect(LabelSelector().matches(["a": "b"]))
        #expect(LabelSelector().matches(nil))
    }
}

struct OwnerReferenceTests {
    @Test func `a reference has the names of its owner`() {
        var widget = Widget(metadata: .init(name: "w", uid: "u-1"))
        #expect(
            OwnerReference(to: widget, controller: true)
                == OwnerReference(
                    api_version: "example.com/v1",
                    block_owner_deletion: true,
                    controller: true,
                    kind: "Widget",
                    name: "w",
                    uid: "u-1"
                )
        )
        widget.metadata.owner_references = [OwnerReference(to: widget)]
        #expect(widget.metadata.owner_references?.first?.controller == nil)
        #expect(widget.metadataViolations.isEmpty)
    }
}
