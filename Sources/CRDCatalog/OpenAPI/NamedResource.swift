/// The name of a resource in the rules of a policy.
package struct NamedResource {
    package let group: String
    package let version: String
    package let plural: String

    /// Creates a resource.
    package init(group: String, version: String, plural: String) {
        self.group = group
        self.version = version
        self.plural = plural
    }
}
