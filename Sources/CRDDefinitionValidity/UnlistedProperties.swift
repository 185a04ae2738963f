import CRDValues
import CRDYAML

/// Finds required properties that a schema doesn't have.
///
/// The server accepts such a schema, but no object: it drops unknown fields first, and then the
/// required one is missing. Only schemas that can drop fields count, so none with
/// `x-kubernetes-preserve-unknown-fields` or `additionalProperties`, and none in `allOf`, `anyOf`,
/// `oneOf`, and `not`, since an alternative can be impossible.
struct UnlistedProperties {
    /// A warning for each property, in the order of the text.
    private(set) var warnings: [Diagnostic] = []

    /// Checks the schemas of a CRD.
    init(in definition: Node) {
        guard let spec = definition["spec"], spec["preserveUnknownFields"]?.isTrue != true else {
            return
        }
        for version in spec["versions"]?.items.map(\.self) ?? [] {
            guard let schema = version["schema"]?["openAPIV3Schema"] else { continue }
            check(schema, isResource: true)
        }
        var seen: Set<SourcePosition> = []
        // An alias is checked again at each of its places.
        warnings.removeAll { $0.position.map { !seen.insert($0).inserted } ?? false }
    }

    private mutating func check(
        _ schema: Node,
        isResource: Bool = false,
        preserves: Bool = false
    ) {
        var known: [String] = []
        var required: [Node] = []
        let isResource = isResource || schema["x-kubernetes-embedded-resource"]?.isTrue == true
        let preserves = preserves || schema["x-kubernetes-preserve-unknown-fields"]?.isTrue == true
        var isOpen = preserves
        for pair in schema.pairs {
            switch pair.key {
            case "properties":
                for property in pair.value.pairs {
                    known.append(property.key)
                    check(property.value)
                }
            case "required": required = Array(pair.value.items)
            // A list passes on that unknown fields are preserved, an object does not.
            case "items": check(pair.value, preserves: preserves)
            case "additionalProperties":
                isOpen = isOpen || pair.value.kind == .mapping || pair.value.isTrue
                check(pair.value)
            default: break
            }
        }
        if isOpen || required.isEmpty || schema.text("type") != "object" { return }
        if isResource { known += ["apiVersion", "kind", "metadata"] }
        for node in required where !known.contains(node.string) {
            let message =
                "the required property '\(node.string.excerpt)' is not in 'properties', so that no "
                + "object is valid here\(NearestName.question(node.string, among: known))"
            warnings.append(node.diagnostic(.warning, message))
        }
    }
}
