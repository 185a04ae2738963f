import CRDFiles
import CRDYAML

/// A record of the last successful run for a module, by which a run ends early if nothing changed.
///
/// SwiftPM runs the tool again whenever it has linked it, and it links the same code again in the
/// first build after a clean one, and whenever files are added to or removed from any target.
struct RunRecord {
    /// The least number of inputs for which a record is kept; with fewer, it saves little.
    private static let leastInputs = 16

    private let file: File
    private let tool: File
    private let outputs: [String]
    /// The arguments, and the inputs before they are read.
    private let inputs: String

    /// Creates the record of a job; `nil` if the job has few inputs, or if one is missing.
    ///
    /// - Parameters:
    ///   - job: The job, before it reads its inputs.
    ///   - tool: The path of the running program.
    init?(of job: Job, tool: String) {
        guard job.inputs.count >= Self.leastInputs,
            let inputs = Self.states(of: [job.configuration].compactMap(\.self) + job.inputs)
        else { return nil }
        file = File(path: "\(job.output)/.last-run")
        self.tool = File(path: tool)
        outputs = job.outputNames.map { "\(job.output)/\($0)" }
        self.inputs = "\(job.module)\n\(inputs)"
    }

    /// The messages of the last run, if this run would give the same files and messages.
    ///
    /// `nil` too if there is no record, or if it can't be read: then the files are generated.
    var lastMessages: String? {
        guard let bytes = try? file.read(), let state else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasPrefix(state) else { return nil }
        return String(decoding: bytes.dropFirst(state.utf8.count), as: UTF8.self)
    }

    /// Writes the record after a successful run.
    ///
    /// Without a record, the next run generates everything, so errors are ignored.
    func write(messages: String) {
        guard let state else { return }
        try? file.write(state + messages)
    }

    /// The tool, the inputs, and the outputs as they are now; `nil` if one of them can't be read.
    private var state: String? {
        guard let outputs = Self.states(of: outputs), let sum = try? tool.checksum() else {
            return nil
        }
        return "\(sum)\n\(inputs)\n\(outputs)\n\n"
    }

    /// Returns the states of some files, one a line; `nil` if a file is missing.
    private static func states(of paths: [String]) -> String? {
        var states: [String] = []
        for path in paths {
            guard let state = File(path: path).state else { return nil }
            states.append(state)
        }
        return states.joined(separator: "\n")
    }
}
