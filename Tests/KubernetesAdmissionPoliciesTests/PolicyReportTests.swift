import CRDInspection
import CRDReports
import CRDRuntime
import CRDValues
import TestSupport
import Testing

/// The objects that only policies check, in the summary and in reports.
struct PolicyReportTests {
    private static func check(action: String = "Warn") -> ManifestCheck {
        let objects = """
            apiVersion: v1
            kind: Pod
            metadata: {name: a}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: b}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: other}
            """
        let policy = PolicyText.bound(
            """
            matchConditions: [{name: short, expression: size(object.metadata.name) < 2}]
            validations: [{expression: "object.metadata.name == 'a'", message: not a}]
            """,
            binding: "validationActions: [\(action)]"
        )
        return PolicyText.check(MarkedText(objects), MarkedText(policy))
    }

    private static func report() -> Report {
        check().report(version: "1", requiresKinds: false, before: [], after: [], leftOut: [])
    }

    @Test func `objects that only policies check are counted on their own`() {
        let check = Self.check()
        #expect(
            check.summary(requiresKinds: false)
                == "3 objects: 2 checked by policies only, 1 not checked"
        )
        #expect(check.uncheckedError?.diagnostic.message.hasPrefix("3 objects not") == true)
        #expect(
            check.diagnostics(requiresKinds: false).map(\.message) == [
                "no CRD found for 'v1, Kind=Pod', so 2 objects are checked by policies only",
                "Validation failed for ValidatingAdmissionPolicy 'p' with binding 'b': not a",
                "no CRD found for 'v1, Kind=Pod', so it is not validated",
            ]
        )
        #expect(check.summary(requiresKinds: true) == "3 objects: 3 invalid")
    }

    @Test func `objects that policies deny are not checked by a schema either`() {
        let check = Self.check(action: "Deny")
        #expect(
            check.summary(requiresKinds: false)
                == "3 objects: 1 invalid, 1 checked by policies only, 1 not checked"
        )
        #expect(check.uncheckedError?.diagnostic.message.hasPrefix("3 objects not") == true)
    }

    @Test func `they pass in reports, with a note about how they are checked`() {
        let junit = Self.report().junit
        #expect(junit.contains("tests=\"3\" failures=\"0\" errors=\"0\" skipped=\"1\""))
        let note = "no CRD found for 'v1, Kind=Pod', so it is checked by policy 'p' only"
        #expect(junit.contains("a.yaml:1:1: note: \(note)"))
        #expect(Self.report().tap.contains("ok 2 - Pod b (a.yaml)\n"))
    }

    @Test func `a note about a kind is in each object of a report, and not repeated`() {
        #expect(!Self.report().junit.contains("2 objects"))
        #expect(!Self.report().tap.contains("\n#"))
    }

    @Test func `JSON has the names of the policies`() throws {
        let report = Self.report()
        let objects = try #require(report.members["objects"]?.array)
        #expect(
            objects.map { $0.object?["verdict"] } == ["policiesOnly", "policiesOnly", "unchecked"]
        )
        #expect(objects.map { $0.object?["policies"] } == [["p"], ["p"], []])
        let summary = try #require(report.members["summary"]?.object)
        #expect(summary["policiesOnly"] == 2)
        #expect(summary["unchecked"] == 1)
    }
}
