import CRDYAML

extension Report {
    /// Returns the location of a finding in the files that exist.
    ///
    /// A finding in a git revision that has no other location, such as a removed kind, is in the file
    /// with the same path.
    ///
    /// - Parameter finding: The finding.
    /// - Returns: The location; `nil` if the finding is about standard input, or about no input.
    func location(of finding: Finding) -> ReportedLocation? {
        let path = finding.diagnostic.file
        if let shown = finding.shown {
            let file = ReportPath(shown.file)
            if path == nil || file.isFile {
                return ReportedLocation(file: file, position: shown.position)
            }
        }
        guard let file = path.map(ReportPath.init) else { return nil }
        if file.isFile {
            return ReportedLocation(file: file, position: finding.diagnostic.position)
        }
        return file.inRevision.map { ReportedLocation(file: $0, position: nil) }
    }
}
