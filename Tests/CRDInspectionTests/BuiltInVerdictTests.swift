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
    typealias Verdict = (kind: String, lines: String, error: String?)

    private static let verdicts: [Verdict] = [
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
        ("ResourceQuota", "spec: {scopes: [null]}", nil),
        ("ResourceQuota", "spec: null", nil),
        (
            "ResourceQuota", "spec: []",
            "json: cannot unmarshal array into Go struct field ResourceQuota.spec of type v1.ResourceQuotaSpec"
        ),
        ("ResourceQuota", "spec: {hart: {}}", #"strict decoding error: unknown field "spec.hart""#),
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

    @Test(arguments: verdicts + formatVerdicts)
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
