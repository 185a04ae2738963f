import CRDCatalog
import CRDGeneratorCore
import CRDYAML

extension ResourceCatalog.Entry {
    /// Returns the source location of a field of `spec`, or of the innermost field around it that
    /// the CRD has.
    ///
    /// - Parameter path: The keys of the field.
    /// - Returns: The location of the key; that of `spec` if the CRD doesn't have the first key.
    func position(inSpec path: [String]) -> SourcePosition {
        version.spec.map { $0.keyPosition(of: path[...]) ?? $0.position } ?? version.position
    }

    /// Returns the source location of a field of `spec`, as for ``position(inSpec:)``, with the file.
    func location(inSpec path: [String]) -> SourceLocation {
        SourceLocation(file: file, position(inSpec: path))
    }

    /// Returns the source location of a field of the version, or of the innermost field around it.
    ///
    /// - Parameter path: The keys of the field.
    /// - Returns: The location of the key; that of the version if it doesn't have the first key.
    func position(inVersion path: [String]) -> SourcePosition {
        let node = version.spec?["versions"]?.items.first { item in
            item["name"]?.text == version.name
        }
        return node?.keyPosition(of: path[...]) ?? version.position
    }
}

extension ResourceCatalog {
    /// Returns the start of the file that probably replaces a file of another catalog.
    ///
    /// - Parameter file: The path in the other catalog.
    /// - Returns: The location in the file with the same name, or `nil`; of several, the one whose
    ///   folders have the same names too.
    func location(ofFileLike file: String) -> SourceLocation? {
        let steps = file.split(separator: "/").reversed()
        func common(_ other: String) -> Int {
            zip(steps, other.split(separator: "/").reversed()).prefix { $0 == $1 }.count
        }
        let files = Set(entries.map(\.file)).sorted()
        guard let best = files.map(common).max(), best > 0,
            let file = files.first(where: { common($0) == best })
        else { return nil }
        return SourceLocation(file: file, SourcePosition(line: 1, column: 1))
    }
}

extension Node {
    /// Returns the location of the key at a path, or of the innermost key around it that exists.
    fileprivate func keyPosition(of path: ArraySlice<String>) -> SourcePosition? {
        guard let key = path.first, let pair = pairs.first(where: { $0.key == key }) else {
            return nil
        }
        return pair.value.keyPosition(of: path.dropFirst()) ?? pair.keyNode.position
    }
}
