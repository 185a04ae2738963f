// Whether any bytes make the readers of manifests and CRDs crash, hang or take memory without bound.
//
//     swift build && .build/debug/reader-fuzz --seconds 30
//     .build/debug/reader-fuzz --seed SEED --input NUMBER    one input again
//
// A process of its own reads one input after the other: random changes of manifests and CRDs, and
// between them texts of hostile shapes. Memory and the time of each input are limited by the
// system. Prints the seed and what was read, and ends with code 1 at the first fault.
import ArgumentParser
import BenchmarkSupport
import Foundation
import SageMaker
import TestResources

@main
struct ReaderFuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reader-fuzz",
        abstract: "Check that no bytes make the readers crash, hang or grow."
    )

    @Option(help: "For how long to read random inputs.")
    var seconds = 30.0

    @Option(help: "What all random inputs come from; a new one by default.")
    var seed = UInt64.random(in: 0 ... .max)

    @Option(help: "The number of the only input to read.")
    var input: Int?

    @Option(help: "A file that the bytes of the only input are written to.")
    var save: String?

    @Option(help: "CPU seconds that an input may take.")
    var secondsOfInput = 20

    @Option(help: "Megabytes that the process may take.")
    var megabytes = 1024

    @Flag(help: .hidden)
    var isWorker = false

    func validate() throws {
        if save != nil, input == nil { throw ValidationError("--save needs --input") }
    }

    func run() throws {
        if isWorker { return try work() }
        if let input, let save {
            let bytes = try Inputs(seed: seed, kinds: Self.kinds).bytes(input)
            try Data(bytes).write(to: URL(filePath: save))
        }
        print("seed \(seed)")
        fflush(nil)
        try supervise()
    }

    private static let kinds =
        SageMaker.customResourceKinds + TestResources.customResourceKinds

    private func work() throws {
        let worker = Worker(
            inputs: try Inputs(seed: seed, kinds: Self.kinds),
            reading: Reading(kinds: Self.kinds),
            limits: .init(seconds: secondsOfInput, memory: megabytes << 20)
        )
        let deadline = Date.now.addingTimeInterval(seconds)
        if let input {
            try worker.run([input], until: deadline)
        } else {
            try worker.run(0..., until: deadline)
        }
    }

    /// Starts the process that reads, and says how it ended.
    private func supervise() throws {
        guard let executable = Bundle.main.executableURL?.path else {
            throw ValidationError("the running executable has no path")
        }
        let log = FileManager.default.temporaryDirectory
            .appending(path: "reader-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: log) }  // a leftover does no harm
        var arguments = ["--is-worker", "--seed", "\(seed)", "--seconds", "\(seconds)"]
        arguments += ["--seconds-of-input", "\(secondsOfInput)", "--megabytes", "\(megabytes)"]
        if let input { arguments += ["--input", "\(input)"] }
        // Time that is not CPU time has a limit too: what waits forever takes none.
        let timeout = seconds + 60 + 10 * Double(secondsOfInput)
        let outcome = try Command([executable] + arguments, timeout: timeout).run(log: log)
        let lines = outcome.output.split(separator: "\n")
        if outcome.end == .exit(0), let summary = lines.last {
            print(summary)
            return
        }
        let number = lines.last { Int($0) != nil } ?? "?"
        for line in lines where Int(line) == nil { print(line) }
        print(
            """
            input \(number): \(reason(outcome.end))
            again: reader-fuzz --seed \(seed) --input \(number) --save FILE
            """
        )
        throw ExitCode.failure
    }

    private func reason(_ end: Command.End) -> String {
        switch end {
        case .exit(let code): "ended with code \(code)"
        case .signal(SIGPROF): "takes over \(secondsOfInput) s"
        case .signal(let signal):
            "ended by signal \(signal): a crash, or over \(megabytes) MB of memory"
        case .timeout: "waits forever"
        }
    }
}
