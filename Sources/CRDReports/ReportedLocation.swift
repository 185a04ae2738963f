import CRDYAML

/// The location of a finding for programs that show files.
struct ReportedLocation {
    let file: ReportPath
    /// The source location; `nil` if only the file is known.
    let position: SourcePosition?
}
