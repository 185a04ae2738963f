// What generating costs, against libyaml's own event loop over the same bytes.
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

    @Flag(help: "Leave the result in memory instead of writing it to a temporary folder.")
    var memory = false

    func run() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "generation-cost-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // a leftover does no harm

        let run = Run(paths: try CRDFiles(folders).paths, output: memory ? nil : folder)
        let megabytes = Double(try run.size()) / 1e6
        var times = try run.times()
        for _ in 1..<max(rounds, 2) { times = times.least(try run.times()) }

        func line(_ name: String, _ seconds: Double) {
            let speed = (megabytes / seconds).rounded(1)
            let ratio = (seconds / times.events).rounded(2)
            print("\(name): \(seconds.rounded(4)) s CPU, \(speed) MB/s, \(ratio)x libyaml's events")
        }
        print("\(run.paths.count) files, \(megabytes.rounded(1)) MB")
        line("libyaml's events", times.events)
        line("Swift of each file", times.swift)
        line("Swift and namespaces", times.swift + times.namespaces)
        line("Swift, namespaces and pages", times.swift + times.namespaces + times.pages)
        line("pages alone, reading included", times.reading + times.pages)
        let ratio = ((times.reading + times.pages) / times.swift).rounded(2)
        print("pages alone: \(ratio)x the Swift of each file")
        print("peak memory: \(rusage.ofThisProcess().peakMemory / 1_000_000) MB")
    }
}

extension Double {
    /// The number with as many digits after the point.
    fileprivate func rounded(_ digits: Int) -> String {
        formatted(.number.precision(.fractionLength(digits)).grouping(.never))
    }
}
