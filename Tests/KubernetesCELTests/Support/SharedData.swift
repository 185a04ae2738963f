import Foundation

/// The folder `../shared/cel` beside the checkout, which a plain clone does not have.
enum SharedData {
    private static let root = URL(fileURLWithPath: #filePath)
        .resolvingSymlinksInPath()
        .deletingLastPathComponent()
        .appendingPathComponent("../../../../shared/cel")
        .standardized

    /// Whether the folder is there.
    static let isAvailable = FileManager.default.fileExists(atPath: root.path)

    /// Returns the lines of a file.
    static func lines(of file: String) throws -> [DataLine] {
        try DataLine.lines(of: root.appendingPathComponent(file))
    }
}
