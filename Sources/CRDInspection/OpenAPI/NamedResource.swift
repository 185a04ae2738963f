/// The name of a resource in the rules of a policy.
struct NamedResource {
    let group: String
    let version: String
    let plural: String
}
