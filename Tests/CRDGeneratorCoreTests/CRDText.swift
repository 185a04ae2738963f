import CRDGeneratorCore
import CRDLibYAML
import CRDYAML
import TestSupport
import Testing

/// What a marked text gives.
struct Reading {
    let definitions: [CustomResourceDefinition]
    /// As `1️⃣ error: message`.
    let diagnostics: [String]

    /// Reads the CRDs of a text.
    init(_ marked: String) {
        let marked = MarkedText(marked)
        var reader = CRDReader()
        do throws(Diagnostic) {
            for document in try Node.parse(marked.text, file: "crd.yaml") { reader.read(document) }
        } catch {
            definitions = []
            diagnostics = marked.show([error])
            return
        }
        definitions = reader.definitions
        diagnostics = marked.show(reader.diagnostics)
    }

    /// The only CRD of a text that has nothing wrong with it.
    static func only(_ text: String) throws -> CustomResourceDefinition {
        let reading = Reading(text)
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.definitions.count == 1)
        return try #require(reading.definitions.first)
    }
}

/// A small CRD without fault, to be changed line by line.
enum CRDText {
    static let v1 = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: widgets.example.com
        spec:
          group: example.com
          names:
            kind: Widget
            plural: widgets
          scope: Namespaced
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object

        """

    static let v1beta1 = """
        apiVersion: apiextensions.k8s.io/v1beta1
        kind: CustomResourceDefinition
        metadata:
          name: widgets.example.com
        spec:
          group: example.com
          names:
            kind: Widget
            plural: widgets
          version: v1alpha1
          validation:
            openAPIV3Schema:
              type: object

        """

    /// The text with a line, named without its indentation, replaced by others at its indentation.
    static func replacing(_ line: String, by lines: String, in text: String = v1) throws -> String {
        var all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let index = try #require(
            all.firstIndex { $0.trimmingPrefix { $0 == " " } == line },
            "no line '\(line)'"
        )
        let indentation = String(repeating: " ", count: all[index].utf8.count - line.utf8.count)
        all[index] = lines.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : indentation + $0 }
            .joined(separator: "\n")
        return all.joined(separator: "\n")
    }
}
