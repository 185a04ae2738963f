package import CRDGeneratorCore
import CRDSchema
import CRDValues
package import CRDYAML

extension Configuration {
    /// Adds the most similar path that a CRD has to warnings about unused paths.
    ///
    /// The build plugin doesn't compile this, so its warnings have no suggestions.
    ///
    /// - Parameters:
    ///   - diagnostics: All diagnostics of a folder; others don't change.
    ///   - outputs: The files of the folder.
    /// - Returns: The diagnostics, in the same order.
    package func addingSuggestions(
        to diagnostics: [Diagnostic],
        from outputs: [Generator.Output]
    ) -> [Diagnostic] {
        let versions = outputs.flatMap { $0.resources.map(\.version) }
        return diagnostics.map { diagnostic in
            guard diagnostic.file == file, diagnostic.severity == .warning,
                let rule = paths.first(where: { $0.position == diagnostic.position }),
                let path = rule.path.nearest(among: versions)
            else { return diagnostic }
            let message = "\(diagnostic.message), did you mean '\(path)'?"
            return Diagnostic(.warning, message, file: file, at: diagnostic.position)
        }
    }
}

extension PathPattern {
    /// Returns the most similar path; `nil` if there is none, or if a version has this path.
    fileprivate func nearest(among versions: [CustomResourceDefinition.Version]) -> String? {
        let kinds = versions.map(\.definition.names.kind)
        let nearestKind = kind.flatMap {
            kinds.contains($0) ? $0 : NearestName.to($0, among: kinds)
        }
        if kind != nil, nearestKind == nil { return nil }
        for version in versions {
            if let nearestKind, version.definition.names.kind != nearestKind { continue }
            guard let path = Self.nearest(to: steps[...], in: version.schema) else { continue }
            if path == steps, nearestKind == kind { return nil }
            let keys = path.compactMap(\.key).map {
                $0.contains(where: ".[]".contains) ? "[\($0)]" : $0
            }
            return ([nearestKind].compactMap(\.self) + keys).joined(separator: ".")
        }
        return nil
    }

    private static func nearest(to steps: ArraySlice<Step>, in schema: Schema) -> [Step]? {
        guard let step = steps.first else { return [] }
        guard let key = step.key else { return nil }
        var schema = schema
        while schema.objectProperties.isEmpty, let elements = schema.elements {
            switch elements {
            case .items(let element), .values(let element): schema = element
            }
        }
        let properties = schema.objectProperties
        let names = properties.map(\.name)
        let name = names.contains(key) ? key : NearestName.to(key, among: names)
        guard let property = properties.first(where: { $0.name == name }),
            let rest = nearest(to: steps.dropFirst(), in: property.schema)
        else { return nil }
        return [.key(property.name)] + rest
    }
}

extension PathPattern.Step {
    /// The key; `nil` for a wildcard.
    fileprivate var key: String? {
        if case .key(let key) = self { return key }
        return nil
    }
}
