// What commands cost with a folder of many CRDs, in processes of 'crdgen'.
//
//     swift build -c release --product crdgen
//     swift run -c release --package-path Benchmarks validation-cost-benchmark \
//         .build/release/crdgen FOLDER...
import ArgumentParser
import BenchmarkSupport
import Foundation

@main
struct ValidationCost: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validation-cost-benchmark",
        abstract: "Measure what commands cost with a folder of many CRDs."
    )

    @Argument(help: "The command 'crdgen', from a release build.")
    var tool: String

    @Argument(help: "Folders of CRDs, or files.")
    var folders: [String]

    @Option(help: "The number of CRDs; files are repeated with other groups.")
    var crds = 2219

    @Option(help: "The number of kinds with manifests.")
    var kinds = 20

    @Option(help: "The number of manifests of each kind.")
    var manifests = 50

    func run() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "validation-cost-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }  // a leftover does no harm
        let many = ManyCRDs(folder: folder, tool: tool)
        try many.writeCRDs(of: CRDFiles(folders).paths, count: crds)
        let names = try many.writeManifests(kinds: kinds, count: manifests)
        guard let name = names.first else { throw ValidationError("no CRD has a sample") }
        let source = ["--crds", many.crds.path]
        try measure("1 manifest", many, ["validate", many.manifest.path] + source)
        try measure("all manifests", many, ["validate", many.manifests.path] + source)
        try measure("explain", many, ["explain", name] + source)
        try measure("sample", many, ["sample", name] + source)
        try measure("list", many, ["list"] + source)
        try measure("check", many, ["check"] + source)
    }

    private func measure(_ name: String, _ many: ManyCRDs, _ arguments: [String]) throws {
        var seconds = Double.infinity
        var memory = 0
        for _ in 0..<3 {
            let outcome = try many.run(arguments)
            seconds = min(seconds, outcome.cpuSeconds)
            memory = max(memory, outcome.peakMemory)
        }
        print("\(name): \(seconds.rounded(2)) s CPU, \(memory / 1_000_000) MB")
    }
}
