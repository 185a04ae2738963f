package import Foundation

/// `../shared` beside the checkout, which a plain clone does not have.
package enum SharedFolder {
    private static let root = URL(fileURLWithPath: #filePath)
        .resolvingSymlinksInPath()
        .deletingLastPathComponent()
        .appendingPathComponent("../../../shared")
        .standardized

    /// A file or folder in it.
    package static func url(_ path: String) -> URL {
        root.appendingPathComponent(path)
    }

    /// Whether a file or folder is there.
    package static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: url(path).path)
    }

    /// The bytes of a file.
    package static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: url(path)))
    }
}
