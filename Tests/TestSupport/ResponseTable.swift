import Foundation

/// The tables of requests and the responses of a real API server, in JSON Lines.
package enum ResponseTable {
    /// Returns the lines of a table.
    ///
    /// The tables about synthetic CRDs are resources of this module, in `ServerResponses`; the
    /// others are in `../shared/verdicts`.
    ///
    /// - Parameter file: The name of the file, such as `kitchen.jsonl`.
    /// - Returns: The bytes of each line, in order.
    /// - Throws: An error of Foundation if there is no such table.
    package static func lines(of file: String) throws -> [ArraySlice<UInt8>] {
        let bundled = Bundle.module.url(
            forResource: file,
            withExtension: nil,
            subdirectory: "ServerResponses"
        )
        let bytes = try Data(contentsOf: bundled ?? SharedFolder.url("verdicts/\(file)"))
        return Array(bytes).split(separator: UInt8(ascii: "\n"))
    }
}
