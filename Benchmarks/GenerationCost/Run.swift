import BenchmarkSupport
import CRDGeneratorCore
import CRDPages
import CRDYAML
import Foundation

/// One pass over the files of a module.
struct Run {
    /// The files of CRDs.
    let paths: [String]
    /// The folder that the result is written to.
    let output: URL

    /// CPU seconds of each part of the work, those of the system included.
    struct Times {
        /// libyaml's event loop alone, over bytes in memory.
        var events = 0.0
        /// Reading files, generating the Swift of the module, and writing it.
        var swift = 0.0
        /// The part of it that is writing.
        var writing = 0.0
        /// Reading files, and generating and writing the pages of each.
        var pages = 0.0

        /// The least of both, part by part.
        func least(_ other: Times) -> Times {
            Times(
                events: min(events, other.events),
                swift: min(swift, other.swift),
                writing: min(writing, other.writing),
                pages: min(pages, other.pages)
            )
        }
    }

    /// Does everything once, into an empty folder: a file system may flush what replaces a file.
    ///
    /// - Throws: `PlainFile.Failure`, or what Foundation says of the folder.
    func times() throws -> Times {
        try FileManager.default.removeItem(at: output)
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        var times = Times()
        var module = ModuleGenerator(module: "Generated")
        var diagnostics: [Diagnostic] = []
        for position in paths.indices {
            var bytes: [UInt8] = []
            // What a file takes in memory is freed within, as that is a part of the work.
            times.swift += try seconds {
                let input = try input(position)
                module.add(input, &diagnostics)
                bytes = input.bytes
            }
            times.events += seconds { readEvents(bytes) }
        }
        times.swift += try seconds {
            let namespaces = module.namespacesText(&diagnostics)
            try writeSwift(module, namespaces: namespaces, &times)
        }
        for position in paths.indices {
            times.pages += try seconds { try writePages(position) }
        }
        return times
    }

    /// Writes the Swift of all files.
    private func writeSwift(
        _ module: ModuleGenerator,
        namespaces: String,
        _ times: inout Times
    ) throws {
        times.writing += try seconds { try write(namespaces, "Namespaces.swift") }
        let sharing = module.sharing
        for (position, output) in module.outputs.enumerated() {
            let text = output.swift(sharing).text
            times.writing += try seconds { try write(text, "\(position).swift") }
        }
    }

    private func writePages(_ position: Int) throws {
        for (number, page) in output(of: try input(position)).pages().enumerated() {
            try write(page.text, "\(position)-\(number).md")
        }
    }

    private func input(_ position: Int) throws -> Generator.Input {
        let path = paths[position]
        return Generator.Input(path: path, bytes: try PlainFile(path: path).read())
    }

    private func output(of input: Generator.Input) -> Generator.Output {
        var diagnostics: [Diagnostic] = []
        return Generator().generate(input, &diagnostics)
    }

    /// The size of all files in bytes.
    ///
    /// - Throws: `PlainFile.Failure`.
    func size() throws -> Int {
        try paths.reduce(0) { try $0 + PlainFile(path: $1).read().count }
    }

    private func write(_ text: String, _ name: String) throws {
        try PlainFile(path: "\(output.path)/\(name)").write(text)
    }

    /// The CPU time of some work, in seconds.
    private func seconds(_ work: () throws -> Void) rethrows -> Double {
        let start = Self.cpuSeconds()
        try work()
        return Self.cpuSeconds() - start
    }

    private static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
