import BenchmarkSupport
import Foundation

/// The build plugin's tool as the plugin runs it: a process for each module.
struct ToolProcess {
    /// Where the tool is: beside the running benchmark, built with it.
    private let tool: URL
    /// A folder for what is written.
    private let folder: URL

    init(output folder: URL) {
        tool = URL(filePath: CommandLine.arguments[0])
            .deletingLastPathComponent()
            .appending(path: "crdgen-build")
        self.folder = folder
    }

    /// The least CPU seconds of a process that starts, finds no arguments and ends, without what
    /// any process costs that the system starts.
    func startUp(rounds: Int) throws -> Double {
        try least(of: rounds, [tool.path]) - least(of: rounds, ["true"])
    }

    /// The least CPU seconds of a process that generates one file, start-up and all.
    func generation(of path: String, rounds: Int) throws -> Double {
        let output = folder.appending(path: "tool")
        let arguments = [tool.path, "--module", "M", "--output", output.path, path]
        return try least(of: rounds, arguments) {
            // What is there already would not be written again.
            try? FileManager.default.removeItem(at: output)
            try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        }
    }

    private func least(
        of rounds: Int,
        _ arguments: [String],
        before: () throws -> Void = {}
    ) throws -> Double {
        var least = Double.infinity
        for _ in 0..<rounds {
            try before()
            let outcome = try Command(arguments).run(log: folder.appending(path: "log"))
            least = min(least, outcome.cpuSeconds)
        }
        return least
    }
}
