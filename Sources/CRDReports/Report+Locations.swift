import CRDYAML

extension Report {
    /// The files of the objects that are in files, by object.
    var filesOfObjects: [ReportedObject: ReportPath] {
        let files = parts.compactMap { part -> (ReportedObject, ReportPath)? in
            guard let object = part.object, let file = part.file.map(ReportPath.init), file.isFile
            else { return nil }
            return (object, file)
        }
        return Dictionary(files) { first, _ in first }
    }

    /// Returns the location of a finding in the files that exist.
    ///
    /// A finding in a git revision, such as a removed field, is in the file that has the object now,
    /// or else in the file with the same path.
    ///
    /// - Parameters:
    ///   - finding: The finding.
    ///   - files: The files of the objects.
    /// - Returns: The location; `nil` if the finding is about standard input, or about no input.
    func location(
        of finding: Finding,
        in files: [ReportedObject: ReportPath]
    ) -> ReportedLocation? {
        guard let path = finding.diagnostic.file else {
            return finding.example.map { example in
                ReportedLocation(file: ReportPath(example.file), position: example.position)
            }
        }
        let file = ReportPath(path)
        if file.isFile {
            return ReportedLocation(file: file, position: finding.diagnostic.position)
        }
        guard let same = file.inRevision else { return nil }
        return ReportedLocation(file: finding.object.flatMap { files[$0] } ?? same, position: nil)
    }
}
