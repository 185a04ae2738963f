// What generating costs, against libyaml's own event loop over the same bytes, and the limits.
//
//     swift run -c release generation-cost-benchmark FOLDER...    every CRD below the folders
//     swift run generation-cost-benchmark FILE                    one file in a debug build, as
//                                                                 the build plugin generates it
import ArgumentParser
import BenchmarkSupport
import Foundation

@main
struct GenerationCost: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generation-cost-benchmark",
        abstract: "Measure what generating costs, against libyaml's event loop."
    )

    @Argument(help: "Folders of CRDs, or files.")
    var folders: [String]

    @Option(help: "How often to do everything; the least of each part is taken.")
    var rounds = 5

    func run() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "generation-cost-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // a leftover does no harm

        let run = Run(paths: try CRDFiles(folders).paths, output: folder)
        let megabytes = Double(try run.size()) / 1e6
        var times = try run.times()
        for _ in 1..<max(rounds, 2) { times = times.least(try run.times()) }
        let peakMemory = rusage.ofThisProcess().peakMemory / 1_000_000

        func line(_ name: String, _ seconds: Double, limit: Double? = nil) {
            let speed = (megabytes / seconds).rounded(1)
            let ratio = (seconds / times.events).rounded(2)
            let limit = limit.map { ", limit \($0.rounded(0))x" } ?? ""
            print("\(name): \(seconds.rounded(4)) s CPU, \(speed) MB/s, \(ratio)x events\(limit)")
        }
        print("\(run.paths.count) files, \(megabytes.rounded(1)) MB, \(Self.build) build")
        line("libyaml's events", times.events)
        line("read, generate and write Swift", times.swift, limit: Self.limit)
        line("  of which writing", times.writing)
        line("read, generate and write pages", times.pages)
        print("pages against Swift: \((times.pages / times.swift).rounded(2))x, limit 2.5x")
        print("peak memory: \(peakMemory) MB, limit 300 MB")

        let tool = ToolProcess(output: folder)
        let startUp = try tool.startUp(rounds: rounds * 10) * 1000
        print("start-up of crdgen-build: \(startUp.rounded(2)) ms CPU, limit 4 ms")
        if let file = run.paths.first, run.paths.count == 1 {
            let seconds = try tool.generation(of: file, rounds: rounds * 4)
            line("crdgen-build on it, start-up included", seconds, limit: Self.limit)
        }
    }

    #if DEBUG
    private static let build = "debug"
    private static let limit = 6.0
    #else
    private static let build = "release"
    private static let limit = 4.0
    #endif
}
