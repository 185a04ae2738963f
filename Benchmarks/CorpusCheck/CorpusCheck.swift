// Whether every CRD becomes Swift that compiles and loses nothing.
//
//     swift build && .build/debug/corpus-check FOLDER...
//
// Generates every CRD below the folders and compiles it as a module of its own, warnings being
// errors; with --modules, all CRDs of each folder as one module, with the types that they share.
// Sample values of every kind go through JSON and YAML and are compared as JSON values, also with
// what PyYAML reads, and once more on a thread with a stack of 512 KiB. Prints the seed of the random
// ones, a line for each failure and the counts, and how many samples of the kinds the API server
// would accept. With --manifests it also reads manifests in every mode and by every reader,
// and compares what is written for them with what the API server stored. With --samples-only it
// compiles nothing, and lists the samples that the API server would reject.
import ArgumentParser
import BenchmarkSupport
import Foundation
import RoundTrip

@main
struct CorpusCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus-check",
        abstract: "Check that every CRD becomes Swift that compiles and loses nothing."
    )

    @Argument(help: "Folders of CRDs, or files.")
    var folders: [String]

    @Flag(help: "Make one module of all CRDs of each folder, rather than one of each file.")
    var modules = false

    @Option(help: "How many files to check, spread over all; all by default.")
    var sample: Int?

    @Option(help: "Of how many of these to run sample values; the others are type-checked only.")
    var compile: Int?

    @Option(help: "A folder of manifests that an API server accepted, with what it stored.")
    var manifests: String?

    @Flag(help: "Only validate the samples of the kinds, and list those that are invalid.")
    var samplesOnly = false

    @Option(help: "What random values come from; a new one by default.")
    var seed = UInt64.random(in: 0 ... .max)

    func run() async throws {
        if samplesOnly {
            let files = try paths().flatMap { try CRDFiles([$0]).paths }
            return try checkSamples(of: files, listsFailures: true)
        }
        print("seed \(seed)")
        let tools = try Tools()
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "corpus-check-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }  // a leftover does no harm
        let checked = try modules(in: folder)
        guard !checked.isEmpty else { throw ValidationError("no CRDs in these folders") }
        if !PyYAML.isPresent { print("not compared with PyYAML, which is not installed") }

        var failed = 0
        var manifestCount = 0
        try await withThrowingTaskGroup(of: (path: String, outcome: CheckedModule.Outcome).self) {
            group in
            var waiting = checked.makeIterator()
            // Each task blocks a thread while its command runs, and the pool has one per core.
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
                guard let module = waiting.next() else { break }
                group.addTask { (module.path, try module.check(tools)) }
            }
            while let (path, outcome) = try await group.next() {
                if !outcome.failures.isEmpty { failed += 1 }
                for failure in outcome.failures { print("\(path): \(failure)") }
                manifestCount += outcome.manifestCount
                fflush(nil)  // a run takes minutes, and may be ended early
                guard let module = waiting.next() else { continue }
                group.addTask { (module.path, try module.check(tools)) }
            }
        }
        if manifests != nil { print("\(manifestCount) manifests read") }
        try checkSamples(of: checked.flatMap(\.files), listsFailures: false)
        print("\(checked.count - failed) passed, \(failed) failed")
        if failed > 0 { throw ExitCode.failure }
    }

    /// Validates the samples of files, and prints the shares of valid ones.
    private func checkSamples(of paths: [String], listsFailures: Bool) throws {
        var check = SampleCheck()
        for path in paths { try check.add(path) }
        if listsFailures { for failure in check.failures { print(failure) } }
        for share in check.shares { print(share.text) }
    }

    /// The paths of the files that are checked, or of the folders.
    private func paths() throws -> [String] {
        let all = modules ? folders : try CRDFiles(folders).paths
        return Self.spread(sample, over: all.count).map { all[$0] }
    }

    private func modules(in folder: URL) throws -> [CheckedModule] {
        let paths = try paths()
        let run = Set(Self.spread(compile, over: paths.count))
        return try paths.enumerated().map { position, path in
            CheckedModule(
                path: path,
                files: try CRDFiles([path]).paths,
                isRun: run.contains(position),
                seed: seed,
                manifests: manifests,
                folder: folder.appending(path: "\(position)")
            )
        }
    }

    /// Some positions of a list, as far apart as possible and always the same.
    ///
    /// - Returns: All positions if there are at most `limit`, or if there is none.
    private static func spread(_ limit: Int?, over count: Int) -> [Int] {
        guard let limit, limit < count else { return Array(0..<count) }
        return (0..<limit).map { $0 * count / limit }
    }
}
