import KubernetesCEL
import Testing

/// Compares every line of the data with the answers of Kubernetes' own code.
struct DataFileTests {
    /// The number of differences that a failing test lists.
    private static let listed = 30

    /// Compares the lines of a file, without those that differ for a known reason.
    private func compare(
        _ lines: [DataLine],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let differences =
            lines
            .filter { $0.isApplicable && !$0.isUnchecked && !$0.isPanic }
            .filter { KnownDifference.reason($0.expression) == nil }
            .flatMap(Comparison.differences)
        let list = differences.prefix(Self.listed).joined(separator: "\n")
        #expect(
            differences.isEmpty,
            "\(differences.count) differences:\n\(list)",
            sourceLocation: sourceLocation
        )
    }

    @Test func `our own expressions have the server's answers`() throws {
        compare(try DataLine.probes())
    }

    @Test(
        .enabled(if: SharedData.isAvailable, "needs ../shared/cel"),
        arguments: ["cel-spec/tests.jsonl", "cel-go/expressions.jsonl", "k8s/library.jsonl"]
    )
    func `published expressions have the server's answers`(_ file: String) throws {
        compare(try SharedData.lines(of: file))
    }
}
