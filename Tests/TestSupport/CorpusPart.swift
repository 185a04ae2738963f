import Foundation

/// Some of the published CRDs in a folder of `../shared`, which a test reads as one of its cases.
///
/// The files of a folder are dealt out to eight parts. Tests read the first one, and all of them if
/// the environment has `CRD_GENERATOR_WHOLE_CORPUS`.
package struct CorpusPart: Sendable, CustomStringConvertible {
    /// The number of parts that there are.
    package static let count = 8
    /// The parts that tests read.
    package static let numbers =
        ProcessInfo.processInfo.environment["CRD_GENERATOR_WHOLE_CORPUS"] == nil
        ? 0..<1 : 0..<count

    /// The paths of the files below `../shared`, sorted.
    package let files: [String]
    /// The folder and the number of the part, from 1.
    package let description: String

    /// Returns the parts of folders that tests read; without files if there is no such folder.
    package static func all(of folders: String...) -> [CorpusPart] {
        folders.flatMap { folder in
            let files = yamlFiles(below: folder)
            return numbers.map { number in
                CorpusPart(
                    files: stride(from: number, to: files.count, by: count).map { files[$0] },
                    description: "\(folder), part \(number + 1) of \(count)"
                )
            }
        }
    }

    /// Returns the YAML files below a folder, sorted.
    private static func yamlFiles(below path: String) -> [String] {
        let files = FileManager.default.enumerator(atPath: SharedFolder.url(path).path)
        return (files?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
            .map { "\(path)/\($0)" }
            .sorted()
    }
}
