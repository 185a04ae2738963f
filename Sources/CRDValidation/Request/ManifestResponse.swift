import CRDParsing
package import CRDRuntime
package import CRDYAML

/// The API server's response to the creation or update of an object in a text, with diagnostics about
/// the text.
///
/// The server stops at the first part that it cannot read, and strict decoding errors hide all
/// violations. Here, unknown fields and violations are reported together.
package struct ManifestResponse: Sendable {
    /// The response; its violations have locations.
    package let response: ServerResponse
    /// The errors and warnings, in the order of the text.
    package let findings: [ManifestFinding]

    fileprivate init(_ response: ServerResponse, _ findings: [ManifestFinding]) {
        var locations: [Violation: SourceLocation] = [:]
        for violation in findings.reversed().compactMap(\.violation) {
            locations[violation] = violation.location
        }
        self.response = response.located(locations)
        self.findings = findings
    }

    /// The errors and warnings, in the order of the text, with fields as the API server names them:
    /// `job.yaml:14:9: error: spec.replicas: Required value`.
    package var diagnostics: [Diagnostic] { findings.map(\.diagnostic) }

    /// Returns the errors and warnings for the reader of a type, in the order of the text.
    ///
    /// - Parameters:
    ///   - type: The type of the object, which has the Swift names of its fields.
    ///   - path: The steps from the root of the document to the object.
    /// - Returns: Each diagnostic with the violation that it reports, if it reports one.
    package func diagnostics<R: Resource>(
        for type: R.Type,
        at path: [NodeStep]
    ) -> [(diagnostic: Diagnostic, violation: Violation?)] {
        if findings.isEmpty { return [] }
        let root = FieldLevel(of: type)
        return findings.map { finding in
            guard let violation = finding.violation else { return (finding.diagnostic, nil) }
            let steps = path + violation.place.steps
            // The whole object has no path: the field is `<nil>`, as on the server.
            if steps.isEmpty { return (finding.diagnostic, violation) }
            let diagnostic = Diagnostic(
                .error,
                violation.message,
                file: finding.diagnostic.file,
                at: finding.diagnostic.position,
                field: FieldPath(steps, in: root, from: path.count)
            )
            return (diagnostic, violation)
        }
    }
}

extension ResourceValidator {
    /// Returns the server's response to the creation of an object in a text.
    ///
    /// - Parameters:
    ///   - root: The object, from a text that was read with `DuplicateRule.lastCounts`.
    ///   - fieldValidation: The treatment of unknown fields and duplicate keys.
    ///   - impliesKind: Whether `apiVersion` and `kind` may be missing, as in the items of a list
    ///     of this kind.
    /// - Returns: The response, with diagnostics about the text.
    package func response(
        toCreating root: Node,
        fieldValidation: FieldValidation = .strict,
        impliesKind: Bool = false
    ) -> ManifestResponse {
        response(to: root, fieldValidation, impliesKind) { value, duplicates in
            result(ofCreating: value, duplicates: duplicates, fieldValidation)
        }
    }

    /// Returns the server's response to the update of an object by one in a text.
    ///
    /// - Parameters:
    ///   - root: The object, from a text that was read with `DuplicateRule.lastCounts`.
    ///   - stored: The object before the update, which is used as if it had the version of the new
    ///     one.
    ///   - subresource: The subresource that is updated; `nil` for the object itself.
    ///   - fieldValidation: The treatment of unknown fields and duplicate keys.
    ///   - impliesKind: Whether `apiVersion` and `kind` may be missing.
    /// - Returns: The response, with diagnostics about the text.
    package func response(
        toUpdating root: Node,
        of stored: JSONValue,
        subresource: Subresource? = nil,
        fieldValidation: FieldValidation = .strict,
        impliesKind: Bool = false
    ) -> ManifestResponse {
        var old = stored
        old.convert(to: definition)
        return response(to: root, fieldValidation, impliesKind) { value, duplicates in
            switch subresource {
            case nil: result(ofUpdating: value, of: old, duplicates: duplicates, fieldValidation)
            case .status:
                result(ofUpdatingStatus: value, of: old, duplicates: duplicates, fieldValidation)
            }
        }
    }

    private func response(
        to root: Node,
        _ fieldValidation: FieldValidation,
        _ impliesKind: Bool,
        _ request: (JSONValue, [RejectedField]) -> RequestResult
    ) -> ManifestResponse {
        var value: JSONValue
        do throws(Diagnostic) {
            value = try JSONValue(sent: root)
            if root.isJSON, let number = root.infiniteNumber { throw number }
        } catch {
            return ManifestResponse(
                .rejected(.badRequest(error.message)),
                [ManifestFinding(error, .unreadable)]
            )
        }
        if impliesKind { value.imply(definition) }
        let duplicates = root.duplicateKeys
        let result = request(value, Self.rejectedFields(duplicates))
        return ManifestResponse(
            result.response,
            findings(result, duplicates, fieldValidation, in: root)
        )
    }

