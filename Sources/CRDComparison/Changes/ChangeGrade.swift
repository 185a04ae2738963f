/// The effects of a change on manifests and on Swift code.
package struct ChangeGrade: Hashable, Sendable {
    /// The effect on manifests and stored objects that were valid before.
    package enum Manifests: String, Comparable, Sendable {
        /// They are accepted and mean the same.
        case same
        /// They are accepted, but are stored with other values or act in another way.
        case changed
        /// The API server can reject them.
        case rejected

        /// Returns whether the effect is smaller.
        package static func < (left: Manifests, right: Manifests) -> Bool {
            left.order < right.order
        }

        private var order: Int {
            switch self {
            case .same: 0
            case .changed: 1
            case .rejected: 2
            }
        }
    }

    /// The effect on code that uses the generated types.
    package enum Source: String, Sendable {
        /// It compiles.
        case same
        /// It may not compile.
        case breaking
    }

    /// The effect on manifests.
    package let manifests: Manifests
    /// The effect on code.
    package let source: Source

    /// Creates a grade; by default, a change without effects.
    package init(manifests: Manifests = .same, source: Source = .same) {
        self.manifests = manifests
        self.source = source
    }

    /// Code breaks, and manifests don't.
    package static let source = ChangeGrade(source: .breaking)
    /// Manifests can be rejected, and code compiles.
    package static let rejected = ChangeGrade(manifests: .rejected)
    /// Manifests change in meaning, and code compiles.
    package static let changed = ChangeGrade(manifests: .changed)
    /// Manifests can be rejected, and code breaks.
    package static let both = ChangeGrade(manifests: .rejected, source: .breaking)
    /// Neither manifests nor code break.
    package static let compatible = ChangeGrade()

    /// Returns the grade, with rejected manifests if a condition is true.
    func orRejected(if condition: Bool) -> ChangeGrade {
        condition ? ChangeGrade(manifests: .rejected, source: source) : self
    }

    /// Returns the grade with the effects of both grades.
    func combined(with other: ChangeGrade) -> ChangeGrade {
        ChangeGrade(
            manifests: max(manifests, other.manifests),
            source: source == .breaking ? source : other.source
        )
    }

    /// The grade in the output, such as `breaking (source, manifests)`.
    package var title: String {
        switch (source, manifests) {
        case (.breaking, .rejected): "breaking (source, manifests)"
        case (.breaking, .changed): "breaking (source), changed (manifests)"
        case (.breaking, .same): "breaking (source)"
        case (.same, .rejected): "breaking (manifests)"
        case (.same, .changed): "changed (manifests)"
        case (.same, .same): "compatible"
        }
    }
}
