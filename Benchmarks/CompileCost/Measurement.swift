import BenchmarkSupport
import Foundation

/// What compiling some sources cost once.
struct Measurement {
    /// User and system time of the compiler and its children, in seconds.
    var cpuSeconds: Double
    /// The most memory of one of its processes, in bytes.
    var peakMemory: Int
    /// The size of the object files, in bytes.
    var objectSize: Int
}

/// How code is compiled.
enum Optimization: String, CaseIterable {
    case debug
    case release

    /// Debug builds compile the files of a module in batches, release builds all at once.
    var arguments: [String] {
        switch self {
        case .debug: ["-Onone", "-enable-batch-mode"]
        case .release: ["-O", "-wmo"]
        }
    }
}

/// Compiles sources in a folder of their own.
struct Compilation {
    /// A folder that nothing else uses.
    let folder: URL
    /// File name → text.
    let sources: [String: String]
    /// In seconds.
    let timeout: Double

    /// What did not compile.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Measures the compiler.
    ///
    /// - Returns: `nil` if it takes longer than the time limit.
    /// - Throws: ``Failure`` if the sources are wrong, or what Foundation throws on writing them.
    func measure(_ optimization: Optimization, _ compiler: BuildFolder) throws -> Measurement? {
        let files = FileManager.default
        // With the old objects in place the compiler leaves out most of its work.
        if files.fileExists(atPath: folder.path) { try files.removeItem(at: folder) }
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        var paths: [String] = []
        for (name, text) in sources.sorted(by: { $0.key < $1.key }) {
            let file = folder.appending(path: name)
            try Data(text.utf8).write(to: file)
            paths.append(file.path)
        }
        let arguments =
            compiler.compilerArguments + optimization.arguments
            + ["-parse-as-library", "-module-name", "Compiled", "-c", "-working-directory"]
            + [folder.path] + paths
        let outcome = try Command(arguments, timeout: timeout).run(
            log: folder.appending(path: "log")
        )
        switch outcome.end {
        case .timeout: return nil
        case .exit(0): break
        case .exit, .signal: throw Failure(description: String(outcome.output.prefix(2000)))
        }
        return Measurement(
            cpuSeconds: outcome.cpuSeconds,
            peakMemory: outcome.peakMemory,
            objectSize: try objectSize()
        )
    }

    private func objectSize() throws -> Int {
        try FileManager.default
            .contentsOfDirectory(at: folder, includingPropertiesForKeys: [.fileSizeKey])
            .filter { $0.pathExtension == "o" }
            .reduce(0) { try $0 + ($1.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0) }
    }
}
