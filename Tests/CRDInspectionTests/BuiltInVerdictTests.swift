import CRDInspection
import CRDRuntime
import CRDYAML
import ManifestTexts
import TestSupport
import Testing

/// The decoding of objects of built-in kinds, with the verdicts of Kubernetes 1.36.4 for the same
/// manifests (k8s.io/apimachinery, `NewSerializerWithOptions` with YAML and strict decoding).
struct BuiltInVerdictTests {
    /// A kind, the lines of an object beside its name, and the error; `nil` if Kubernetes decodes it.
    private static let verdicts: [(kind: String, lines: String, error: String?)] = [
        ("Secret", "data: {a: aGk=}", nil),
        ("Secret", "data: {a: aGk}", "illegal base64 data at input byte 0"),
        ("Secret", #"data: {a: "aG\nk="}"#, nil),
        ("Secret", #"data: {a: "===="}"#, "illegal base64 data at input byte 0"),
        ("Secret", "data: {a: null}", nil),
        ("Secret", #"data: {a: ""}"#, nil),
        ("Secret", "data: {a: []}", nil),
        ("Secret", "data: {a: [104, 105]}", nil),
        ("Secret", "data: {a: [null, 1.0, 255]}", nil),
        (
            "Secret", "data: {a: [256]}",
            "json: cannot unmarshal number 256 into Go struct field Secret.data of type uint8"
        ),
        (
            "Secret", "data: {a: [-1]}",
            "json: cannot unmarshal number -1 into Go struct field Secret.data of type uint8"
        ),
        (
            "Secret", "data: {a: [1.5]}",
            "json: cannot unmarshal number 1.5 into Go struct field Secret.data of type uint8"
        ),
        (
            "Secret", "data: {a: [a]}",
            "json: cannot unmarshal string into Go struct field Secret.data of type uint8"
        ),
        (
            "Secret", "data: {a: [[1]]}",
            "json: cannot unmarshal array into Go struct field Secret.data of type uint8"
        ),
        (
            "Secret", "data: {a: {}}",
            "json: cannot unmarshal object into Go struct field Secret.data of type []uint8"
        ),
        (
            "Secret", "data: {a: 5}",
            "json: cannot unmarshal number into Go struct field Secret.data of type []uint8"
        ),
        (
            "Secret", "data: {a: true}",
            "json: cannot unmarshal bool into Go struct field Secret.data of type []uint8"
        ),
        ("Secret", "data: null", nil),
        (
            "Secret", "data: []",
            "json: cannot unmarshal array into Go struct field Secret.data of type map[string][]uint8"
        ),
        (
            "Secret", "data: a",
            "json: cannot unmarshal string into Go struct field Secret.data of type map[string][]uint8"
        ),
        ("Secret", "immutable: yes", nil),
        (
            "Secret", #"immutable: "yes""#,
            "json: cannot unmarshal string into Go struct field Secret.immutable of type bool"
        ),
        (
            "Secret", "immutable: 1",
            "json: cannot unmarshal number into Go struct field Secret.immutable of type bool"
        ),
        ("Secret", "immutable: null", nil),
        (
            "Secret", "stringData: {a: 1}",
            "json: cannot unmarshal number into Go struct field Secret.stringData of type string"
        ),
        ("Secret", "stringData: {a: null}", nil),
        ("Secret", "stringData: {a: 2024-01-01}", nil),
        ("Secret", "Data: {}", #"strict decoding error: unknown field "Data""#),
        ("Secret", "stringdata: {a: b}", #"strict decoding error: unknown field "stringdata""#),
        ("Secret", "spec: {}", #"strict decoding error: unknown field "spec""#),
        (
            "Secret", "metadata: {name: a, lables: {a: b}}",
            #"strict decoding error: unknown field "metadata.lables""#
        ),
        (
            "Secret", "metadata: {name: a, labels: {a: 1}}",
            "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string"
        ),
        (
            "Secret", "metadata: {name: a, labels: {a: on}}",
            "json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string"
        ),
        ("Secret", "metadata: {name: a, generation: 1e1}", nil),
        (
            "Secret", #"metadata: {name: a, generation: "1"}"#,
            "json: cannot unmarshal string into Go struct field ObjectMeta.metadata.generation of type int64"
        ),
        (
            "Secret", "metadata: [a]",
            "json: cannot unmarshal array into Go struct field Secret.metadata of type v1.ObjectMeta"
        ),
        (
            "Secret", "metadata: {name: 1}",
            "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.name of type string"
        ),
        ("Lease", #"spec: {renewTime: "2024-02-29T23:59:59.000000Z"}"#, nil),
        ("Lease", #"spec: {renewTime: "2024-02-29T23:59:59,000001+01:00"}"#, nil),
        ("Lease", #"spec: {renewTime: "2024-02-29T9:59:59.000000Z"}"#, nil),
        ("Lease", #"spec: {renewTime: "2024-02-29T23:59:59.000000+24:60"}"#, nil),
        (
            "Lease", #"spec: {renewTime: "2024-02-29T23:59:59Z"}"#,
            #"parsing time "2024-02-29T23:59:59Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "Z" as ".000000""#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-02-29T23:59:59.00000Z"}"#,
            #"parsing time "2024-02-29T23:59:59.00000Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse ".00000Z" as ".000000""#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-02-29T23:59:59.0000000Z"}"#,
            #"parsing time "2024-02-29T23:59:59.0000000Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "0Z" as "Z07:00""#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-02-29t23:59:59.000000Z"}"#,
            #"parsing time "2024-02-29t23:59:59.000000Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "t23:59:59.000000Z" as "T""#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-02-29T23:59:59.000000z"}"#,
            #"parsing time "2024-02-29T23:59:59.000000z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "z" as "Z07:00""#
        ),
        (
            "Lease", #"spec: {renewTime: "2023-02-29T23:59:59.000000Z"}"#,
            #"parsing time "2023-02-29T23:59:59.000000Z": day out of range"#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-13-01T00:00:00.000000Z"}"#,
            #"parsing time "2024-13-01T00:00:00.000000Z": month out of range"#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-01-01T24:00:00.000000Z"}"#,
            #"parsing time "2024-01-01T24:00:00.000000Z": hour out of range"#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-01-01T00:60:00.000000Z"}"#,
            #"parsing time "2024-01-01T00:60:00.000000Z": minute out of range"#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-01-01T00:00:60.000000Z"}"#,
            #"parsing time "2024-01-01T00:00:60.000000Z": second out of range"#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-01-01T00:00:00.000000+25:00"}"#,
            #"parsing time "2024-01-01T00:00:00.000000+25:00": time zone offset hour out of range"#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-01-01T00:00:00.000000+01:61"}"#,
            #"parsing time "2024-01-01T00:00:00.000000+01:61": time zone offset minute out of range"#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-01-01T00:00:00.000000Z."}"#,
            #"parsing time "2024-01-01T00:00:00.000000Z.": extra text: ".""#
        ),
        (
            "Lease", #"spec: {renewTime: "2024-01-01"}"#,
            #"parsing time "2024-01-01" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "" as "T""#
        ),
        (
            "Lease", #"spec: {renewTime: "é"}"#,
            #"parsing time "\xc3\xa9" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "\xc3\xa9" as "2006""#
        ),
        (
            "Lease", #"spec: {renewTime: ""}"#,
            #"parsing time "" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "" as "2006""#
        ),
        ("Lease", "spec: {leaseDurationSeconds: 1}", nil),
        ("Lease", "spec: {leaseDurationSeconds: 1.0}", nil),
        ("Lease", "spec: {leaseDurationSeconds: 1e1}", nil),
        ("Lease", "spec: {leaseDurationSeconds: -1}", nil),
        (
            "Lease", "spec: {leaseDurationSeconds: 2147483648}",
            "json: cannot unmarshal number 2147483648 into Go struct field LeaseSpec.spec.leaseDurationSeconds of type int32"
        ),
        (
            "Lease", "spec: {leaseDurationSeconds: 1.5}",
            "json: cannot unmarshal number 1.5 into Go struct field LeaseSpec.spec.leaseDurationSeconds of type int32"
        ),
        (
            "Lease", #"spec: {leaseDurationSeconds: "1"}"#,
            "json: cannot unmarshal string into Go struct field LeaseSpec.spec.leaseDurationSeconds of type int32"
        ),
        ("Lease", "spec: {leaseDurationSeconds: null}", nil),
        ("Lease", "spec: {leaseDurationSeconds: 0x10}", nil),
        ("Lease", "spec: {leaseDurationSeconds: 010}", nil),
        ("Lease", "spec: {leaseDurationSeconds: 1_000}", nil),
        (
            "Lease", "spec: {leaseDurationSeconds: []}",
            "json: cannot unmarshal array into Go struct field LeaseSpec.spec.leaseDurationSeconds of type int32"
        ),
        ("Secret", #"metadata: {name: a, creationTimestamp: "2024-02-29T23:59:59Z"}"#, nil),
        (
            "Secret",
            #"metadata: {name: a, creationTimestamp: "2024-02-29T23:59:59.123456789012Z"}"#, nil
        ),
        (
            "Secret", #"metadata: {name: a, creationTimestamp: "2024-02-29T23:59:59.Z"}"#,
            #"parsing time "2024-02-29T23:59:59.Z" as "2006-01-02T15:04:05Z07:00": cannot parse ".Z" as "Z07:00""#
        ),
        (
            "Secret", #"metadata: {name: a, creationTimestamp: "2024-02-29 23:59:59Z"}"#,
            #"parsing time "2024-02-29 23:59:59Z" as "2006-01-02T15:04:05Z07:00": cannot parse " 23:59:59Z" as "T""#
        ),
        (
            "Secret", #"metadata: {name: a, creationTimestamp: "2024-02-29T23:59:59"}"#,
            #"parsing time "2024-02-29T23:59:59" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "Z07:00""#
        ),
        (
            "Secret", #"metadata: {name: a, creationTimestamp: "2024-02-29T23:59:59+0100"}"#,
            #"parsing time "2024-02-29T23:59:59+0100" as "2006-01-02T15:04:05Z07:00": cannot parse "+0100" as "Z07:00""#
        ),
        (
            "Secret", #"metadata: {name: a, creationTimestamp: "1"}"#,
            #"parsing time "1" as "2006-01-02T15:04:05Z07:00": cannot parse "1" as "2006""#
        ),
        ("ResourceQuota", "spec: {hard: {a: 1}}", nil),
        ("ResourceQuota", "spec: {hard: {a: 1.5}}", nil),
        ("ResourceQuota", #"spec: {hard: {a: "1"}}"#, nil),
        ("ResourceQuota", #"spec: {hard: {a: "1.5Gi"}}"#, nil),
        ("ResourceQuota", #"spec: {hard: {a: "100m"}}"#, nil),
        ("ResourceQuota", #"spec: {hard: {a: "1e3"}}"#, nil),
        ("ResourceQuota", #"spec: {hard: {a: "1E"}}"#, nil),
        ("ResourceQuota", #"spec: {hard: {a: "+.5"}}"#, nil),
        ("ResourceQuota", #"spec: {hard: {a: " 5 "}}"#, nil),
        ("ResourceQuota", #"spec: {hard: {a: "5."}}"#, nil),
        ("ResourceQuota", "spec: {hard: {a: 1e3}}", nil),
        ("ResourceQuota", "spec: {hard: {a: null}}", nil),
        (
            "ResourceQuota", #"spec: {hard: {a: ""}}"#,
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        (
            "ResourceQuota", #"spec: {hard: {a: "5 Gi"}}"#,
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        ("ResourceQuota", #"spec: {hard: {a: "1Kim"}}"#, "unable to parse quantity's suffix"),
        (
            "ResourceQuota", #"spec: {hard: {a: "1..2"}}"#,
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        ("ResourceQuota", #"spec: {hard: {a: "."}}"#, nil),
        (
            "ResourceQuota", #"spec: {hard: {a: "0x10"}}"#,
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        (
            "ResourceQuota", "spec: {hard: {a: abc}}",
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        (
            "ResourceQuota", "spec: {hard: {a: true}}",
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        (
            "ResourceQuota", "spec: {hard: {a: []}}",
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        (
            "ResourceQuota", "spec: {hard: {a: {}}}",
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        ),
        ("ResourceQuota", "spec: {scopes: [null]}", nil),
        ("ResourceQuota", "spec: null", nil),
        (
            "ResourceQuota", "spec: []",
            "json: cannot unmarshal array into Go struct field ResourceQuota.spec of type v1.ResourceQuotaSpec"
        ),
        ("ResourceQuota", "spec: {hart: {}}", #"strict decoding error: unknown field "spec.hart""#),
        ("PodDisruptionBudget", "spec: {minAvailable: 1}", nil),
        ("PodDisruptionBudget", #"spec: {minAvailable: "1"}"#, nil),
        ("PodDisruptionBudget", #"spec: {minAvailable: "50%"}"#, nil),
        ("PodDisruptionBudget", "spec: {minAvailable: 50%}", nil),
        ("PodDisruptionBudget", "spec: {minAvailable: 1.0}", nil),
        (
            "PodDisruptionBudget", "spec: {minAvailable: 1.5}",
            "json: cannot unmarshal number 1.5 into Go struct field PodDisruptionBudgetSpec.spec.minAvailable of type int32"
        ),
        ("PodDisruptionBudget", "spec: {minAvailable: -1}", nil),
        (
            "PodDisruptionBudget", "spec: {minAvailable: 2147483648}",
            "json: cannot unmarshal number 2147483648 into Go struct field PodDisruptionBudgetSpec.spec.minAvailable of type int32"
        ),
        (
            "PodDisruptionBudget", "spec: {minAvailable: true}",
            "json: cannot unmarshal bool into Go struct field PodDisruptionBudgetSpec.spec.minAvailable of type int32"
        ),
        (
            "PodDisruptionBudget", "spec: {minAvailable: []}",
            "json: cannot unmarshal array into Go struct field PodDisruptionBudgetSpec.spec.minAvailable of type int32"
        ),
        (
            "PodDisruptionBudget", "spec: {minAvailable: {}}",
            "json: cannot unmarshal object into Go struct field PodDisruptionBudgetSpec.spec.minAvailable of type int32"
        ),
        ("PodDisruptionBudget", "spec: {minAvailable: null}", nil),
        ("StorageVersion", "spec: {}", nil),
        ("StorageVersion", "spec: null", nil),
        ("StorageVersion", "spec: {a: 1}", #"strict decoding error: unknown field "spec.a""#),
        (
            "StorageVersion", "spec: 1",
            "json: cannot unmarshal number into Go struct field StorageVersion.spec of type v1alpha1.StorageVersionSpec"
        ),
        (
            "StorageVersion", "spec: []",
            "json: cannot unmarshal array into Go struct field StorageVersion.spec of type v1alpha1.StorageVersionSpec"
        ),
        ("Pod", "spec: {containers: [{name: c}], activeDeadlineSeconds: 9223372036854775807}", nil),
        (
            "Pod", "spec: {containers: [{name: c}], activeDeadlineSeconds: 9223372036854775808}",
            "json: cannot unmarshal number 9223372036854775808 into Go struct field PodSpec.spec.activeDeadlineSeconds of type int64"
        ),
        (
            "Pod", "spec: {containers: [{name: c}], activeDeadlineSeconds: -9223372036854775809}",
            "json: cannot unmarshal number -9223372036854776000 into Go struct field PodSpec.spec.activeDeadlineSeconds of type int64"
        ),
        (
            "Pod", "spec: {containers: [{name: c}], activeDeadlineSeconds: 123456789012345678901}",
            "json: cannot unmarshal number 123456789012345680000 into Go struct field PodSpec.spec.activeDeadlineSeconds of type int64"
        ),
        (
            "Pod", "spec: {containers: [{name: c}], nodeSelector: {a: true}}",
            "json: cannot unmarshal bool into Go struct field PodSpec.spec.nodeSelector of type string"
        ),
        (
            "Pod", #"spec: {containers: [{name: c}], hostNetwork: "true"}"#,
            "json: cannot unmarshal string into Go struct field PodSpec.spec.hostNetwork of type bool"
        ),
        ("Pod", "spec: {containers: [{name: c}], hostNetwork: on}", nil),
        (
            "Pod", "spec: {containers: [{name: c}], hostnetwork: true}",
            #"strict decoding error: unknown field "spec.hostnetwork""#
        ),
        (
            "Pod", "spec: {containers: {name: c}}",
            "json: cannot unmarshal object into Go struct field PodSpec.spec.containers of type []v1.Container"
        ),
        (
            "Pod", "spec: {containers: [c]}",
            "json: cannot unmarshal string into Go struct field PodSpec.spec.containers of type v1.Container"
        ),
        (
            "Pod", "spec: {containers: [[]]}",
            "json: cannot unmarshal array into Go struct field PodSpec.spec.containers of type v1.Container"
        ),
        (
            "Pod", "spec: {containers: [{name: [c]}]}",
            "json: cannot unmarshal array into Go struct field Container.spec.containers.name of type string"
        ),
        (
            "Pod", "spec: {containers: [{name: c, command: x}]}",
            "json: cannot unmarshal string into Go struct field Container.spec.containers.command of type []string"
        ),
        (
            "Pod", "spec: {containers: [{name: c, command: [1]}]}",
            "json: cannot unmarshal number into Go struct field Container.spec.containers.command of type string"
        ),
        (
            "Pod", "spec: {containers: [{name: c}, {nmae: d, name: d}, {name: 1}]}",
            "json: cannot unmarshal number into Go struct field Container.spec.containers.name of type string"
        ),
        (
            "Pod", "spec: {hostNetwork: 1, activeDeadlineSeconds: a, containers: [{name: 2}]}",
            "json: cannot unmarshal string into Go struct field PodSpec.spec.activeDeadlineSeconds of type int64"
        ),
        ("ControllerRevision", "data: {any: [thing]}", nil),
        ("ControllerRevision", "data: 1", nil),
        ("ControllerRevision", "data: [1]", nil),
        ("ControllerRevision", "data: null", nil),
        (
            "ControllerRevision", "revision: 1.5",
            "json: cannot unmarshal number 1.5 into Go struct field ControllerRevision.revision of type int64"
        ),
    ]

    @Test(arguments: verdicts)
    func `an object is decoded as by Kubernetes`(
        kind: String,
        lines: String,
        error: String?
    ) throws {
        let name = lines.hasPrefix("metadata:") ? "" : "metadata: {name: a}\n"
        let apiVersion = try #require(BuiltInKindText.apiVersions[kind])
        let text = "apiVersion: \(apiVersion)\nkind: \(kind)\n\(name)\(lines)\n"
        let check = try OpenAPIText.check(MarkedText(text), by: BuiltInKindText.document)
        let status = check.objects[0].status()
        guard let error else {
            #expect(check.diagnostics(requiresKinds: true) == [])
            return
        }
        let version = apiVersion.split(separator: "/").last ?? ""
        let message = "\(kind) in version \"\(version)\" cannot be handled as a \(kind): \(error)"
        #expect(status?["message"] == .string(message))
    }
}
