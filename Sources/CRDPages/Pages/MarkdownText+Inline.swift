import CRDGeneratorCore
import CRDYAML

extension MarkdownText {
    /// Returns the text of a paragraph nested in `depth` marks; below a depth of 16, marks are
    /// kept.
    static func inline(_ bytes: ArraySlice<UInt8>, depth: Int = 0) -> [UInt8] {
        if depth > 16 { return Array(bytes) }
        var result: [UInt8] = []
        var position = bytes.startIndex
        while position < bytes.endIndex {
            guard let span = span(bytes[position...]) else {
                result.append(bytes[position])
                position += 1
                continue
            }
            if span.isLink, result.last == UInt8(ascii: "!") {
                result.removeLast()
            } else {
                result += inline(span.text, depth: depth + 1) + span.target
            }
            position = span.end
        }
        return result
    }

    /// A text with marks around it.
    private struct Span {
        /// The text, with its own marks.
        var text: ArraySlice<UInt8> = []
        /// The unchanged text after it.
        var target: [UInt8] = []
        /// The end position.
        let end: Int
        /// Whether it is an image after a `!`, which has no text.
        var isLink = false
    }

    /// Returns the marked text at the beginning of `bytes`; `nil` if there is none.
    private static func span(_ bytes: ArraySlice<UInt8>) -> Span? {
        switch bytes.first {
        case UInt8(ascii: "*"), UInt8(ascii: "_"): emphasis(bytes)
        case UInt8(ascii: "["): link(bytes)
        case UInt8(ascii: "<"): tag(bytes)
        default: nil
        }
    }
}

// MARK: - Emphasis

extension MarkdownText {
    /// Reads emphasis: one to three marks, text, and the same marks, without spaces inside them.
    private static func emphasis(_ bytes: ArraySlice<UInt8>) -> Span? {
        guard let mark = bytes.first else { return nil }
        let width = bytes.prefix { $0 == mark }.count
        let text = bytes.dropFirst(width)
        guard width <= 3, let first = text.first, first != UInt8(ascii: " ") else { return nil }
        var start = text.startIndex
        while let end = nextMark(text[start...], mark) {
            let found = text[end...].prefix { $0 == mark }.count
            let closes = text[end - 1] != UInt8(ascii: " ")
            if closes, width == 1 ? found == 1 : found >= width {
                return Span(text: text[..<end], end: end + width)
            }
            // Only double marks continue the search after a mark that does not close them.
            guard width == 2 else { return nil }
            start = end + found
        }
        return nil
    }

    /// Returns the position of the next mark outside of links.
    private static func nextMark(_ bytes: ArraySlice<UInt8>, _ mark: UInt8) -> Int? {
        var position = bytes.startIndex
        while position < bytes.endIndex {
            if bytes[position] == mark { return position }
            let isBracket = bytes[position] == UInt8(ascii: "[")
            let link = isBracket ? link(bytes[position...]) : nil
            position = link?.end ?? position + 1
        }
        return nil
    }
}

// MARK: - Links and tags

extension MarkdownText {
    /// Reads `[text](target 'title')`: the text, and the target if it is on another site.
    private static func link(_ bytes: ArraySlice<UInt8>) -> Span? {
        guard let bracket = matchingBracket(bytes) else { return nil }
        var rest = bytes[(bracket + 1)...].drop { $0 == UInt8(ascii: " ") }
        guard rest.first == UInt8(ascii: "(") else { return nil }
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: UInt8(ascii: ")")) else { return nil }
        let text = bytes[(bytes.startIndex + 1)..<bracket]
        var target = target(rest[..<end])
        if text.isEmpty || target.isEmpty { return nil }
        let staysOnSite =
            target.first == UInt8(ascii: "#")
            || target.first == UInt8(ascii: "/") && target.dropFirst().first != UInt8(ascii: "/")
        if staysOnSite { target = [] } else { target.insert(UInt8(ascii: " "), at: 0) }
        return Span(text: text, target: target, end: end + 1, isLink: true)
    }

    /// Returns the target without spaces and angle brackets around it; a `'` begins a title.
    private static func target(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var target = bytes.drop { $0 == UInt8(ascii: " ") }.prefix { $0 != UInt8(ascii: "'") }
        while target.last == UInt8(ascii: " ") { target = target.dropLast() }
        if target.first == UInt8(ascii: "<") { target = target.dropFirst() }
        if target.last == UInt8(ascii: ">") { target = target.dropLast() }
        return Array(target)
    }

    private static func matchingBracket(_ bytes: ArraySlice<UInt8>) -> Int? {
        var depth = 0
        var position = bytes.startIndex
        while position < bytes.endIndex {
            if bytes[position] == UInt8(ascii: "[") { depth += 1 }
            if bytes[position] == UInt8(ascii: "]") {
                depth -= 1
                if depth == 0 { return position }
            }
            position += 1
        }
        return nil
    }

    /// Reads `<tag …>` and `<!-- … -->`, which have no text, and `<scheme:…>` and `<name@host>`.
    private static func tag(_ bytes: ArraySlice<UInt8>) -> Span? {
        if bytes.starts(with: "<!--".utf8) { return comment(bytes) }
        var inside = bytes.dropFirst()
        guard let end = inside.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        inside = inside[..<end]
        if isAddress(inside) { return Span(target: Array(inside), end: end + 1) }
        if inside.first == UInt8(ascii: "/") { inside = inside.dropFirst() }
        guard let first = inside.first, first.isLetterOrDigit else { return nil }
        return Span(end: end + 1)
    }

    private static func comment(_ bytes: ArraySlice<UInt8>) -> Span? {
        var position = bytes.startIndex + 4
        while position < bytes.endIndex {
            if bytes[position...].starts(with: "-->".utf8) { return Span(end: position + 3) }
            position += 1
        }
        return nil
    }

    /// Whether the text between angle brackets is a URL, or an e-mail address.
    private static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, first.isLetterOrDigit,
            !bytes.contains(UInt8(ascii: " ")), !bytes.contains(UInt8(ascii: "'"))
        else { return false }
        let name = bytes.prefix { byte in
            byte.isLetterOrDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
                || byte == UInt8(ascii: "-")
        }
        let rest = bytes.dropFirst(name.count)
        switch rest.first {
        case UInt8(ascii: ":"): return name.count > 1 && rest.count > 1
        case UInt8(ascii: "@"): return rest.dropFirst().contains(UInt8(ascii: "."))
        default: return false
        }
    }
}
