import CRDYAML

/// Checks decoded metadata (k8s.io/apimachinery v0.35, pkg/api/validation, `ValidateObjectMeta`).
package struct MetadataCheck {
    /// The rule for a name.
    package enum Names {
        /// Names of resources: a DNS subdomain (RFC 1123).
        case subdomain
        /// Names of namespaces: a DNS label (RFC 1123).
        case label
        /// Names of services: a DNS label that begins with a letter (RFC 1035).
        case label1035
        /// Names of embedded resources: a segment of a path.
        case pathSegment
        /// The name of a CustomResourceDefinition, which is determined by its spec.
        case definition(String)
    }

    /// The rule for a namespace.
    package enum Namespace {
        case required
        case none
        /// It may be missing, because the client or the server sets it later.
        case optional
    }

    let namespace: Namespace
    let names: Names
    /// The path of the field that contains the metadata.
    let field: String
    /// The location of the metadata.
    let place: ValuePlace
    /// Whether the server has completed the metadata.
    ///
    /// If so, a name created from `generateName` is checked.
    let isCompleted: Bool
    package private(set) var violations: [Violation] = []

    package init(
        namespace: Namespace,
        names: Names,
        field: String,
        place: ValuePlace = ValuePlace([.key("metadata")]),
        isCompleted: Bool = true
    ) {
        self.namespace = namespace
        self.names = names
        self.field = field
        self.place = place
        self.isCompleted = isCompleted
    }

    package mutating func check(_ metadata: JSONObject) {
        checkNames(metadata)
        checkNamespace(metadata.text("namespace"))
        if case .number(let number)? = metadata["generation"], number.double < 0 {
            invalid("generation", .number(number), "must be greater than or equal to 0")
        }
        checkLabels(metadata.members("labels"))
        checkAnnotations(metadata.members("annotations"))
        checkOwners(metadata.elements("ownerReferences"))
        checkFinalizers(metadata.elements("finalizers"))
    }

    /// Adds a violation of the reason `.invalid`.
    ///
    /// - Parameters:
    ///   - child: The field, below the metadata.
    ///   - value: The value.
    ///   - detail: The message about the value.
    ///   - way: The steps from the metadata to the value, unless they are those of `child`.
    ///   - isKey: Whether the last key itself is invalid.
    package mutating func invalid(
        _ child: String,
        _ value: JSONValue,
        _ detail: String,
        at way: [NodeStep] = [],
        isKey: Bool = false
    ) {
        // The server has owners as Go structs, whose fields have an order.
        let shown = GoText.badValue(value, sortsKeys: false)
        report(.invalid, child, "Invalid value: \(shown): \(detail)", at: way, isKey: isKey)
    }

    // Not inlined, because there are many calls.
    @inline(never)
    private mutating func report(
        _ reason: Violation.Reason,
        _ child: String,
        _ message: String,
        at way: [NodeStep] = [],
        isKey: Bool = false
    ) {
        let way = way.isEmpty ? [.key(child)] : way
        violations.append(
            Violation(
                field: "\(field).\(child)",
                reason: reason,
                message: message,
                at: ValuePlace(way, isKey: isKey).below(place.steps)
            )
        )
    }

    // MARK: - Names

    private mutating func checkNames(_ metadata: JSONObject) {
        let base = metadata.text("generateName")
        if !base.isEmpty {
            for message in messages(about: base, isPrefix: true) {
                invalid("generateName", .string(base), message)
            }
        }
        let name = metadata.text("name")
        guard name.isEmpty else {
            for message in messages(about: name, isPrefix: false) {
                invalid("name", .string(name), message)
            }
            return
        }
        guard !base.isEmpty else {
            report(.required, "name", "Required value: \(ObjectMeta.namelessMessage)")
            return
        }
        guard isCompleted else { return }
        for message in messages(about: GeneratedName.example(base), isPrefix: false) {
            let name = JSONValue.string(GeneratedName.shown(base))
            invalid("name", name, message, at: [.key("generateName")])
        }
    }

    private func messages(about name: String, isPrefix: Bool) -> [String] {
        // A prefix may end with a dash, because characters follow it.
        let isOpen = isPrefix && name.utf8.count > 1 && name.hasSuffix("-")
        let masked = isOpen ? "\(name.dropLast(2))a" : name
        switch names {
        case .subdomain: return NameSyntax.subdomainErrors(masked)
        case .label: return NameSyntax.labelErrors(masked)
        case .label1035: return NameSyntax.label1035Errors(masked)
        case .definition(let required):
            var messages = NameSyntax.subdomainErrors(masked)
            if name != required {
                messages.append("must be spec.names.plural+\".\"+spec.group")
            }
            return messages
        case .pathSegment:
            if !isPrefix, name == "." || name == ".." { return ["may not be '\(name)'"] }
            return ["/", "%"].filter { name.contains($0) }.map { "may not contain '\($0)'" }
        }
    }

    private mutating func checkNamespace(_ name: String) {
        switch namespace {
        case .none where !name.isEmpty:
            report(.forbidden, "namespace", "Forbidden: not allowed on this type")
        case .required where name.isEmpty:
            report(.required, "namespace", "Required value")
        case .required, .optional, .none:
            if name.isEmpty { return }
            for message in NameSyntax.labelErrors(name) {
                invalid("namespace", .string(name), message)
            }
        }
    }

    // MARK: - Labels and annotations

    private mutating func checkLabels(_ labels: [(key: String, value: String)]) {
        for (key, value) in labels {
            let way: [NodeStep] = [.key("labels"), .key(key)]
            for message in NameSyntax.keyErrors(key) {
                invalid("labels", .string(key), message, at: way, isKey: true)
            }
            for message in NameSyntax.labelValueErrors(value) {
                invalid("labels", .string(value), message, at: way)
            }
        }
    }

    /// Checks annotations.
    ///
    /// All keys and values together have at most 256 KiB; the prefix of a key may have uppercase
    /// letters.
    private mutating func checkAnnotations(_ annotations: [(key: String, value: String)]) {
        var size = 0
        for (key, value) in annotations {
            for message in NameSyntax.keyErrors(key.lowercased()) {
                let way: [NodeStep] = [.key("annotations"), .key(key)]
                invalid("annotations", .string(key), message, at: way, isKey: true)
            }
            size += key.utf8.count + value.utf8.count
        }
        if size > 262_144 {
            report(.tooLong, "annotations", "Too long: may not be more than 262144 bytes")
        }
    }

    // MARK: - Owners and finalizers

    private mutating func checkOwners(_ owners: [JSONValue]) {
        var controller: String?
        for (index, owner) in owners.enumerated() {
            guard case .object(let owner) = owner else { continue }
            let way: [NodeStep] = [.key("ownerReferences"), .index(index)]
            let apiVersion = owner.text("apiVersion")
            let kind = owner.text("kind")
            let version = GroupVersion(apiVersion)
            if version?.version.isEmpty ?? true {
                let way = way + [.key("apiVersion")]
                let value = JSONValue.string(apiVersion)
                invalid("ownerReferences.apiVersion", value, "version must not be empty", at: way)
            }
            for key in ["kind", "name", "uid"] where owner.text(key).isEmpty {
                let child = "ownerReferences.\(key)"
                invalid(child, "", "must not be empty", at: way + [.key(key)])
            }
            if apiVersion == "v1", kind == "Event" {
                let message = "/v1, Kind=Event is disallowed from being an owner"
                invalid("ownerReferences", .object(owner), message, at: way)
            }
            guard owner["controller"] == .boolean(true) else { continue }
            let name = "\(kind)/\(owner.text("name"))"
            if let controller {
                let message =
                    "Only one reference can have Controller set to true. Found \"true\" in "
                    + "references for \(controller) and \(name)"
                invalid("ownerReferences", .array(owners), message, at: way)
            } else {
                controller = name
            }
        }
    }

    private mutating func checkFinalizers(_ finalizers: [JSONValue]) {
        for (index, finalizer) in finalizers.enumerated() {
            guard case .string(let text) = finalizer else { continue }
            for message in NameSyntax.keyErrors(text) {
                let way: [NodeStep] = [.key("finalizers"), .index(index)]
                invalid("finalizers", finalizer, message, at: way)
            }
        }
        if finalizers.contains("orphan"), finalizers.contains("foregroundDeletion") {
            let message = "finalizer orphan and foregroundDeletion cannot be both set"
            invalid("finalizers", .array(finalizers), message)
        }
    }
}
