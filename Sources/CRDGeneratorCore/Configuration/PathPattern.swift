import CRDValues
import CRDYAML

/// A pattern for paths of fields: `spec.template`, `Widget.spec.*.name`, `**.selector`.
///
/// It consists of keys in the spelling of manifests, separated by dots; elements of lists and maps
/// are not part of the path. `*` is any key, `**` any number of keys. A key with a dot is written
/// in brackets: `spec[a.b]`. A first word that begins with a capital letter is a kind.
package struct PathPattern: Sendable {
    /// A part of a path.
    package enum Step: Equatable, Sendable {
        /// A key in the spelling of manifests.
        case key(String)
        /// The wildcard `*`.
        case anyKey
        /// The wildcard `**`.
        case anyKeys
    }

    /// The kind that the path applies to; `nil` for all kinds.
    package let kind: String?
    /// The steps after the kind; none for a whole resource.
    package let steps: [Step]

    /// Parses a path; `nil` if it is invalid.
    init?(_ text: String) {
        guard let words = Self.words(text) else { return nil }
        var steps = words.map { word in
            if word.isQuoted { return Step.key(word.text) }
            switch word.text {
            case "*": return .anyKey
            case "**": return .anyKeys
            default: return .key(word.text)
            }
        }
        if let first = words.first, !first.isQuoted, first.text.utf8.first?.isUppercase == true {
            kind = first.text
            steps.removeFirst()
        } else {
            kind = nil
        }
        self.steps = steps
    }

    /// Whether the path matches a whole resource, rather than a field of it.
    var isResource: Bool { steps.isEmpty }

    /// Whether the path matches a resource of a kind.
    func isResource(_ kind: String) -> Bool { steps.isEmpty && self.kind == kind }

    /// Whether the path can match a field in a resource of a kind.
    func holds(forKind kind: String) -> Bool {
        !steps.isEmpty && (self.kind == nil || self.kind == kind)
    }

    /// Whether the path matches some keys, beginning at the root of a resource.
    func matches(_ keys: [String]) -> Bool {
        matches(keys[...], steps[...])
    }

    private func matches(_ keys: ArraySlice<String>, _ steps: ArraySlice<Step>) -> Bool {
        guard let step = steps.first else { return keys.isEmpty }
        switch step {
        case .key(let key):
            return keys.first == key && matches(keys.dropFirst(), steps.dropFirst())
        case .anyKey:
            return !keys.isEmpty && matches(keys.dropFirst(), steps.dropFirst())
        case .anyKeys:
            let rest = steps.dropFirst()
            return (keys.startIndex...keys.endIndex).contains { matches(keys[$0...], rest) }
        }
    }
}

extension PathPattern {
    private struct Word {
        let text: String
        /// Whether it was written in brackets, so that it is a key and not a pattern or a kind.
        let isQuoted: Bool
    }

    private static func words(_ text: String) -> [Word]? {
        var words: [Word] = []
        var rest = text[...]
        while true {
            if rest.first == "[" {
                guard let end = rest.firstIndex(of: "]") else { return nil }
                words.append(Word(text: String(rest[..<end].dropFirst()), isQuoted: true))
                rest = rest[rest.index(after: end)...]
            } else {
                let word = rest.prefix { $0 != "." && $0 != "[" }
                guard !word.isEmpty, !word.contains("]") else { return nil }
                words.append(Word(text: String(word), isQuoted: false))
                rest = rest.dropFirst(word.count)
            }
            guard let next = rest.first else { return words }
            if next == "." {
                rest = rest.dropFirst()
            } else if next != "[" {
                return nil
            }
        }
    }
}
