/// Checks decoded metadata (k8s.io/apimachinery v0.35, pkg/api/validation, `ValidateObjectMeta`).
package struct MetadataCheck {
    /// What a name may be.
    enum Names {
        /// Those of resources: a subdomain of RFC 1123.
        case subdomain
        /// Those of embedded resources: a segment of a path.
        case pathSegment
        /// That of a CustomResourceDefinition, which its spec decides.
        case definition(String)
    }

    /// Whether the object has a namespace.
    enum Namespace {
        case required
        case none
        /// It may be missing, since the client or the server puts it in later.
        case optional
    }

    let namespace: Namespace
    let names: Names
    /// The field that the metadata stands under.
    let field: String
    /// Whether the server has completed the metadata: a name that it made of `generateName` counts
    /// then, and `managedFields`, which it writes itself.
    let isCompleted: Bool
    private(set) var violations: [Violation] = []

    init(namespace: Namespace, names: Names, field: String, isCompleted: Bool = true) {
        self.namespace = namespace
        self.names = names
        self.field = field
        self.isCompleted = isCompleted
    }

    mutating func check(_ metadata: JSONObject) {
        checkNames(metadata)
        checkNamespace(metadata.text("namespace"))
        if case .number(let number)? = metadata["generation"], number.double < 0 {
            invalid("generation", .number(number), "must be greater than or equal to 0")
        }
        checkLabels(metadata.members("labels"))
        checkAnnotations(metadata.members("annotations"))
        checkOwners(metadata.elements("ownerReferences"))
        checkFinalizers(metadata.elements("finalizers"))
        if isCompleted { checkManagedFields(metadata.elements("managedFields")) }
    }

    private mutating func invalid(_ child: String, _ value: JSONValue, _ detail: String) {
        // Owners are structs to the server, the fields of which have an order.
        let shown = GoText.badValue(value, sortsKeys: false)
        let message = "Invalid value: \(shown): \(detail)"
        violations.append(Violation(path: "\(field).\(child)", reason: .invalid, message: message))
    }

    // MARK: - Names

    private mutating func checkNames(_ metadata: JSONObject) {
        let base = metadata.text("generateName")
        if !base.isEmpty {
            for message in complaints(about: base, isPrefix: true) {
                invalid("generateName", .string(base), message)
            }
        }
        let name = metadata.text("name")
        guard name.isEmpty else {
            for message in complaints(about: name, isPrefix: false) {
                invalid("name", .string(name), message)
            }
            return
        }
        guard !base.isEmpty else {
            let message = "Required value: \(ObjectMeta.namelessMessage)"
            violations.append(Violation(path: "\(field).name", reason: .required, message: message))
            return
        }
        guard isCompleted else { return }
        for message in complaints(about: GeneratedName.example(base), isPrefix: false) {
            invalid("name", .string(GeneratedName.shown(base)), message)
        }
    }

    private func complaints(about name: String, isPrefix: Bool) -> [String] {
        switch names {
        case .subdomain: return subdomainComplaints(about: name, isPrefix: isPrefix)
        case .definition(let required):
            var complaints = subdomainComplaints(about: name, isPrefix: isPrefix)
            if name != required {
                complaints.append("must be spec.names.plural+\".\"+spec.group")
            }
            return complaints
        case .pathSegment:
            if !isPrefix, name == "." || name == ".." { return ["may not be '\(name)'"] }
            return ["/", "%"].filter { name.contains($0) }.map { "may not contain '\($0)'" }
        }
    }

    private func subdomainComplaints(about name: String, isPrefix: Bool) -> [String] {
        // The end of a prefix may be a dash, since more follows.
        let isOpen = isPrefix && name.utf8.count > 1 && name.hasSuffix("-")
        return NameSyntax.subdomainFaults(isOpen ? "\(name.dropLast(2))a" : name)
    }

    private mutating func checkNamespace(_ name: String) {
        let path = "\(field).namespace"
        switch namespace {
        case .none where !name.isEmpty:
            let message = "Forbidden: not allowed on this type"
            violations.append(Violation(path: path, reason: .forbidden, message: message))
        case .required where name.isEmpty:
            violations.append(Violation(path: path, reason: .required, message: "Required value"))
        case .required, .optional, .none:
            if name.isEmpty { return }
            for message in NameSyntax.labelFaults(name) {
                invalid("namespace", .string(name), message)
            }
        }
    }

    // MARK: - Labels and annotations

    private mutating func checkLabels(_ labels: [(key: String, value: String)]) {
        for (key, value) in labels {
            for message in NameSyntax.keyFaults(key) {
                invalid("labels", .string(key), message)
            }
            for message in NameSyntax.labelValueFaults(value) {
                invalid("labels", .string(value), message)
            }
        }
    }

    /// All keys and values together have at most 256 KiB; keys may have capitals in their prefix.
    private mutating func checkAnnotations(_ annotations: [(key: String, value: String)]) {
        var size = 0
        for (key, value) in annotations {
            for message in NameSyntax.keyFaults(key.lowercased()) {
                invalid("annotations", .string(key), message)
            }
            size += key.utf8.count + value.utf8.count
        }
        if size > 262_144 {
            violations.append(
                Violation(
                    path: "\(field).annotations",
                    reason: .tooLong,
                    message: "Too long: may not be more than 262144 bytes"
                )
            )
        }
    }

    // MARK: - Owners, finalizers, managers

    private mutating func checkOwners(_ owners: [JSONValue]) {
        var controller: String?
        for owner in owners {
            guard case .object(let owner) = owner else { continue }
            let apiVersion = owner.text("apiVersion")
            let kind = owner.text("kind")
            let version = GroupVersion(apiVersion)
            if version?.version.isEmpty ?? true {
                let value = JSONValue.string(apiVersion)
                invalid("ownerReferences.apiVersion", value, "version must not be empty")
            }
            for key in ["kind", "name", "uid"] where owner.text(key).isEmpty {
                invalid("ownerReferences.\(key)", "", "must not be empty")
            }
            if apiVersion == "v1", kind == "Event" {
                let complaint = "/v1, Kind=Event is disallowed from being an owner"
                invalid("ownerReferences", .object(owner), complaint)
            }
            guard owner["controller"] == .boolean(true) else { continue }
            let name = "\(kind)/\(owner.text("name"))"
            if let controller {
                let complaint =
                    "Only one reference can have Controller set to true. Found \"true\" in "
                    + "references for \(controller) and \(name)"
                invalid("ownerReferences", .array(owners), complaint)
            } else {
                controller = name
            }
        }
    }

    private mutating func checkFinalizers(_ finalizers: [JSONValue]) {
        for finalizer in finalizers {
            guard case .string(let text) = finalizer else { continue }
            for message in NameSyntax.keyFaults(text) {
                invalid("finalizers", finalizer, message)
            }
        }
        if finalizers.contains("orphan"), finalizers.contains("foregroundDeletion") {
            let complaint = "finalizer orphan and foregroundDeletion cannot be both set"
            invalid("finalizers", .array(finalizers), complaint)
        }
    }

    private mutating func checkManagedFields(_ entries: [JSONValue]) {
        for (index, entry) in entries.enumerated() {
            guard case .object(let entry) = entry else { continue }
            let child = "managedFields[\(index)]"
            let operation = entry.text("operation")
            if operation != "Apply", operation != "Update" {
                invalid("\(child).operation", .string(operation), "must be `Apply` or `Update`")
            }
            let type = entry.text("fieldsType")
            if !type.isEmpty, type != "FieldsV1" {
                invalid("\(child).fieldsType", .string(type), "must be `FieldsV1`")
            }
        }
    }
}

