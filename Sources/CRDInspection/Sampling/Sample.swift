package import CRDCatalog
import CRDGeneratorCore
package import CRDPages
import CRDRuntime
import CRDValidation
package import CRDValues
package import CRDYAML

/// A sample resource of a kind.
package struct Sample {
    private let example: Example
    private let entry: ResourceCatalog.Entry

    /// Creates a sample.
    ///
    /// - Parameters:
    ///   - entry: The version of the kind.
    ///   - extent: The fields that the sample has.
    package init(of entry: ResourceCatalog.Entry, extent: Example.Extent = .minimal) {
        self.entry = entry
        example = Self.example(of: entry, extent)
    }

    private static func example(
        of entry: ResourceCatalog.Entry,
        _ extent: Example.Extent
    ) -> Example {
        Example(
            of: entry.type,
            named: entry.swiftName,
            schema: entry.version.schema,
            keepsUnknownFields: entry.version.preservesUnknownFields,
            extent: extent
        )
    }

    /// The manifest in YAML.
    package var manifest: String { example.manifest }

    /// A manifest with all fields and explanations, in which fields that aren't required are
    /// commented out.
    ///
    /// Without changes it is the minimal manifest, for any extent of the sample.
    package var commentedManifest: String {
        let minimal = Self.example(of: entry, .minimal).object
        let manifest = CommentedManifest(
            entry,
            minimal: minimal,
            // Rules can require more keys in a map than one.
            complete: Self.example(of: entry, .all).object.including(minimal)
        )
        return """
            ## \(entry.version.definition.apiVersion) \(entry.kind)
            ## Only the required fields are set. To set another field, remove the '# ' from its line
            ## and from the lines of its parents. Lines with '##' are comments. A '<<: {}' makes an
            ## empty mapping valid; you can remove it when the mapping has another field.

            """ + manifest.text
    }

    /// Warnings with the first reasons why the API server would reject the manifest.
    ///
    /// There are some if the version isn't served, if a schema or rule cannot be satisfied, or if no
    /// value for it was found.
    package var warnings: [Diagnostic] {
        var warnings: [Diagnostic] = []
        let definition = entry.version.definition
        if !definition.isServed {
            let message =
                "the version '\(definition.version)' of \(entry.kind) is not served, so the API server "
                + "would reject the sample"
            warnings.append(Diagnostic(.warning, message, file: nil))
        }
        let reasons = self.reasons
        warnings += reasons.prefix(Self.mostWarnings).map { reason in
            Diagnostic(
                .warning,
                "no valid value found, so the API server would reject the sample: \(reason)",
                file: nil
            )
        }
        let more = reasons.count - Self.mostWarnings
        if more > 0 {
            warnings.append(Diagnostic(.warning, "\(more) more like these", file: nil))
        }
        return warnings
    }

    /// A note about a missing namespace, if the document of the kind doesn't show its scope.
    package var note: Diagnostic? {
        if entry.isScopeKnown { return nil }
        let message =
            "the document has no paths of \(entry.kind), so its scope is unknown; if it is "
            + "namespaced, add 'metadata.namespace'"
        return Diagnostic(.note, message, file: entry.file)
    }

    /// The reasons why the API server would reject the manifest.
    private var reasons: [String] {
        if !example.failedRules.isEmpty { return example.failedRules.map(\.reason) }
        let definition = entry.version.definition
        let validator = ResourceValidator(definition: definition, schema: entry.version.schema)
        guard case .failure(let rejection) = validator.create(json).result else { return [] }
        return rejection.violations.isEmpty
            ? [rejection.message] : rejection.violations.map(\.description)
    }

    /// The maximum number of reasons, as each element of a list can have one.
    private static let mostWarnings = 10

    /// The manifest as a value.
    package var json: JSONValue { .object(example.object) }

    /// Swift code that creates the resource.
    package var swift: String { example.code }
}

extension FailedRule {
    /// The location, the rule, and its message: `spec: rule 'self.a' not satisfied: must be true`.
    fileprivate var reason: String {
        let field = field.isEmpty ? "" : "\(field): "
        let message = rule.message.map { $0.isEmpty ? "" : ": \($0.excerpt)" } ?? ""
        return "\(field)rule '\(rule.rule.excerpt)' not satisfied\(message)"
    }
}
