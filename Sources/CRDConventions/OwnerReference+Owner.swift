public import CRDRuntime

extension OwnerReference {
    /// Creates a reference to an owner that is stored in the cluster.
    ///
    /// The deletion of the owner in the foreground waits for the deletion of the resources that its
    /// controller owns, as with `metav1.NewControllerRef`.
    ///
    /// - Parameters:
    ///   - owner: The owner. An owner without `uid`, which only the server sets, gives a reference
    ///     that the API server rejects.
    ///   - controller: Whether the owner is the controller of the resource. A resource has at most
    ///     one controller.
    public init(to owner: some KubernetesObject, controller: Bool = false) {
        self.init(
            api_version: owner.api_version,
            block_owner_deletion: controller ? true : nil,
            controller: controller ? true : nil,
            kind: owner.kind,
            name: owner.metadata.name,
            uid: owner.metadata.uid ?? ""
        )
    }
}
