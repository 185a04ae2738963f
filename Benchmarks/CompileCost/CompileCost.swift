// Measures the cost of compiling generated code, compared with bare structs and with the code that a
// simple generator would write.
//
//     swift run --package-path Benchmarks compile-cost-benchmark FILE...
//
// Documentation/Decisions/compile-cost.md has the figures for these files of the provider's CRDs:
// apm.k8s.elastic.co/v1/apmservers.yaml, jaegertracing.io/v1/jaegers.yaml and
// postgres-operator.crunchydata.com/v1beta1/postgresclusters.yaml. The naive form takes minutes.
import ArgumentParser
import BenchmarkSupport
import CRDGeneratorCore
import CRDYAML
import Foundation

@main
struct CompileCost: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile-cost-benchmark",
        abstract: "Measure what compiling generated code costs."
    )

    @Argument(help: "Files of CRDs.")
    var files: [String]

    @Option(help: "How often to compile each form, in turn; the medians are printed.")
    var runs = 5

    @Flag(help: "Leave out the naive form.")
    var skipNaive = false

    @Option(help: "The seconds after which a compilation is given up.")
    var timeout = 900.0

    func validate() throws {
        guard runs > 0 else { throw ValidationError("--runs is at least 1") }
    }

    func run() throws {
        let compiler = try BuildFolder()
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "compile-cost-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }  // a leftover does no harm
        for file in files {
            let forms = try Forms(file)
            print("\n\(file)")
            for optimization in Optimization.allCases {
                try report(forms, optimization, compiler, folder)
            }
        }
    }

    private func report(
        _ forms: Forms,
        _ optimization: Optimization,
        _ compiler: BuildFolder,
        _ folder: URL
    ) throws {
        // The list of kinds is of resources, which the other forms are not.
        let anyNamespaces = forms.namespaces
            .replacing("public import CRDRuntime\n", with: "")
            .replacing("any CRDRuntime.Resource.Type", with: "Any.Type")
        func measure(_ text: String, _ namespaces: String) throws -> Measurement? {
            try Compilation(
                folder: folder,
                sources: ["Namespaces.swift": namespaces, "Resources.swift": text],
                timeout: timeout
            ).measure(optimization, compiler)
        }
        var bare = Series(name: "bare")
        var ours = Series(name: "ours")
        var naive = skipNaive ? nil : Series(name: "naive")
        // In turn, since the speed of a machine changes while it is measured.
        for _ in 0..<runs {
            try bare.add(measure(forms.bare, anyNamespaces))
            try ours.add(measure(forms.ours, forms.namespaces))
            try naive?.add(measure(forms.naive, anyNamespaces))
        }
        for series in [bare, ours, naive].compactMap(\.self) {
            print("\(optimization) \(series.name): \(series.text)")
        }
        for other in [bare, naive].compactMap(\.self) {
            guard let ratios = ours.ratios(to: other) else { continue }
            print("\(optimization) ours/\(other.name): \(ratios)")
        }
        fflush(nil)  // the next may take minutes
    }
}

/// The Swift that a CRD file becomes, in three forms.
struct Forms {
    let namespaces: String
    let bare: String
    let ours: String
    let naive: String

    /// Generates all forms of a file.
    ///
    /// - Throws: `Diagnostic` if the file is at fault, or what Foundation throws on reading it.
    init(_ file: String) throws {
        let bytes = Array(try Data(contentsOf: URL(filePath: file)))
        let input = Generator.Input(path: file, bytes: bytes)
        var diagnostics: [Diagnostic] = []
        let swift = Generator().generate(input, &diagnostics).swift
        var namespaces = NamespaceFile(module: "Compiled")
        namespaces.add(input)
        self.namespaces = namespaces.text(&diagnostics)
        if let error = diagnostics.first(where: { $0.severity == .error }) { throw error }
        bare = BareForm.text(swift.resources)
        ours = swift.text
        naive = NaiveForm.text(swift.resources)
    }
}
