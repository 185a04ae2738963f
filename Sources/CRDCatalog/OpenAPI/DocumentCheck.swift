import CRDValues
import CRDYAML

/// Finds the parts of an OpenAPI document for which values of a kind are not validated, because the
/// document was cut off or is written by hand.
///
/// The definitions are read without these parts; see ``DefinitionReader``.
struct DocumentCheck {
    /// A part that cannot be read.
    private struct Problem {
        /// The steps from the definitions.
        let steps: [NodeStep]
        let message: String
    }

    private let document: OpenAPIDocument
    /// Whether the kind is one of a CRD, whose schema has references only for metadata.
    private let isOfCRD: Bool
    private var problems: [Problem] = []
    /// The definitions that are found, and those of them that are not checked yet.
    private var found: Set<String> = []
    private var pending: [String] = []

    /// Returns an error for each part, with its source location, in the order of the document.
    ///
    /// - Parameters:
    ///   - kind: The kind; definitions that it doesn't need are not checked.
    ///   - document: The document.
    /// - Returns: The errors; empty if all values are validated.
    static func errors(in kind: GroupVersionKind, of document: OpenAPIDocument) -> [Diagnostic] {
        guard let name = document.kinds[kind] else { return [] }
        var check = DocumentCheck(document, isOfCRD: name == kind.nameOfCustomResource)
        check.find(name)
        while let name = check.pending.popLast() { check.check(definition: name) }
        return document.diagnostics(check.problems.map { ($0.steps, $0.message) })
    }

    private init(_ document: OpenAPIDocument, isOfCRD: Bool) {
        self.document = document
        self.isOfCRD = isOfCRD
    }

    private mutating func find(_ name: String) {
        if found.insert(name).inserted { pending.append(name) }
    }

    private mutating func check(definition name: String) {
        guard let node = document.node(ofDefinition: name) else {
            return report("cannot be read", at: [.key(name)])
        }
        check(node, at: [.key(name)])
    }

    private mutating func check(_ node: Node, at steps: [NodeStep]) {
        guard expect(node, .mapping, at: steps) else { return }
        for pair in node.pairs {
            let steps = steps + [.key(pair.key)]
            switch pair.key {
            case "$ref": check(reference: pair.value, at: steps)
            case "allOf": check(alternatives: pair.value, at: steps)
            case "type": check(type: pair.value, at: steps)
            case "items": check(pair.value, at: steps)
            case "properties":
                guard expect(pair.value, .mapping, at: steps) else { continue }
                for property in pair.value.pairs {
                    // The server handles metadata without the definition.
                    if isOfCRD, property.key == "metadata" { continue }
                    check(property.value, at: steps + [.key(property.key)])
                }
            case "additionalProperties":
                if pair.value.kind != .scalar || !["true", "false"].contains(pair.value.text) {
                    check(pair.value, at: steps)
                }
            case "required", "enum": _ = expect(pair.value, .sequence, at: steps)
            default: break
            }
        }
    }

    private mutating func check(reference node: Node, at steps: [NodeStep]) {
        let prefix = OpenAPIDocument.referencePrefixes.first { node.text.hasPrefix($0) }
        guard !isOfCRD, let prefix else {
            let wanted = isOfCRD ? "none in the schema of a CRD" : "a definition of this document"
            return report(
                "found the reference '\(node.text.excerpt)', expected \(wanted)",
                at: steps
            )
        }
        let name = String(node.text.dropFirst(prefix.count))
        guard document.definitions[name] != nil else {
            return report("reference to a missing definition '\(name.excerpt)'", at: steps)
        }
        guard case .key(let own) = steps[0], steps.isOfDefinition, leads(from: name, to: own) else {
            return find(name)
        }
        let way = name == own ? "" : " through '\(name.excerpt)'"
        report("the definition '\(own.excerpt)' refers to itself\(way)", at: steps)
    }

    /// Whether a definition is another one, or only refers to it.
    private func leads(from name: String, to other: String) -> Bool {
        var passed: Set<String> = []
        var name: String? = name
        while let current = name, current != other, passed.insert(current).inserted {
            name = document.node(ofDefinition: current)?.referencedDefinition
        }
        return name == other
    }

    private mutating func check(alternatives node: Node, at steps: [NodeStep]) {
        // Those of a CRD have no types, and the fields are beside them.
        if isOfCRD || !expect(node, .sequence, at: steps) { return }
        guard node.count == 1, let reference = node.items.first?["$ref"] else {
            return report("'allOf' that is not a list of one '$ref'", at: steps)
        }
        check(reference: reference, at: steps + [.index(0), .key("$ref")])
    }

    private mutating func check(type node: Node, at steps: [NodeStep]) {
        let types = ["object", "array", "string", "integer", "number", "boolean"]
        if node.kind == .scalar, types.contains(node.text) { return }
        let question = NearestName.question(node.text, among: types)
        report("'type' is \(node.found), expected a type such as 'string'\(question)", at: steps)
    }

    /// Reports a node of another kind; returns whether it has the kind.
    private mutating func expect(_ node: Node, _ kind: Node.Kind, at steps: [NodeStep]) -> Bool {
        if node.kind == kind { return true }
        let wanted = kind == .mapping ? "a mapping" : "a list"
        report("found \(node.found), expected \(wanted)", at: steps)
        return false
    }

    private mutating func report(_ message: String, at steps: [NodeStep]) {
        problems.append(
            Problem(steps: steps, message: "\(message); these values are not validated")
        )
    }
}

extension [NodeStep] {
    /// Whether the steps lead to the reference in the place of a whole definition.
    fileprivate var isOfDefinition: Bool {
        guard count > 1, case .key(let key) = self[1] else { return false }
        return key == "$ref" || key == "allOf"
    }
}

extension OpenAPIDocument {
    /// Returns errors with the source locations of parts of definitions, in the order of the text.
    fileprivate func diagnostics(_ problems: [(steps: [NodeStep], message: String)]) -> [Diagnostic]
    {
        if problems.isEmpty { return [] }
        do throws(Diagnostic) {
            let definitions = try definitionsNode()
            return problems.map { steps, message in
                Diagnostic(.error, message, file: file, at: definitions?.position(of: steps[...]))
            }
            .inFileOrder()
        } catch {
            return [error]
        }
    }
}

extension Node {
    /// The source location of the node at the end of some steps; for a step that leads nowhere, that
    /// of the node before it.
    fileprivate func position(of steps: ArraySlice<NodeStep>) -> SourcePosition {
        let child: Node? =
            switch steps.first {
            case .key(let key): self[key]
            case .index(let index): index < items.count ? items[index] : nil
            case nil: nil
            }
        return child?.position(of: steps.dropFirst()) ?? position
    }
}
