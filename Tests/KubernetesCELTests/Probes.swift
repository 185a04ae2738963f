import Foundation

extension DataLine {
    /// Returns the lines of our own expressions, which are in every clone.
    static func probes() throws -> [DataLine] {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Probes")
        return try lines(of: folder.appendingPathComponent("expressions.jsonl"))
    }
}
