import BenchmarkSupport
import CRDGeneratorCore
import Foundation
import YAML

/// One pass over files, file by file, so that no more than one is in memory.
struct Run {
    /// The files of CRDs.
    let paths: [String]
    /// The folder that the result is written to; `nil` to leave it in memory.
    let output: URL?

    /// CPU seconds of each part of the work.
    struct Times {
        /// libyaml's event loop alone.
        var events = 0.0
        /// Reading, generating and writing the Swift of each file.
        var swift = 0.0
        /// The file that declares all groups and versions, for which every file is read again.
        var namespaces = 0.0
        /// Reading and deciding, which Swift and pages share; a part of `swift`.
        var reading = 0.0
        /// Making and writing the pages, on top of that.
        var pages = 0.0

        /// The least of both, part by part.
        func least(_ other: Times) -> Times {
            Times(
                events: min(events, other.events),
                swift: min(swift, other.swift),
                namespaces: min(namespaces, other.namespaces),
                reading: min(reading, other.reading),
                pages: min(pages, other.pages)
            )
        }
    }

    /// Does everything once.
    ///
    /// - Throws: What Foundation throws on reading or writing.
    func times() throws -> Times {
        var times = Times()
        var namespaces = NamespaceFile(module: "Generated")
        for (position, path) in paths.enumerated() {
            var input = Generator.Input(path: path, bytes: [])
            var output = Generator.Output?.none
            let reading = try seconds {
                input = try Generator.Input(path: path, bytes: Array(Self.contents(of: path)))
                var diagnostics: [Diagnostic] = []
                output = Generator().generate(input, &diagnostics)
            }
            times.reading += reading
            let writing = try seconds {
                try write(output?.swift.text ?? "", "\(position).swift")
            }
            times.swift += reading + writing
            times.pages += try seconds {
                for (number, page) in (output?.pages() ?? []).enumerated() {
                    try write(page.text, "\(position)-\(number).md")
                }
            }
            times.namespaces += seconds { namespaces.add(input) }
            times.events += seconds { readEvents(input.bytes) }
        }
        times.namespaces += try seconds {
            var diagnostics: [Diagnostic] = []
            try write(namespaces.text(&diagnostics), "Namespaces.swift")
        }
        return times
    }

    /// The size of all files in bytes.
    ///
    /// - Throws: What Foundation throws on reading.
    func size() throws -> Int {
        try paths.reduce(0) { try $0 + Self.contents(of: $1).count }
    }

    private static func contents(of path: String) throws -> Data {
        try Data(contentsOf: URL(filePath: path))
    }

    private func write(_ text: String, _ name: String) throws {
        guard let output else { return }
        try Data(text.utf8).write(to: output.appending(path: name))
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
