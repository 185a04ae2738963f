import CRDValues

/// Values for samples of Go types that the API server validates by more than their schemas.
enum DefinitionExample {
    /// Returns the value for a definition; `nil` for most of them.
    ///
    /// For a kind, it is an object without the names of its type.
    static func value(of name: String) -> JSONValue? {
        for (prefix, values) in packages where name.hasPrefix(prefix) {
            return values[String(name.dropFirst(prefix.count))]
        }
        return nil
    }

    private static let packages: [(prefix: String, values: [String: JSONValue])] = [
        (
            "io.k8s.apimachinery.pkg.apis.meta.v1.",
            ["Duration": "1h", "MicroTime": "2026-01-01T00:00:00.000000Z"]
        ),
        (
            "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.",
            ["CustomResourceDefinition": definition]
        ),
        (
            "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.",
            ["CustomResourceDefinition": definition]
        ),
        ("io.k8s.api.admissionregistration.v1.", policies),
        ("io.k8s.api.admissionregistration.v1beta1.", policies),
        ("io.k8s.api.admissionregistration.v1alpha1.", policies),
    ]

    private static let definition: JSONValue = [
        "metadata": ["name": "widgets.example.com"],
        "spec": [
            "group": "example.com",
            "names": ["kind": "Widget", "plural": "widgets"],
            "scope": "Namespaced",
            "versions": [
                [
                    "name": "v1",
                    "served": true,
                    "storage": true,
                    "schema": ["openAPIV3Schema": ["type": "object"]],
                ]
            ],
        ],
    ]

    private static let policies: [String: JSONValue] = [
        "ValidatingAdmissionPolicy": [
            "metadata": ["name": "example"],
            "spec": [
                "matchConstraints": [
                    "resourceRules": [
                        [
                            "apiGroups": ["apps"],
                            "apiVersions": ["v1"],
                            "operations": ["CREATE", "UPDATE"],
                            "resources": ["deployments"],
                        ]
                    ]
                ],
                "validations": [["expression": "object.spec.replicas <= 5"]],
            ],
        ],
        "ValidatingAdmissionPolicyBinding": [
            "metadata": ["name": "example"],
            "spec": ["policyName": "example", "validationActions": ["Deny"]],
        ],
    ]
}
