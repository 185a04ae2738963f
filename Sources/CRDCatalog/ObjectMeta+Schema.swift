import CRDPages
import CRDRuntime
package import CRDSchema

extension ExplainedAttribute {
    /// The field `metadata`, which CRDs don't describe.
    ///
    /// The fields are those of `metav1.ObjectMeta` that users write or read (apimachinery
    /// v0.35).
    package static let metadata = ExplainedAttribute(
        name: "metadata",
        key: "metadata",
        typeText: RuntimeStruct.objectMeta.rawValue,
        isRequired: true,
        value: ExplainedValue(
            schema: metadataSchema,
            type: RuntimeStruct.objectMeta.reference,
            isOfRuntime: true
        )
    )

    /// The schema of `metadata`.
    package static let metadataSchema = Schema(json: metadataText)

    private static let metadataText = """
        {"type":"object",
        "description":"The metadata of the resource, such as its name, namespace, and labels.",
        "properties":{
        "name":{"type":"string",
        "description":"The name, unique among the resources of the same kind in the namespace."},
        "generateName":{"type":"string",
        "description":"The prefix of a name that the server completes, if 'name' is missing."},
        "namespace":{"type":"string",
        "description":"The namespace of the resource; cluster-scoped kinds have none."},
        "labels":{"type":"object","additionalProperties":{"type":"string"},
        "description":"Keys and values that can be used to select resources."},
        "annotations":{"type":"object","additionalProperties":{"type":"string"},
        "description":"Keys and values for tools, which can't be used to select resources."},
        "uid":{"type":"string",
        "description":"The unique identifier of the resource; set by the server."},
        "resourceVersion":{"type":"string",
        "description":"A value that changes with every update of the resource; set by the server."},
        "generation":{"type":"integer",
        "description":"A number that increases when the desired state changes; set by the server."},
        "creationTimestamp":{"type":"string","format":"date-time",
        "description":"The time when the resource was created; set by the server."},
        "deletionTimestamp":{"type":"string","format":"date-time",
        "description":"The time of deletion, if deletion was requested; set by the server."},
        "deletionGracePeriodSeconds":{"type":"integer",
        "description":"The seconds for graceful termination before deletion; set by the server."},
        "finalizers":{"type":"array","items":{"type":"string"},
        "description":"The tasks that controllers must finish before the resource is deleted."},
        "ownerReferences":{"type":"array",
        "description":"The owners; the resource is deleted when all of its owners are deleted.",
        "items":{"type":"object","required":["apiVersion","kind","name","uid"],"properties":{
        "apiVersion":{"type":"string","description":"Group and version of the owner."},
        "kind":{"type":"string","description":"The kind of the owner."},
        "name":{"type":"string","description":"The name of the owner."},
        "uid":{"type":"string","description":"The unique identifier of the owner."},
        "controller":{"type":"boolean","description":"Whether the owner manages this resource."},
        "blockOwnerDeletion":{"type":"boolean",
        "description":"Whether foreground deletion of the owner waits for this resource."}}}},
        "managedFields":{"type":"array","items":{"x-kubernetes-preserve-unknown-fields":true},
        "description":"The managers of fields, with the fields that they set; set by the server."},
        "selfLink":{"type":"string","description":"Deprecated, no longer set by the server."}
        }}
        """
}
