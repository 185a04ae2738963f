import CRDRuntime
import CRDValues

/// Random parts of a CRD with a kind `Widget` besides its schemas, and changes of them.
struct RandomDefinition {
    private var isNamespaced = true
    private var hasStatus: Bool
    private var hasColumns: Bool
    private var selectsField: Bool
    private var converts: Bool
    /// Whether there is a version `v2`, and whether it is stored.
    private var other: (exists: Bool, isStored: Bool)
    private var isServed = true

    /// Creates random parts.
    init(_ generator: inout some RandomNumberGenerator) {
        hasStatus = Bool.random(using: &generator)
        hasColumns = Bool.random(using: &generator)
        selectsField = Bool.random(using: &generator)
        converts = Bool.random(using: &generator)
        other = (Bool.random(using: &generator), Bool.random(using: &generator))
    }

    /// Returns the definition with another value for one part.
    func changed(_ generator: inout some RandomNumberGenerator) -> RandomDefinition {
        var result = self
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: result.isNamespaced.toggle()
        case 1: result.isServed.toggle()
        case 2: result.other.exists.toggle()
        case 3: result.other.isStored.toggle()
        case 4: result.converts.toggle()
        case 5: result.selectsField.toggle()
        case 6: result.hasColumns.toggle()
        default: result.hasStatus.toggle()
        }
        return result
    }

    /// Returns the CRD with the properties of the resource, and with names of required ones.
    func document(_ properties: JSONObject, required: [String]) -> JSONValue {
        let schema: JSONValue = [
            "type": "object", "properties": .object(properties),
            "required": .array(required.map { .string($0) }),
        ]
        var version: JSONObject = [
            "name": "v1", "served": .boolean(isServed),
            "storage": .boolean(!other.exists || !other.isStored),
            "schema": ["openAPIV3Schema": schema],
        ]
        if hasStatus { version["subresources"] = ["status": [:]] }
        if hasColumns {
            version["additionalPrinterColumns"] = [
                ["name": "A", "type": "string", "jsonPath": ".spec.a"]
            ]
        }
        if selectsField { version["selectableFields"] = [["jsonPath": ".note"]] }
        var versions = [JSONValue.object(version)]
        if other.exists {
            versions.append([
                "name": "v2", "served": true, "storage": .boolean(other.isStored),
                "schema": [
                    "openAPIV3Schema": [
                        "type": "object", "x-kubernetes-preserve-unknown-fields": true,
                    ]
                ],
            ])
        }
        return .object(document(versions))
    }

    private func document(_ versions: [JSONValue]) -> JSONObject {
        var spec: JSONObject = [
            "group": "example.com", "scope": isNamespaced ? "Namespaced" : "Cluster",
            "names": ["kind": "Widget", "plural": "widgets"], "versions": .array(versions),
        ]
        if converts, versions.count > 1 {
            let service: JSONValue = ["name": "a", "namespace": "b"]
            spec["conversion"] = [
                "strategy": "Webhook",
                "webhook": [
                    "conversionReviewVersions": ["v1"], "clientConfig": ["service": service],
                ],
            ]
        }
        return [
            "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
            "metadata": ["name": "widgets.example.com"], "spec": .object(spec),
        ]
    }
}
