package import CRDRuntime
package import CRDYAML

/// What the API server would answer to the creation of an object that a text describes, and all
/// there is to say about it, with places.
///
/// The server stops at what it cannot read, and strict decoding hides everything else; here a
/// person learns of unknown fields and of violations at once.
package struct ManifestResponse: Sendable {
    /// What the server would answer.
    package let response: ServerResponse
    /// What is wrong or questionable, in the order of the text.
    package let findings: [ManifestFinding]
}

extension ResourceValidator {
    /// What the server would answer to the creation of an object that a text describes.
    ///
    /// - Parameters:
    ///   - root: The object, from a text of which keys that stand twice are kept
    ///     (`DuplicateRule.lastCounts`).
    ///   - fieldValidation: What happens to unknown fields and to keys that stand twice.
    ///   - impliesKind: Whether `apiVersion` and `kind` may be missing, as in the items of a list
    ///     of this kind.
    /// - Returns: The answer, and what there is to say.
    package func response(
        toCreating root: Node,
        fieldValidation: FieldValidation = .strict,
        impliesKind: Bool = false
    ) -> ManifestResponse {
        var value: JSONValue
        do throws(Diagnostic) {
            value = try JSONValue(root)
            if let number = root.infiniteNumber { throw number }
        } catch {
            return ManifestResponse(
                response: .rejected(.badRequest(error.message)),
                findings: [
                    .init(error.severity, error.message, error.position ?? root.position, in: root)
                ]
            )
        }
        if impliesKind { value.imply(definition) }
        let duplicates = root.duplicateKeys
        let result = response(
            toCreating: value,
            duplicates: Self.complaints(duplicates),
            fieldValidation
        )
        return ManifestResponse(
            response: result.response,
            findings: findings(result, duplicates, fieldValidation, in: root)
        )
    }

    private static func complaints(_ duplicates: [Node.DuplicateKey]) -> [StrictDecodingError] {
        var complaints: [StrictDecodingError] = []
        var seen: Set<StrictDecodingError> = []
        for duplicate in duplicates {
            var path = ValuePath()
            for step in duplicate.path + [.key(duplicate.keyNode.text)] { path.push(.init(step)) }
            let complaint = StrictDecodingError.duplicate(path.inUnknownFields, at: path.place())
            if seen.insert(complaint).inserted { complaints.append(complaint) }
        }
        return complaints
    }

    private func findings(
        _ result: RequestResult,
        _ duplicates: [Node.DuplicateKey],
        _ fieldValidation: FieldValidation,
        in root: Node
    ) -> [ManifestFinding] {
        var findings: [ManifestFinding] = []
        var finder = PlaceFinder(root)
        if let fault = result.fault {
            findings.append(.init(.error, fault.message, at: fault.place, &finder))
        }
        if fieldValidation != .ignore {
            let severity: Diagnostic.Severity = fieldValidation == .strict ? .error : .warning
            let unknown = result.complaints.filter { $0.kind == .unknown }
            for (number, complaint) in unknown.enumerated() {
                // Where there are so many, they are no slips of a key.
                let question = number < 100 ? question(about: complaint) : ""
                let text = complaint.text + question
                findings.append(.init(severity, text, at: complaint.place, &finder))
            }
            for duplicate in duplicates {
                findings.append(
                    .init(
                        severity,
                        duplicate.diagnostic.message,
                        duplicate.keyNode.position,
                        in: root,
                        steps: duplicate.path
                    )
                )
            }
        }
        for violation in result.violations { findings.append(.init(violation, &finder)) }
        if result.fault == nil {
            for (text, place) in warnings(about: result) {
                findings.append(.init(.warning, text, at: place, &finder))
            }
        }
        return findings.inFileOrder(\.diagnostic)
    }

    /// `, did you mean 'replicas'?`; empty where no field is like the unknown one.
    private func question(about complaint: StrictDecodingError) -> String {
        guard case .key(let key)? = complaint.place.steps.last else { return "" }
        var schema: PreparedSchema? = schema
        var metadata: FieldLevel?
        for (position, step) in complaint.place.steps.dropLast().enumerated() {
            let isResource = position == 0 || schema?.keywords.isEmbeddedResource == true
            if let level = metadata {
                metadata = level.next(step)
            } else if isResource, step == .key("metadata") {
                metadata = FieldLevel(of: ObjectMeta.self)
            } else {
                switch step {
                case .key(let key): schema = schema?.schema(of: key)?.schema
                case .index: schema = schema?.items
                }
            }
        }
        if let metadata { return metadata.question(about: key) }
        var names = schema?.properties.keys.sorted() ?? []
        if complaint.place.steps.count == 1 { names += Pruning.objectFields.sorted() }
        return NearestName.question(key, among: names)
    }
}

extension ValuePath.Step {
    /// A step in a text, as complaints name it.
    fileprivate init(_ step: NodeStep) {
        switch step {
        case .key(let key): self = .property(key)
        case .index(let index): self = .index(index)
        }
    }
}

extension JSONValue {
    /// Gives an object that has neither of them apiVersion and kind.
    fileprivate mutating func imply(_ definition: ResourceDefinition) {
        guard case .object(var object) = self, object["apiVersion"] == nil, object["kind"] == nil
        else { return }
        object["apiVersion"] = .string(definition.apiVersion)
        object["kind"] = .string(definition.names.kind)
        self = .object(object)
    }
}
