import Foundation
import Testing

@testable import KubernetesCEL

/// The answers of Kubernetes 1.35 to our own expressions about library functions.
struct LibraryProbeTests {
    private static let file = URL(fileURLWithPath: #filePath)
        .appendingPathComponent("../Probes/expressions.jsonl").standardized

    @Test(arguments: ["strings", "libs"])
    func `a call of a function gives the answer of the server`(group: String) throws {
        let lines = try DataLine.lines(of: Self.file).filter {
            $0.json["group"] as? String == group
        }
        #expect(lines.count > 90)
        for line in lines {
            for difference in Comparison.differences(line) { Issue.record("\(difference)") }
        }
    }
}
