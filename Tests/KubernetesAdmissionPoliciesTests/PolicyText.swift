import CRDInspection
import CRDReports
import CRDRuntime
import CRDYAML
import ManifestTexts
import TestSupport
import Testing

/// Policies in tests, and the validation of manifests with them.
enum PolicyText {
    /// A policy `p` for all objects, with a binding `b` that denies.
    ///
    /// - Parameters:
    ///   - spec: YAML of the spec besides the constraints, without indentation.
    ///   - rules: The constraints in YAML.
    ///   - binding: The spec of the binding besides the name of the policy; `nil` for no binding.
    /// - Returns: The text with both.
    static func bound(
        _ spec: String,
        rules: String = everything,
        binding: String? = "validationActions: [Deny]"
    ) -> String {
        policy(spec, rules: rules) + (binding.map(self.binding) ?? "")
    }

    /// Constraints that all objects satisfy.
    static let everything = """
        {resourceRules: [{apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["*"]}]}
        """

    /// A policy `p`.
    static func policy(_ spec: String, rules: String = everything) -> String {
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: {name: p}
        spec:
          matchConstraints: \(rules)
        \(indented(spec))
        ---

        """
    }

    /// A binding `b` of the policy `p`.
    static func binding(_ spec: String) -> String {
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata: {name: b}
        spec:
          policyName: p
        \(indented(spec))
        ---

        """
    }

    static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "  \($0)" }.joined(separator: "\n")
    }

    /// The diagnostics about a text with marked locations, and about the policies of another file,
    /// whose locations are marked too.
    static func diagnostics(
        _ text: MarkedText,
        _ policies: MarkedText = MarkedText(""),
        old: String? = nil,
        crd: String = InspectedText.widget(ManifestText.properties)
    ) -> [String] {
        let check = check(text, policies, old: old, crd: crd)
        return text.show(check.diagnostics(requiresKinds: false)).filter {
            !$0.contains("no CRD found for")
        } + policies.show(check.policyFindings.map(\.diagnostic))
    }

    static func check(
        _ text: MarkedText,
        _ policies: MarkedText = MarkedText(""),
        old: String? = nil,
        crd: String = InspectedText.widget(ManifestText.properties)
    ) -> ManifestCheck {
        var check = ManifestCheck(ManifestText.kinds(("crd.yaml", crd)))
        check.check(
            [ManifestText.input("a.yaml", text.text)],
            replacing: old.map { [ManifestText.input("old.yaml", $0)] },
            policies: policies.text.isEmpty
                ? [] : [ManifestText.input("policies.yaml", policies.text)]
        )
        return check
    }

    /// The message of the server about a request that the policy denies.
    static func denied(_ message: String) -> String {
        "ValidatingAdmissionPolicy 'p' with binding 'b' denied request: \(message)"
    }
}
