import CRDCatalog

extension KnownKinds {
    /// Returns the outcome for an object that has no ``servedVersion(of:)``.
    func outcome(without object: ManifestObject.Identity) -> CheckedObject.Outcome {
        guard let kind = kind(object.name), !kind.isFromOpenAPI else {
            let others = otherVersions(of: object.name)
            return .unknownKind(
                question: others.isEmpty ? question(about: object.name) : others,
                hasDocuments: !openAPI.isEmpty
            )
        }
        return .unknownVersion(served: kind.servedVersions, files: kind.files)
    }
}
