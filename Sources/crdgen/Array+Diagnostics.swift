import CRDYAML

extension [Diagnostic] {
    /// Those about whose place nothing worse than a note has been said.
    func besides(_ said: [Diagnostic]) -> [Diagnostic] {
        let places = Set(said.filter { $0.severity != .note }.map(Place.init))
        return filter { !places.contains(Place($0)) }
    }
}

/// Where a diagnostic stands.
private struct Place: Hashable {
    let file: String?
    let position: SourcePosition?

    init(_ diagnostic: Diagnostic) {
        file = diagnostic.file
        position = diagnostic.position
    }
}
