package import CRDGeneratorCore
import CRDLibYAML
import CRDParsing
package import CRDYAML

/// A file of manifests with its documents.
package struct ParsedManifest: Sendable {
    /// The path of the file.
    package let path: String
    /// The documents that are not empty, up to the first one that is not YAML.
    package let documents: [Node]
    /// The error if the text is not YAML.
    package let error: Diagnostic?
    /// The form of the content.
    package let form: Form

    /// The form of the content of a file in a folder of manifests.
    package enum Form: Sendable {
        /// Objects, or a text with errors.
        case manifest
        /// A text with `{{ }}` or `{% %}` that is not YAML, as for Helm and Jinja.
        case template
        /// YAML for other programs, such as `values.yaml`.
        case other
    }

    /// Parses a file.
    package init(_ input: Generator.Input) {
        path = input.path
        let parsed = Node.parseUntilError(
            input.bytes,
            file: input.path,
            duplicateRule: .lastCounts
        )
        documents = parsed.documents.filter { !$0.isNull }
        error = parsed.error
        if error != nil {
            form = input.bytes.hasTemplates ? .template : .manifest
        } else {
            let isOther = !documents.isEmpty && documents.allSatisfy(\.isForOthers)
            form = isOther ? .other : .manifest
        }
    }
}

extension Node {
    /// Whether a document is for other programs than the API server.
    ///
    /// An object has at least two of `apiVersion`, `kind`, and `metadata`, even if one was forgotten.
    /// `Chart.yaml` has an `apiVersion` only, and files for kustomize have a group of its own.
    fileprivate var isForOthers: Bool {
        let count = ["apiVersion", "kind", "metadata"].count { self[$0] != nil }
        return count < 2 || word("apiVersion").hasPrefix("kustomize.config.k8s.io/")
    }
}

extension [UInt8] {
    /// Whether a text has `{{` or `{%`.
    fileprivate var hasTemplates: Bool {
        indices.dropLast().contains { index in
            self[index] == UInt8(ascii: "{")
                && (self[index + 1] == UInt8(ascii: "{") || self[index + 1] == UInt8(ascii: "%"))
        }
    }
}
