import Foundation
import TestSupport
import Testing

@testable import CRDInspection
@testable import KubernetesAdmissionPolicies

/// Verdicts that the admission plugin of Kubernetes 1.36.4 gave for policies and manifests of this
/// folder (k8s.io/apiserver, pkg/admission/plugin/policy/validating, with cel-go 0.32).
///
/// Each line of a table has the object, the policy, the binding, and the message of one denial.
struct PolicyVerdictTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "AdmissionPolicies")

    private static func text(_ file: String) -> String? {
        try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }

    @Test(arguments: ["Expressions", "Features", "Matching", "Parameters"])
    func `policies deny what the API server denies`(_ name: String) throws {
        let text = try #require(Self.text("\(name).yaml"))
        let table = try #require(Self.text("\(name).verdicts"))
        let check = PolicyText.check(MarkedText(text), old: Self.text("\(name).old"))
        let found = check.objects.filter { $0.kind != "CustomResourceDefinition" }
            .flatMap { object in
                (object.policyVerdict?.findings ?? []).map { finding in
                    let subject = "\(object.kind)/\(object.name)"
                    let binding = finding.binding ?? "-"
                    let message = finding.message.replacing("\n", with: "\\n")
                    return "\(subject) \(finding.policy) \(binding): \(message)"
                }
            }
        let expected = table.split(separator: "\n").map(String.init)
        let difference = expected.sorted().difference(from: found.sorted())
        #expect(expected.count > 30)
        #expect(difference.isEmpty)
    }
}
