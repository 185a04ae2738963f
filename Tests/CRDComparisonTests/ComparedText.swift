import CRDGeneratorCore
import CRDYAML
import TestSupport
import Testing

@testable import CRDCatalog
@testable import CRDComparison

extension CatalogComparison {
    /// Compares two sets of files in which nothing is wrong, by name and text.
    init(
        _ old: [String: String],
        _ new: [String: String],
        configurations: (old: Configuration, new: Configuration) = (.init(), .init())
    ) {
        self.init(
            ResourceCatalog(files: old, configurations.old),
            ResourceCatalog(files: new, configurations.new)
        )
    }

    /// Compares two states of `Widget`, by the properties of `spec`.
    init(_ old: String, _ new: String) {
        self.init(["old.yaml": Self.widget(old)], ["new.yaml": Self.widget(new)])
    }

    /// A CRD with properties of `spec`, each on a line of its own from 24 on, in column 15.
    private static func widget(_ properties: String) -> String {
        let lines = properties.split(separator: "\n").map { "    \($0)" }
        return InspectedText.widget(
            """
            spec:
              type: object
              properties:
            \(lines.joined(separator: "\n"))
            """
        )
    }

    /// Whether a change breaks code or manifests, or changes the meaning of manifests.
    var isBreaking: Bool { changes.contains { $0.grade != .compatible } }

    /// The lines before the one that counts.
    var lines: [String] {
        text().split(separator: "\n").dropLast().map(String.init)
    }
}

extension ResourceCatalog {
    /// The catalog of some files in which nothing is wrong, by name and text.
    init(files: [String: String], _ configuration: Configuration) {
        self.init()
        var diagnostics: [Diagnostic] = []
        let inputs = files.sorted { $0.key < $1.key }.map { name, text in
            Generator.Input(path: name, text: text)
        }
        add(inputs, configuration, &diagnostics)
        #expect(diagnostics.filter { $0.severity == .error } == [])
    }
}

extension Generator.Input {
    /// A file with a text.
    init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
