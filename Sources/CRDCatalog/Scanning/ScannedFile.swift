package import CRDGeneratorCore
import CRDValues

/// A file of CRDs, and the CRDs that a scan found in it.
package struct ScannedFile: Sendable {
    /// The path of the file.
    package let path: String
    /// The CRDs; `nil` if it is unclear, so that the file can have any.
    package let definitions: [ScannedDefinition]?

    /// Scans the first bytes of an array.
    package init(path: String, bytes: [UInt8], count: Int) {
        self.path = path
        definitions = DefinitionScan.definitions(in: bytes, count: count)
    }

    /// Whether the scan found a CRD; `false` if it is unclear.
    package var hasDefinitions: Bool { definitions?.isEmpty == false }

    /// The kinds that the scan found.
    package var kinds: [String] { definitions?.map(\.kind) ?? [] }

    /// Whether only reading the file shows which CRDs it has.
    package var isUnclear: Bool { definitions == nil }
}

extension [ScannedFile] {
    /// Returns the files that a catalog needs for a kind, so that its versions and their Swift names
    /// are those in a catalog of all files.
    ///
    /// - Parameters:
    ///   - name: A name of the kind.
    ///   - configuration: The configuration of the files, which changes Swift names.
    /// - Returns: The files, in their order, also those that are unclear. If no CRD has the name,
    ///   the file with the most similar one, for a suggestion.
    package func needed(
        forKind name: String,
        _ configuration: Configuration
    ) -> [ScannedFile] {
        let all = flatMap { $0.definitions ?? [] }
        let name =
            all.contains { $0.isNamed(name) }
            ? name
            : NearestName.to(name, among: all.flatMap { [$0.kind, $0.plural] }) ?? all.first?.kind
                ?? name
        let named = all.filter { $0.isNamed(name) }
        let typeNames = Set(named.map { configuration.name(ofKind: $0.kind) })
        return filter { file in
            guard let definitions = file.definitions else { return true }
            return definitions.contains { definition in
                definition.isNamed(name)
                    || typeNames.contains(configuration.name(ofKind: definition.kind))
                    || typeNames.contains(configuration.name(ofGroup: definition.group))
            }
        }
    }
}
