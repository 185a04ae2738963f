import CRDRegularExpressions

extension Pattern {
    /// Returns a text created from the pattern; it doesn't match if anchors contradict it.
    ///
    /// - Parameter repetitions: The number of times that a part is repeated, within its bounds.
    /// - Returns: The text.
    func sample(repetitions: Int) -> String {
        syntax.sample(repetitions: repetitions)
    }
}

extension PatternSyntax {
    /// The length in bytes from which a part is repeated only as often as necessary.
    private static let longestRepetition = 256

    fileprivate func sample(repetitions: Int) -> String {
        switch self {
        case .empty, .assertion:
            return ""
        case .set(let set):
            return set.usualScalar.map { String($0) } ?? ""
        case .sequence(let parts):
            return parts.map { $0.sample(repetitions: repetitions) }.joined()
        case .choice(let branches):
            let samples = branches.lazy.map { $0.sample(repetitions: repetitions) }
            return samples.first { !$0.isEmpty } ?? ""
        case .repetition(let part, let minimum, let maximum, _):
            let sample = part.sample(repetitions: repetitions)
            let fitting = Self.longestRepetition / max(sample.utf8.count, 1)
            let count = min(repetitions, maximum ?? repetitions, fitting)
            return String(repeating: sample, count: max(minimum, count))
        }
    }
}

extension ScalarSet {
    /// The most common scalar; `nil` if the set has none of the Basic Multilingual Plane.
    fileprivate var usualScalar: Unicode.Scalar? {
        if let scalar = Self.usualScalars.first(where: { contains($0.value) }) { return scalar }
        // Control characters come last.
        let others: [Range<UInt32>] = [0x20..<0x10000, 0..<0x20]
        return others.lazy.joined().filter(contains).compactMap(Unicode.Scalar.init).first
    }

    private static let usualScalars = Array(
        "a1A0-bcdefghijklmnopqrstuvwxyz23456789BCDEFGHIJKLMNOPQRSTUVWXYZ".unicodeScalars
    )
}