    private static func rejectedFields(_ duplicates: [Node.DuplicateKey]) -> [RejectedField] {
        var rejectedFields: [RejectedField] = []
        var seen: Set<RejectedField> = []
        for duplicate in duplicates {
            var path = ValuePath()
            for step in duplicate.path + [.key(duplicate.keyNode.text)] { path.push(.init(step)) }
            let field = RejectedField.duplicate(path.inUnknownFields, at: path.place())
            if seen.insert(field).inserted { rejectedFields.append(field) }
        }
        return rejectedFields
    }

    private func findings(
        _ result: RequestResult,
        _ duplicates: [Node.DuplicateKey],
        _ fieldValidation: FieldValidation,
        in root: Node
    ) -> [ManifestFinding] {
        var findings: [ManifestFinding] = []
        var finder = PlaceFinder(root)
        for error in [result.readingError].compactMap({ $0 }) + result.otherReadingErrors {
            let node = finder.nearest(to: error.place)
            findings.append(ManifestFinding(node.diagnostic(.error, error.message), .unreadable))
        }
        if fieldValidation != .ignore {
            let severity: Diagnostic.Severity = fieldValidation == .strict ? .error : .warning
            let unknown = result.rejectedFields.filter { $0.kind == .unknown }
            for (number, field) in unknown.enumerated() {
                // So many unknown fields are not typing errors.
                let question = number < 100 ? question(about: field) : ""
                let text = field.text + question
                let node = finder.nearest(to: field.place)
                findings.append(ManifestFinding(node.diagnostic(severity, text), .unknownField))
            }
            for duplicate in duplicates {
                let message = duplicate.diagnostic.message
                let diagnostic = duplicate.keyNode.diagnostic(severity, message)
                findings.append(ManifestFinding(diagnostic, .duplicateKey))
            }
        }
        findings += root.changedKeys.map { ManifestFinding($0, .changedKey) }
        for violation in result.findings.violations {
            findings.append(ManifestFinding(violation, &finder))
        }
        if result.readingError == nil {
            for (text, place) in warnings(about: result) {
                let diagnostic = finder.nearest(to: place).diagnostic(.warning, text)
                findings.append(ManifestFinding(diagnostic, .warning))
            }
        }
        return findings.inFileOrder(\.diagnostic)
    }

    /// Returns a suggestion such as `, did you mean 'replicas'?`; empty if no field is similar to
    /// the unknown one.
    private func question(about field: RejectedField) -> String {
        guard case .key(let key)? = field.place.steps.last else { return "" }
        var schema: PreparedSchema? = schema
        var metadata: FieldLevel?
        for (position, step) in field.place.steps.dropLast().enumerated() {
            let isResource = position == 0 || schema?.keywords.isEmbeddedResource == true
            if let level = metadata {
                metadata = level.next(step)
            } else if isResource, step == .key("metadata") {
                metadata = FieldLevel(of: ObjectMeta.self)
            } else {
                switch step {
                case .key(let key): schema = schema?.schema(of: key)?.schema.resolved
                case .index: schema = schema?.items?.resolved
                }
            }
        }
        if let metadata { return metadata.question(about: key) }
        var names = schema?.properties.keys.sorted() ?? []
        if field.place.steps.count == 1 { names += Pruning.objectFields.sorted() }
        return NearestName.question(key, among: names)
    }
}

extension ValuePath.Step {
    /// Creates the step as it is written in the names of rejected fields.
    fileprivate init(_ step: NodeStep) {
        switch step {
        case .key(let key): self = .property(key)
        case .index(let index): self = .index(index)
        }
    }
}

extension JSONValue {
    /// Adds apiVersion and kind to an object that has neither.
    fileprivate mutating func imply(_ definition: ResourceDefinition) {
        guard case .object(var object) = self, object["apiVersion"] == nil, object["kind"] == nil
        else { return }
        object.setType(definition)
        self = .object(object)
    }

    /// Sets apiVersion and kind, as a CRD with the conversion strategy `None` does.
    fileprivate mutating func convert(to definition: ResourceDefinition) {
        guard case .object(var object) = self else { return }
        object.setType(definition)
        self = .object(object)
    }
}

extension JSONObject {
    fileprivate mutating func setType(_ definition: ResourceDefinition) {
        self["apiVersion"] = .string(definition.apiVersion)
        self["kind"] = .string(definition.names.kind)
    }
}
