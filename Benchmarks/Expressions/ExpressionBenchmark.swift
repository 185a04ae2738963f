// How long validation rules take to compile and to evaluate.
//
//     swift run -c release expression-benchmark ../../shared/cel
//
// Compiles the rules of published CRDs, evaluates representative ones, and counts the allocations
// of those that only compare. If the Python packages 'cel-expr-python' and
// 'common-expression-language' are installed, the C++ and Rust implementations are measured in the
// same run by the script 'peers.py' in the folder.
import ArgumentParser
import BenchmarkSupport
import CAllocationCount
import Foundation
import KubernetesCEL

@main
struct ExpressionBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expression-benchmark",
        abstract: "Measure compiling and evaluating validation rules."
    )

    @Argument(help: "The folder with 'k8s/mutated-rules.jsonl' and 'peers.py'.")
    var folder: String

    func run() throws {
        let folder = URL(fileURLWithPath: folder)
        try measureCompiling(folder.appendingPathComponent("k8s/mutated-rules.jsonl"))
        try measureLoops()
        try measureRules()
        try runPeers(folder.appendingPathComponent("peers.py"))
    }

    private func measureCompiling(_ file: URL) throws {
        let rules = RuleLine.mutated(try DataLine.lines(of: file)).filter { $0.error == nil }
        var times: [Double] = []
        for rule in rules {
            let nanoseconds = Self.best {
                guard let checked = try? rule.environment.compile(rule.rule) else { return }
                _ = checked.estimatedCost
                _ = try? checked.program()
            }
            times.append(nanoseconds / 1000)
        }
        times.sort()
        print(
            "compile (parse, check, estimate, plan) \(times.count) rules: median "
                + "\(times[times.count / 2].rounded(1)) µs, 95 % below "
                + "\(times[times.count * 95 / 100].rounded(1)) µs, "
                + "all \((times.reduce(0, +) / 1000).rounded(1)) ms"
        )
    }

    private func measureLoops() throws {
        for loop in BenchmarkRule.loops {
            let program = try loop.program()
            let nanoseconds = Self.best { _ = program.evaluate(loop.variables) }
            print("\(loop.text): \((nanoseconds / 2000).rounded(0)) ns per element")
        }
    }

    private func measureRules() throws {
        for rule in BenchmarkRule.rules {
            let program = try rule.program()
            let repetitions = 1000
            let nanoseconds = Self.best {
                for _ in 0..<repetitions { _ = program.evaluate(rule.variables) }
            }
            let before = allocation_count()
            for _ in 0..<repetitions { _ = program.evaluate(rule.variables) }
            let allocations = Double(allocation_count() - before) / Double(repetitions)
            print(
                "\(rule.text): \((nanoseconds / Double(repetitions)).rounded(0)) ns, "
                    + "\(allocations.rounded(1)) allocations"
            )
        }
    }

    private func runPeers(_ script: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script.path]
        process.standardError = FileHandle.nullDevice
        fflush(nil)
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { print("the other implementations aren't installed") }
    }

    /// Returns the shortest of some durations, in nanoseconds.
    private static func best(_ body: () -> Void) -> Double {
        var best = Double.infinity
        for _ in 0..<9 {
            let start = DispatchTime.now().uptimeNanoseconds
            body()
            best = min(best, Double(DispatchTime.now().uptimeNanoseconds - start))
        }
        return best
    }
}
