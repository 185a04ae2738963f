package import CRDGeneratorCore

extension Generator.Output {
    /// Returns the page of each version of each CRD, in the order of the file.
    ///
    /// - Parameter shortNames: A type's name with group and version → its short name, which only
    ///   all files of a folder can tell.
    package func pages(shortNames: [String: String] = [:]) -> [ReferencePage] {
        resources.map { version, type in
            ReferencePage(
                version: version,
                type: type,
                shortName: shortNames[type.qualifiedName],
                detail: configuration.docs
            )
        }
    }
}
