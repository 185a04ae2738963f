package import CRDYAML

extension [Diagnostic] {
    /// Returns the diagnostics whose source location has no error or warning in another list.
    package func besides(_ reported: [Diagnostic]) -> [Diagnostic] {
        let locations = Set(reported.filter { $0.severity != .note }.map(Location.init))
        return filter { !locations.contains(Location($0)) }
    }
}

/// The source location of a diagnostic.
private struct Location: Hashable {
    let file: String?
    let position: SourcePosition?

    init(_ diagnostic: Diagnostic) {
        file = diagnostic.file
        position = diagnostic.position
    }
}
