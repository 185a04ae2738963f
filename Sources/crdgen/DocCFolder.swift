import CRDGeneratorCore
import Foundation

/// A folder of documentation extensions, which is a catalog for DocC or in one.
struct DocCFolder {
    /// The path of the folder.
    let path: String

    /// Leaves out files for symbols that a file written by hand extends, as DocC uses only one
    /// extension of a symbol.
    ///
    /// - Parameter files: Path, relative to the folder → text. The first line is the title.
    /// - Returns: The other files.
    func withoutOwnPages(_ files: [String: String]) -> [String: String] {
        let titles = ownTitles
        if titles.isEmpty { return files }
        return files.filter { !titles.contains(Self.title(of: $0.value)) }
    }

    /// The titles of the files that were written by hand, anywhere in the catalog.
    private var ownTitles: Set<String> {
        let catalog = catalog
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: catalog.path)) ?? []
        let texts = names.filter { $0.hasSuffix(".md") }.compactMap { name in
            try? String(contentsOf: catalog.appending(path: name), encoding: .utf8)
        }
        return Set(texts.filter { !$0.contains(GeneratorVersion.mark) }.map(Self.title))
    }

    /// The folder with the ending `.docc` that the path is or is in; without one, the path itself.
    private var catalog: URL {
        var folder = URL(filePath: path).standardizedFileURL
        while folder.pathComponents.count > 1 {
            if folder.pathExtension == "docc" { return folder }
            folder.deleteLastPathComponent()
        }
        return URL(filePath: path)
    }

    /// Returns the first line that isn't empty, without white space around it.
    private static func title(of text: String) -> String {
        text.split(whereSeparator: \.isNewline).lazy
            .map { $0.trimmingCharacters(in: .whitespaces) }.first { !$0.isEmpty } ?? ""
    }
}
