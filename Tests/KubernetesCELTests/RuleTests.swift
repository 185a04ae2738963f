import KubernetesCEL
import Testing

/// Compares rules at schemas with what the server says when their CRD is created.
@Suite(.enabled(if: SharedData.isAvailable, "needs ../shared/cel"))
struct RuleTests {
    private func compare(_ rules: [RuleLine]) {
        let differences = rules.compactMap(\.difference)
        let list = differences.prefix(30).joined(separator: "\n")
        #expect(differences.isEmpty, "\(differences.count) differences:\n\(list)")
    }

    @Test func `mutated rules have the server's errors and costs`() throws {
        compare(RuleLine.mutated(try SharedData.lines(of: "k8s/mutated-rules.jsonl")))
    }

    @Test func `estimated costs are the server's`() throws {
        compare(RuleLine.estimated(try SharedData.lines(of: "k8s/cost-estimate.jsonl")))
    }
}
