import CRDRuntime
import CRDSchema

extension ExplainedAttribute {
    /// `metadata`, which no CRD describes.
    ///
    /// The fields are those of `metav1.ObjectMeta` that a person writes or reads (apimachinery
    /// v0.35).
    static let metadata = ExplainedAttribute(
        name: "metadata",
        key: "metadata",
        typeText: "ObjectMeta",
        isRequired: true,
        value: ExplainedValue(schema: Schema(json: metadataSchema), type: nil)
    )

    private static let metadataSchema = """
        {"type":"object",
        "description":"What every Kubernetes resource has: its name, and how it is found.",
        "properties":{
        "name":{"type":"string",
        "description":"The name, unlike those of all others of its kind in the namespace."},
        "generateName":{"type":"string",
        "description":"The beginning of a name that the server completes, in place of a name."},
        "namespace":{"type":"string",
        "description":"The namespace that the resource lives in; kinds of the whole cluster have none."},
        "labels":{"type":"object","additionalProperties":{"type":"string"},
        "description":"Keys and values that resources are selected by."},
        "annotations":{"type":"object","additionalProperties":{"type":"string"},
        "description":"Keys and values for tools, which nothing is selected by."},
        "uid":{"type":"string","description":"What sets the resource apart from all others of any time; set by the server."},
        "resourceVersion":{"type":"string",
        "description":"What changes with every change of the resource; set by the server."},
        "generation":{"type":"integer",
        "description":"How often what is wanted has changed; set by the server."},
        "creationTimestamp":{"type":"string","format":"date-time",
        "description":"When the resource was created; set by the server."},
        "deletionTimestamp":{"type":"string","format":"date-time",
        "description":"When the resource will be gone, once it is being deleted; set by the server."},
        "deletionGracePeriodSeconds":{"type":"integer",
        "description":"How long it may take to end before it is gone; set by the server."},
        "finalizers":{"type":"array","items":{"type":"string"},
        "description":"What must be done by others before the resource can go."},
        "ownerReferences":{"type":"array",
        "description":"The resources that this one goes with.",
        "items":{"type":"object","required":["apiVersion","kind","name","uid"],"properties":{
        "apiVersion":{"type":"string","description":"Group and version of the owner."},
        "kind":{"type":"string","description":"The kind of the owner."},
        "name":{"type":"string","description":"The name of the owner."},
        "uid":{"type":"string","description":"The uid of the owner."},
        "controller":{"type":"boolean","description":"Whether the owner manages this resource."},
        "blockOwnerDeletion":{"type":"boolean",
        "description":"Whether the owner stays until this resource is gone."}}}},
        "managedFields":{"type":"array","items":{"x-kubernetes-preserve-unknown-fields":true},
        "description":"Who has set which field; kept by the server."},
        "selfLink":{"type":"string","description":"Of old, the path of the resource on the server."}
        }}
        """
}
