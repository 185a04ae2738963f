import CRDGeneratorCore
import CRDYAML
import Testing

@testable import CRDCatalog

extension ResourceCatalog {
    /// The catalog of a text, in which nothing is wrong.
    init(_ texts: String..., configuration: Configuration = Configuration()) {
        self.init()
        var diagnostics: [Diagnostic] = []
        let inputs = texts.enumerated().map { number, text in
            Generator.Input(path: "\(number + 1).yaml", bytes: Array(text.utf8))
        }
        add(inputs, configuration, &diagnostics)
        #expect(diagnostics.filter { $0.severity == .error } == [])
    }
}
