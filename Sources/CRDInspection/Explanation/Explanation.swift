import CRDGeneratorCore
import CRDRuntime
import CRDSchema
package import CRDYAML

/// What there is to know about an attribute of a kind, or about the kind itself.
package struct Explanation {
    let entry: ResourceCatalog.Entry
    /// The attributes from the root to the one in question; none for the kind itself.
    let steps: [ExplainedAttribute]
    /// What stands below it, in the order of the schema.
    let attributes: [ExplainedAttribute]
    private let structs: [String: StructType]

    /// Finds what a path leads to.
    ///
    /// - Parameters:
    ///   - path: A kind and names or keys, as a person writes them.
    ///   - catalog: Where the kind is looked for.
    ///   - apiVersion: Group and version, or one of them; the path may have it too.
    /// - Throws: `Diagnostic` at the first word that nothing is called like.
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
            guard
                let attribute = level.first(where: { $0.key.utf8.elementsEqual(step.utf8) })
                    ?? level.first(where: { $0.name == step })
            else { throw Self.error(step, after: steps, entry.kind, level) }
            steps.append(attribute)
            level = attribute.value.element.value.attributes(structs)
        }
        self.steps = steps
        attributes = level
    }

    /// What stands below an attribute.
    func attributes(below attribute: ExplainedAttribute) -> [ExplainedAttribute] {
        attribute.value.element.value.attributes(structs)
    }

    private static func root(_ entry: ResourceCatalog.Entry) -> [ExplainedAttribute] {
        [.metadata] + ExplainedValue.attributes(of: entry.type.root, entry.version.schema)
    }

    private static func error(
        _ step: String,
        after steps: [ExplainedAttribute],
        _ kind: String,
        _ level: [ExplainedAttribute]
    ) -> Diagnostic {
        let place = ([kind] + steps.map(\.name)).joined(separator: ".")
        guard let last = steps.last else {
            return Diagnostic(
                .error,
                "\(place) has no '\(step.excerpt)'" + question(step, level),
                file: nil
            )
        }
        if level.isEmpty {
            let type = last.typeText
            return Diagnostic(
                .error,
                "\(place) is '\(type)', there is no '\(step.excerpt)' below it",
                file: nil
            )
        }
        return Diagnostic(
            .error,
            "\(place) has no '\(step.excerpt)'" + question(step, level),
            file: nil
        )
    }

    /// The nearest name, in the spelling that was begun.
    private static func question(_ step: String, _ level: [ExplainedAttribute]) -> String {
        let isKey = step.utf8.contains { $0.isUppercase }
        return NearestName.question(step, among: level.map { isKey ? $0.key : $0.name })
    }
}

extension Explanation {
    /// `spec.rules[].host`, in Swift's spelling; empty for the kind itself.
    var path: String { path(\.name) }

    /// The same in the spelling of manifests.
    var manifestPath: String { path(\.key) }

    private func path(_ word: (ExplainedAttribute) -> String) -> String {
        var path = ""
        for (position, step) in steps.enumerated() {
            StepText.append(word(step), to: &path)
            if position + 1 < steps.count { path += step.value.element.path }
        }
        return path
    }

    /// The schema of what is explained.
    var schema: Schema { steps.last?.value.schema ?? entry.version.schema }
}
