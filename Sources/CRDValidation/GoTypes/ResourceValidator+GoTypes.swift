import CRDRuntime

/// The handling of kinds that are Go types in the API server: the built-in kinds, and those of
/// aggregated API servers.
extension ResourceValidator {
    /// Whether the kind is a Go type, not one of a CRD.
    var isGoType: Bool { schema.keywords.rare.definition != nil }

    /// The maximum number of unknown fields that the server reports (sigs.k8s.io/json).
    private static let mostUnknownFields = 100

    /// Decodes an object into the Go type of the kind.
    ///
    /// - Throws: A rejection with 400 if the object cannot be decoded.
    func decodeGoType(
        _ value: JSONValue,
        _ reading: inout Reading
    ) throws(ServerResponse.Rejection) {
        guard case .object(let object) = value, !object.text("kind").isEmpty else {
            throw .badRequest("Object 'Kind' is missing", at: ValuePlace([.key("kind")]))
        }
        reading.kind = object.text("kind")
        let apiVersion = object.text("apiVersion")
        guard apiVersion == definition.apiVersion else {
            throw .badRequest(
                "the API version in the data (\(apiVersion)) does not match the expected API "
                    + "version (\(definition.apiVersion))",
                at: ValuePlace([.key("apiVersion")])
            )
        }
        var decoder = GoDecoder()
        reading.object = decoder.decode(object, schema)
        reading.rejectedFields += decoder.unknownFields.prefix(Self.mostUnknownFields)
        if let reported = decoder.reported {
            reading.otherErrors = decoder.mismatches.filter { $0.place != reported.place }
                .map { .unreadable(reading.kind, definition, $0.message, at: $0.place) }
            throw .unreadable(reading.kind, definition, reported.message, at: reported.place)
        }
        reading.version = definition.version
        reading.findings = decoder.findings
    }

    /// Returns the findings about an object that is created, or that replaces another one.
    ///
    /// If `status` is a subresource, the server doesn't use that of the object. Its code hardly
    /// validates `status` at all: it accepts a Pod's `containerStatuses` without required fields.
    func goTypeFindings(
        in object: JSONObject,
        _ reading: Reading,
        replacing old: JSONObject? = nil
    ) -> Findings {
        var findings = reading.findings
        findings.violations.removeAll(where: \.isInStatus)
        if definition.hasStatusSubresource { findings.warnings.removeAll(where: \.isInStatus) }
        findings.violations += typeViolations(of: object)
        if !hasNoNames {
            let names = old == nil ? nameRule : .pathSegment
            findings.violations += metadataViolations(of: object, names: names)
            findings.violations += finalizerViolations(of: object)
        }
        if let old { findings.violations += Self.changedNames(of: object, old) }
        return findings
    }

    /// Returns the findings about an update of `status`.
    func goTypeStatusFindings(_ reading: Reading) -> Findings {
        Findings(warnings: reading.findings.warnings.filter(\.isInStatus))
    }

    /// Returns the object before an update, as the server reads it from storage.
    func storedGoType(_ stored: JSONValue) throws(ServerResponse.Rejection) -> JSONObject {
        var reading = Reading(rejectedFields: [])
        try decodeGoType(stored, &reading)
        return reading.object
    }

    /// Whether the kind belongs to Kubernetes, so that its objects have the rules of pkg/apis/core.
    private var isOfKubernetes: Bool {
        !definition.group.contains(".") || definition.group.hasSuffix(".k8s.io")
    }

    /// Whether the objects of the kind are requests, which have no names.
    private var hasNoNames: Bool {
        ["authentication.k8s.io", "authorization.k8s.io"].contains(definition.group)
    }

    /// The rule for names (`ValidateNameFunc` of pkg/apis).
    private var nameRule: MetadataCheck.Names {
        switch (definition.group, definition.names.kind) {
        case ("", "Namespace"): .label
        case ("", "Service"): .label1035
        case ("rbac.authorization.k8s.io", _), ("apiregistration.k8s.io", _),
            ("networking.k8s.io", "IPAddress"):
            .pathSegment
        default: isOfKubernetes ? .subdomain : .pathSegment
        }
    }

    /// Returns the violations of the names of finalizers (`validateKubeFinalizerName` of
    /// pkg/apis/core/validation).
    private func finalizerViolations(of object: JSONObject) -> [Violation] {
        if !isOfKubernetes { return [] }
        return object.metadata.elements("finalizers").enumerated().compactMap { index, finalizer in
            guard let name = finalizer.string, !name.contains("/"),
                !["kubernetes", "orphan", "foregroundDeletion"].contains(name)
            else { return nil }
            return Violation(
                field: "metadata.finalizers[\(index)]",
                reason: .invalid,
                message: "Invalid value: \(GoText.quoted(name)): name is neither a standard "
                    + "finalizer name nor is it fully qualified",
                at: ValuePlace([.key("metadata"), .key("finalizers"), .index(index)])
            )
        }
    }
}

extension Violation {
    /// Whether it is about `status` or a field in it.
    fileprivate var isInStatus: Bool { place.steps.first == .key("status") }
}
