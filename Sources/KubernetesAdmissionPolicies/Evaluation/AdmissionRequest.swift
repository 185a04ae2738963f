package import CRDCatalog
import CRDDefinitionValidity
import CRDRuntime
import CRDValidation
package import CRDValues

/// A request to create or to update an object, as policies see it.
package struct AdmissionRequest {
    /// The operation of a request.
    package enum Operation: String {
        case create = "CREATE"
        case update = "UPDATE"
    }

    /// The operation.
    package let operation: Operation
    /// The group of the API; empty for the core group.
    package let group: String
    /// The version of the request.
    package let version: String
    /// The version of `object`, which can be the one of a policy's rule.
    package var objectVersion: String
    /// The kind of the object.
    package let kind: String
    /// The resource to which the request is sent.
    package let resource: ServedResource
    /// The subresource; empty for the object itself.
    package let subresource: String
    /// The object as the server would store it.
    package var object: JSONObject
    /// The object before its update.
    package var oldObject: JSONObject?
    /// The Namespace of the object, if it is among the files.
    package var namespaceObject: JSONObject?

    /// Creates a request.
    package init(
        operation: Operation,
        group: String,
        version: String,
        objectVersion: String,
        kind: String,
        resource: ServedResource,
        subresource: String,
        object: JSONObject,
        oldObject: JSONObject? = nil,
        namespaceObject: JSONObject? = nil
    ) {
        self.operation = operation
        self.group = group
        self.version = version
        self.objectVersion = objectVersion
        self.kind = kind
        self.resource = resource
        self.subresource = subresource
        self.object = object
        self.oldObject = oldObject
        self.namespaceObject = namespaceObject
    }

    /// The name; `nil` if the server generates it.
    var name: String? {
        let name = object.metadata.text("name")
        return name.isEmpty ? nil : name
    }

    /// The namespace; empty for a resource of the whole cluster.
    var namespace: String { resource.isNamespaced ? object.metadata.text("namespace") : "" }

    /// The namespace in the request, which is its own name for a Namespace.
    var requestNamespace: String { isOfNamespace ? name ?? "" : namespace }

    var isNamespaced: Bool { resource.isNamespaced }

    /// Whether the object is a Namespace, to whose labels the selectors of namespaces apply.
    var isOfNamespace: Bool { group.isEmpty && kind == "Namespace" }

    /// The labels to which the selectors of namespaces apply; `nil` if there are none.
    var namespaceLabels: PolicySelector.Labels? {
        guard let namespace = isOfNamespace ? object : namespaceObject else {
            let known = ["kubernetes.io/metadata.name": namespace]
            return isNamespaced ? PolicySelector.Labels(known: known, isComplete: false) : nil
        }
        var known = PolicySelector.Labels(of: namespace).known
        // The server sets this label.
        known["kubernetes.io/metadata.name"] = namespace.metadata.text("name")
        return PolicySelector.Labels(known: known)
    }

    /// Returns the request with its objects in another version; `nil` if only the server can convert
    /// them.
    ///
    /// Without a webhook, the server changes only `apiVersion` (apiextensions-apiserver v0.36,
    /// pkg/apiserver/conversion, `nopConverter`).
    func converted(to version: String) -> AdmissionRequest? {
        if version == objectVersion { return self }
        guard resource.isConvertedByName else { return nil }
        var request = self
        request.objectVersion = version
        let name = KindName(group: group, kind: kind)
        let apiVersion = JSONValue.string(name.apiVersion(version))
        request.object["apiVersion"] = apiVersion
        request.oldObject?["apiVersion"] = apiVersion
        return request
    }

    /// Whether policies don't apply, as to policies themselves (k8s.io/apiserver v0.35,
    /// `IsExemptAdmissionConfigurationResource` and the excluded admission resources).
    var isExempt: Bool {
        [PolicyKind.group, "authentication.k8s.io", "authorization.k8s.io"].contains(group)
    }
}

extension PolicySelector.Labels {
    /// Creates the labels of an object.
    init(of object: JSONObject) {
        let labels = object.metadata.members("labels").map { ($0.key, $0.value) }
        self.init(known: Dictionary(labels) { $1 })
    }
}
