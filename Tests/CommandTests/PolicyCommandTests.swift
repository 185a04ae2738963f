import Foundation
import Testing

/// `crdgen validate` with admission policies.
@Suite struct PolicyCommandTests {
    private static let policy = """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: {name: names}
        spec:
          matchConstraints:
            resourceRules:
            - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}
          validations:
          - {expression: "object.metadata.name != 'a'", message: a is taken}

        """
    private static let binding = """
        ---
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata: {name: all}
        spec: {policyName: names, validationActions: [Deny]}

        """
    private static let pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n"

    @Test(arguments: [["m", "--policies", "p"], ["m", "p/policy.yaml"]])
    func `policies are in their own folder or among the manifests`(_ arguments: [String]) throws {
        try Workspace.with { folder in
            try folder.write("m/pod.yaml", Self.pod)
            try folder.write("p/policy.yaml", Self.policy + Self.binding)
            let result = try folder.run("crdgen", ["validate"] + arguments)
            #expect(
                result.output.contains(
                    "m/pod.yaml:4:9: error: ValidatingAdmissionPolicy 'names' with binding 'all' denied "
                        + "request: a is taken\n"
                )
            )
            #expect(result.output.contains("1 invalid"))
            #expect(result.status == 1)
        }
    }

    @Test(arguments: [
        PolicyCommandTests.binding, PolicyCommandTests.pod,
        PolicyCommandTests.policy.replacing("io/v1", with: "io/v2"),
    ])
    func `a folder of policies without any is an error`(text: String) throws {
        try Workspace.with { folder in
            try folder.write("m/pod.yaml", Self.pod)
            try folder.write("p/policy.yaml", text)
            let result = try folder.run("crdgen", ["validate", "m", "--policies", "p"])
            let isBinding = text == Self.binding
            #expect(
                result.output.contains(
                    "p: error: no ValidatingAdmissionPolicy of 'admissionregistration.k8s.io' found; "
                        + "check the path\n"
                ) == !isBinding
            )
            #expect(result.status == (isBinding ? 0 : 1))
        }
    }

    @Test func `errors and notes about policies are printed`() throws {
        try Workspace.with { folder in
            try folder.write("m/pod.yaml", Self.pod)
            try folder.write("p/policy.yaml", Self.policy)
            let result = try folder.run("crdgen", ["validate", "m", "--policies", "p"])
            #expect(
                result.errors.contains(
                    "p/policy.yaml:1:1: note: ValidatingAdmissionPolicy 'names' has no "
                        + "ValidatingAdmissionPolicyBinding, so it is not enforced\n"
                )
            )
            #expect(result.status == 0)
            try folder.write("p/policy.yaml", Self.policy.replacing("object.", with: "objekt."))
            let invalid = try folder.run("crdgen", ["validate", "m", "--policies", "p"])
            #expect(
                invalid.output.contains("p/policy.yaml:9:19: error: spec.validations[0].expression")
            )
            #expect(invalid.status == 1)
        }
    }

    @Test func `a folder without policies is an error`() throws {
        try Workspace.with { folder in
            try folder.write("m/pod.yaml", Self.pod)
            try folder.write("p/policy.yaml", "# none\n")
            let result = try folder.run("crdgen", ["validate", "m", "--policies", "p"])
            #expect(result.output.contains("p: error: no objects found\n"))
            #expect(result.status == 1)
        }
    }

    @Test func `the article shows what is printed`() throws {
        let article = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/CRDRuntime/CRDRuntime.docc/AdmissionPolicies.md")
        let blocks = try String(contentsOf: article, encoding: .utf8).components(separatedBy: "```")
        let texts = blocks.filter { $0.hasPrefix("yaml\n") }.map { String($0.dropFirst(5)) }
        try #require(texts.count == 2)
        let output = try #require(blocks.first { $0.hasPrefix("console\n") })
        try Workspace.with { folder in
            try folder.write("policies/replicas.yaml", texts[0])
            try folder.write("deploy/web.yaml", texts[1])
            let lines = output.split(separator: "\n").dropFirst()
            let command = try #require(lines.first)
            let result = try folder.shell("(\(command.dropFirst(2))) 2>&1")
            #expect(result.output == lines.dropFirst().map { "\($0)\n" }.joined())
        }
    }
}
