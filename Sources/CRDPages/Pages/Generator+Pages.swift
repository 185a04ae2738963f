package import CRDGeneratorCore

extension Generator.Output {
    /// Returns the page of each version of each CRD, in the order of the file.
    ///
    /// - Parameter shortNames: Name of a type with group and version → its short name, which
    ///   depends
    ///   on all files of the folder.
    /// - Returns: The pages.
    package func pages(shortNames: [String: String] = [:]) -> [ReferencePage] {
        let definitions = resources.map(\.version.definition)
        return resources.map { version, type in
            ReferencePage(
                version: version,
                type: type,
                shortName: shortNames[type.qualifiedName],
                detail: configuration.docs,
                related: RelatedPages(of: version.definition, among: definitions)
            )
        }
    }
}
