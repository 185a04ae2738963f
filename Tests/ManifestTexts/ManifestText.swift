package import CRDCatalog
package import CRDGeneratorCore
package import CRDInspection
package import CRDRuntime
import CRDYAML
package import TestSupport

/// Manifests of a kind `Widget`, and their validation without files and processes.
package enum ManifestText {
    /// The properties of the schema.
    package static let properties = """
        spec:
          type: object
          required: [size]
          properties:
            size: {type: integer, maximum: 5}
        """

    /// Checks texts, of which one has places marked.
    package static func check(
        _ text: MarkedText,
        more: [String] = [],
        crd: String = InspectedText.widget(properties),
        _ fieldValidation: FieldValidation = .strict
    ) -> ManifestCheck {
        var check = ManifestCheck(kinds(("crd.yaml", crd)), fieldValidation: fieldValidation)
        check.check([input("a.yaml", text.text)] + more.map { input("b.yaml", $0) })
        return check
    }

    /// The kinds of files with CRDs.
    package static func kinds(_ files: (path: String, text: String)...) -> KnownKinds {
        var kinds = KnownKinds()
        for file in files {
            let hasCRDs = kinds.add(DefinitionFile(input(file.path, file.text)))
            precondition(hasCRDs, "no CRD in '\(file.path)'")
        }
        return kinds
    }

    /// A file with a text.
    package static func input(_ path: String, _ text: String) -> Generator.Input {
        Generator.Input(path: path, bytes: Array(text.utf8))
    }

    /// A valid manifest.
    package static let valid = """
        apiVersion: example.com/v1
        kind: Widget
        metadata: {name: a}
        spec: {size: 5}

        """

    /// A CRD of Widget with one version.
    package static func version(_ name: String, isStored: Bool = true) -> String {
        InspectedText.widget(properties).replacingOnce("name: v1", by: "name: \(name)")
            .replacingOnce("storage: true", by: "storage: \(isStored)")
    }
}

extension String {
    /// The text with the first of some words replaced.
    package func replacingOnce(_ word: String, by other: String) -> String {
        guard let range = firstRange(of: word) else { return self }
        return replacingCharacters(in: range, with: other)
    }

    private func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
