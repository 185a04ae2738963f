package import CRDCatalog
import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDValues
package import CRDYAML

/// The explanation of a kind or of one of its fields.
package struct Explanation {
    let entry: ResourceCatalog.Entry
    /// The fields from the root to the explained field; empty for the kind itself.
    let steps: [ExplainedAttribute]
    /// The fields one level below, in the order of the schema.
    let attributes: [ExplainedAttribute]
    private let structs: [String: StructType]

    /// Finds the kind or field of a path.
    ///
    /// - Parameters:
    ///   - path: A kind, and the names or keys of a field.
    ///   - catalog: The kinds.
    ///   - apiVersion: Group and version, or one of them; the path can contain them instead.
    /// - Throws: `Diagnostic` at the first unknown name.
    package init(
        _ path: AttributePath,
        in catalog: ResourceCatalog,
        apiVersion: String? = nil
    ) throws(Diagnostic) {
        var path = path
        let entry = try catalog.entry(at: &path, apiVersion: apiVersion)
        self.entry = entry
        structs = Dictionary(entry.type.structs.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        var steps: [ExplainedAttribute] = []
        var level = Self.root(entry)
        for step in path.steps {
            let known = steps.isEmpty ? level + ExplainedAttribute.typeMeta(of: entry) : level
            guard
                let attribute = known.first(where: { $0.key.utf8.elementsEqual(step.utf8) })
                    ?? known.first(where: { $0.name == step })
            else { throw Self.error(step, after: steps, entry.kind, known) }
            steps.append(attribute)
            let value = attribute.value.element.value.withDefinition
            level = value.attributes(structs, entry.type.naming)
        }
        self.steps = steps
        attributes = level
    }

    /// Returns the fields one level below a field.
    func attributes(below attribute: ExplainedAttribute) -> [ExplainedAttribute] {
        attribute.value.element.value.attributes(structs, entry.type.naming)
    }

    private static func root(_ entry: ResourceCatalog.Entry) -> [ExplainedAttribute] {
        let schema = entry.version.schema
        if schema.isGoType { return ExplainedValue.attributes(ofGoType: schema) }
        return [.metadata] + ExplainedValue.attributes(of: entry.type.root, schema)
    }

    private static func error(
        _ step: String,
        after steps: [ExplainedAttribute],
        _ kind: String,
        _ level: [ExplainedAttribute]
    ) -> Diagnostic {
        let parent = ([kind] + steps.map(\.name)).joined(separator: ".")
        let unknown = "unknown field '\(step.excerpt)'"
        guard let last = steps.last else {
            return Diagnostic(.error, "\(unknown) of \(parent)" + question(step, level), file: nil)
        }
        if level.isEmpty {
            let type = last.typeText
            return Diagnostic(
                .error,
                "\(unknown): \(parent) is '\(type)' and has no fields",
                file: nil
            )
        }
        return Diagnostic(.error, "\(unknown) of \(parent)" + question(step, level), file: nil)
    }

    /// Returns a suggestion of the nearest name, in the spelling of the path.
    private static func question(_ step: String, _ level: [ExplainedAttribute]) -> String {
        let isKey = step.utf8.contains { $0.isUppercase }
        return NearestName.question(step, among: level.map { isKey ? $0.key : $0.name })
    }
}

extension Explanation {
    /// The path in the spelling of Swift, such as `spec.rules[].host`; empty for the kind itself.
    var path: String { path(\.name) }

    /// The path in the spelling of manifests.
    var manifestPath: String { path(\.key) }

    private func path(_ word: (ExplainedAttribute) -> String) -> String {
        var path = ""
        for (position, step) in steps.enumerated() {
            StepText.append(word(step), to: &path)
            if position + 1 < steps.count { path += step.value.element.path }
        }
        return path
    }

    /// The schema of the explained kind or field.
    var schema: Schema { steps.last?.value.schema ?? entry.version.schema }
}
