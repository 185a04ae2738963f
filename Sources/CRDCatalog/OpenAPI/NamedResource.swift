/// The name of a resource in the rules of a policy.
package struct NamedResource {
    /// The group; empty for the core group.
    package let group: String
    /// The version, such as `v1`.
    package let version: String
    /// The plural name, such as `deployments`.
    package let plural: String

    /// Creates a resource.
    package init(group: String, version: String, plural: String) {
        self.group = group
        self.version = version
        self.plural = plural
    }
}