/// Names that the server completes with five random characters.
enum GeneratedName {
    /// A name that may come out of it; the beginning has at most 58 bytes.
    static func example(_ base: String) -> String {
        String(decoding: base.utf8.prefix(58), as: UTF8.self) + "xxxxx"
    }

    /// How a message shows it, since the end is not known.
    static func shown(_ base: String) -> String {
        String(decoding: base.utf8.prefix(58), as: UTF8.self) + "<random>"
    }
}

/// `group/version`, or a version alone.
struct GroupVersion {
    let group: String
    let version: String

    /// - Returns: `nil` where there is more than one `/` (`schema.ParseGroupVersion`).
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if text == "/" {
            (group, version) = ("", "")
            return
        }
        switch parts.count {
        case 1: (group, version) = ("", parts[0])
        case 2: (group, version) = (parts[0], parts[1])
        default: return nil
        }
    }
}

extension JSONObject {
    /// The string under a key, or an empty one.
    func text(_ key: String) -> String {
        if case .string(let text)? = self[key] { return text }
        return ""
    }

    func elements(_ key: String) -> [JSONValue] {
        if case .array(let elements)? = self[key] { return elements }
        return []
    }

    func members(_ key: String) -> [(key: String, value: String)] {
        guard case .object(let object)? = self[key] else { return [] }
        return zip(object.keys, object.values).compactMap { key, value in
            guard case .string(let text) = value else { return nil }
            return (key, text)
        }
    }
}
