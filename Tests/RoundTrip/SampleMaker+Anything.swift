import CRDRuntime

extension SampleMaker {
    /// A value where every value is allowed.
    mutating func anything() -> JSONValue {
        switch style {
        case .full, .nulls, .defaults:
            return [
                "z": [.null, true, 1.5, 9_007_199_254_740_993, .string(scalars.string()), [], [:]],
                "a": ["nested": ["deeper": .string(scalars.string())]],
            ]
        case .unusual, .minimal:
            let values: [JSONValue] = [false, 0, -0.5, [], [:], [[1]], .string(scalars.string())]
            return scalars.next(of: values)
        }
    }

    /// The metadata of a resource: all of it, or the name alone.
    mutating func metadata(hasNamespace: Bool = true) -> JSONValue {
        switch style {
        case .minimal, .defaults:
            return ["name": "example"]
        case .full, .unusual, .nulls:
            var metadata: JSONValue = [
                "name": "example",
                "generateName": "example-",
                "labels": ["app.kubernetes.io/name": "yes", "0x1F": "1_000"],
                "annotations": ["example.com/true": .string(scalars.string())],
                "uid": "4c7c3a0e-0000-4000-8000-000000000000",
                "resourceVersion": "010",
                "generation": 9_007_199_254_740_993,
                "creationTimestamp": scalars.dateTime(),
                "deletionTimestamp": scalars.dateTime(),
                "deletionGracePeriodSeconds": 30,
                "finalizers": ["example.com/finalizer"],
                "ownerReferences": [
                    [
                        "apiVersion": "v1", "kind": "Node", "name": "a", "uid": "b",
                        "controller": true, "blockOwnerDeletion": false,
                    ]
                ],
                "managedFields": [["manager": "a", "fieldsV1": ["f:spec": [:]]]],
                "selfLink": "/apis",
                "somethingNewer": ["a": 1],
            ]
            if hasNamespace, case .object(var object) = metadata {
                object["namespace"] = "default"
                metadata = .object(object)
            }
            return metadata
        }
    }
}
