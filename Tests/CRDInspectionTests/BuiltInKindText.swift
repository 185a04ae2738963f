/// An OpenAPI document with the fields of built-in kinds that tests use.
enum BuiltInKindText {
    /// The API versions of the kinds.
    static let apiVersions = [
        "ControllerRevision": "apps/v1", "Lease": "coordination.k8s.io/v1", "Pod": "v1",
        "PodDisruptionBudget": "policy/v1", "ResourceQuota": "v1", "Secret": "v1",
        "StorageVersion": "internal.apiserver.k8s.io/v1alpha1",
    ]

    static let document = """
        {"openapi": "3.0.0", "components": {"schemas": {
        \(kind("core.v1.Secret", #"""
            "data": {"type": "object", "additionalProperties": {"type": "string", "format": "byte"}},
            "immutable": {"type": "boolean"},
            "stringData": {"type": "object", "additionalProperties": {"type": "string", "default": ""}}
            """#)),
        \(kind("coordination.v1.Lease", #""spec": \#(api("coordination.v1.LeaseSpec"))"#)),
        \(type("api.coordination.v1.LeaseSpec", #"""
            "leaseDurationSeconds": {"type": "integer", "format": "int32"},
            "renewTime": \#(machinery("apis.meta.v1.MicroTime"))
            """#)),
        \(kind("core.v1.ResourceQuota", #""spec": \#(api("core.v1.ResourceQuotaSpec"))"#)),
        \(type("api.core.v1.ResourceQuotaSpec", #"""
            "hard": {"type": "object", "additionalProperties": \#(machinery("api.resource.Quantity"))},
            "scopes": {"type": "array", "items": {"type": "string", "default": ""}}
            """#)),
        \(kind("policy.v1.PodDisruptionBudget", #""spec": \#(api("policy.v1.PodDisruptionBudgetSpec"))"#)),
        \(type("api.policy.v1.PodDisruptionBudgetSpec", #"""
            "minAvailable": \#(machinery("util.intstr.IntOrString"))
            """#)),
        \(kind("apiserverinternal.v1alpha1.StorageVersion", #""spec": \#(api("apiserverinternal.v1alpha1.StorageVersionSpec"))"#)),
        "io.k8s.api.apiserverinternal.v1alpha1.StorageVersionSpec": {"type": "object"},
        \(kind("core.v1.Pod", #""spec": \#(api("core.v1.PodSpec"))"#)),
        \(type("api.core.v1.PodSpec", #"""
            "activeDeadlineSeconds": {"type": "integer", "format": "int64"},
            "containers": {"type": "array", "items": \#(api("core.v1.Container"))},
            "hostNetwork": {"type": "boolean"},
            "inline": {"type": "array", "items": {"type": "object", "properties": {
              "innerValue": {"type": "object", "additionalProperties": {"type": "object", "properties": {
                "someTime": {"type": "string", "format": "date-time"}
              }}}
            }}},
            "nodeSelector": {"type": "object", "additionalProperties": {"type": "string", "default": ""}}
            """#)),
        \(type("api.core.v1.Container", #"""
            "command": {"type": "array", "items": {"type": "string", "default": ""}},
            "name": {"type": "string", "default": ""}
            """#)),
        \(kind("apps.v1.ControllerRevision", #"""
            "data": \#(machinery("runtime.RawExtension")),
            "revision": {"type": "integer", "format": "int64", "default": 0}
            """#)),
        \(type("apimachinery.pkg.apis.meta.v1.ObjectMeta", #"""
            "creationTimestamp": \#(machinery("apis.meta.v1.Time")),
            "generation": {"type": "integer", "format": "int64"},
            "labels": {"type": "object", "additionalProperties": {"type": "string", "default": ""}},
            "name": {"type": "string"}
            """#)),
        "io.k8s.apimachinery.pkg.api.resource.Quantity": {"oneOf": [{"type": "string"}, {"type": "number"}]},
        "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime": {"type": "string", "format": "date-time"},
        "io.k8s.apimachinery.pkg.apis.meta.v1.Time": {"type": "string", "format": "date-time"},
        "io.k8s.apimachinery.pkg.runtime.RawExtension": {"type": "object"},
        "io.k8s.apimachinery.pkg.util.intstr.IntOrString": {"oneOf": [{"type": "integer"}, {"type": "string"}], "format": "int-or-string"}
        }}}
        """

    /// A definition of a kind.
    private static func kind(_ name: String, _ properties: String) -> String {
        let kind = String(name.split(separator: ".").last ?? "")
        let parts = apiVersions[kind, default: ""].split(separator: "/")
        let group = parts.count == 2 ? parts[0] : ""
        let version = parts.last ?? ""
        return #"""
            "io.k8s.api.\#(name)": {
              "type": "object",
              "properties": {
                "apiVersion": {"type": "string"},
                "kind": {"type": "string"},
                "metadata": \#(machinery("apis.meta.v1.ObjectMeta")),
                \#(properties)
              },
              "x-kubernetes-group-version-kind": [{"group": "\#(group)", "kind": "\#(kind)", "version": "\#(version)"}]
            }
            """#
    }

    private static func type(_ name: String, _ properties: String) -> String {
        #""io.k8s.\#(name)": {"type": "object", "properties": {\#(properties)}}"#
    }

    private static func api(_ name: String) -> String { reference("api.\(name)") }

    private static func machinery(_ name: String) -> String {
        reference("apimachinery.pkg.\(name)")
    }

    private static func reference(_ name: String) -> String {
        ##"{"allOf": [{"$ref": "#/components/schemas/io.k8s.\##(name)"}]}"##
    }
}
