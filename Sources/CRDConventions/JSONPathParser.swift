import CRDValues

/// Parses the syntax of a JSONPath without the braces around it.
struct JSONPathParser {
    private let text: [Unicode.Scalar]
    private var position = 0
    private var steps: [JSONPath.Step] = []

    init(_ text: some StringProtocol) {
        self.text = Array(text.unicodeScalars)
    }

    /// Returns the steps of the path; `nil` if it is invalid.
    mutating func parse() -> [JSONPath.Step]? {
        while let scalar = peek {
            guard parseStep(scalar) else { return nil }
        }
        return steps
    }

    private var peek: Unicode.Scalar? { position < text.count ? text[position] : nil }

    private func starts(_ prefix: String) -> Bool {
        text[position...].starts(with: prefix.unicodeScalars)
    }

    private func string(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(text[range]))
    }

    /// Parses a step and appends it.
    ///
    /// - Returns: Whether it is valid.
    private mutating func parseStep(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "@", "$":
            // The current value, or the root, which is the same at the beginning.
            position += 1
            return true
        case "[" where starts("[?("): return parseFilter()
        case "[": return parseBrackets()
        case "." where starts(".."): return parseDescent()
        case ".":
            position += 1
            parseField()
            return true
        case "\"", "'": return parseQuoted(scalar)
        default: return parseWord()
        }
    }

    private mutating func parseField() {
        var name = ""
        while let scalar = peek, !Self.endsField(scalar) {
            position += 1
            guard scalar == "\\" else {
                name.unicodeScalars.append(scalar)
                continue
            }
            if let escaped = peek, escaped != "\\" { name.unicodeScalars.append(escaped) }
            position = min(position + 1, text.count)
        }
        steps.append(name == "*" ? .wildcard : .field(name))
    }

    private static func endsField(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || [".", ",", "[", "]", "$", "@", "{", "}"].contains(scalar)
    }

    private mutating func parseDescent() -> Bool {
        if case .descent? = steps.last { return false }
        position += 2
        steps.append(.descent)
        if let scalar = peek, Self.isWordScalar(scalar) { parseField() }
        return true
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private mutating func parseQuoted(_ quote: Unicode.Scalar) -> Bool {
        position += 1
        var value = ""
        while let scalar = peek {
            position += 1
            if scalar == quote {
                steps.append(.literal(.string(value)))
                return true
            }
            guard scalar == "\\" else {
                value.unicodeScalars.append(scalar)
                continue
            }
            guard let escaped = peek, let character = Self.unescaped(escaped) else { return false }
            value.unicodeScalars.append(character)
            position += 1
        }
        return false
    }

    private static func unescaped(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "\\", "'", "\"": scalar
        case "n": "\n"
        case "r": "\r"
        case "t": "\t"
        default: nil
        }
    }

    /// Parses `true`, `false`, or a number.
    private mutating func parseWord() -> Bool {
        let start = position
        while let scalar = peek, Self.isWordScalar(scalar) || ["+", "-", "."].contains(scalar) {
            position += 1
        }
        switch string(start..<position) {
        case "true": steps.append(.literal(true))
        case "false": steps.append(.literal(false))
        case let word:
            guard let number = JSONNumber(word.hasPrefix("+") ? String(word.dropFirst()) : word)
            else { return false }
            steps.append(.literal(.number(number)))
        }
        return true
    }
}

// MARK: - Brackets

extension JSONPathParser {
    /// Parses a key, an index, a range, or a union of them.
    private mutating func parseBrackets() -> Bool {
        guard let end = text[position...].firstIndex(of: "]") else { return false }
        let content = string(position + 1..<end)
        position = end + 1
        let parts = content.split(separator: ",", omittingEmptySubsequences: false)
        if parts.count == 1 {
            guard let inner = Self.bracketSteps(content) else { return false }
            steps += inner
            return true
        }
        var paths: [[JSONPath.Step]] = []
        for part in parts {
            let trimmed = part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
            guard let path = Self.bracketSteps(String(trimmed)) else { return false }
            paths.append(path)
        }
        steps.append(.union(paths))
        return true
    }

    private static func bracketSteps(_ content: String) -> [JSONPath.Step]? {
        if content.count >= 2, content.hasPrefix("'"), content.hasSuffix("'") {
            let key = content.dropFirst().dropLast()
            if key.contains("'") { return nil }
            var parser = JSONPathParser("." + key)
            return parser.parse()
        }
        return slice(content == "*" ? ":" : content).map { [.slice($0)] }
    }

    /// Returns the slice for `2`, `-1`, `1:3`, `:2`, or `0:9:2`; `nil` for other texts.
    private static func slice(_ text: String) -> JSONPath.Slice? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.map { Int($0) }
        guard parts.count <= 3, !text.isEmpty,
            zip(parts, numbers).allSatisfy({ $0.isEmpty || $1 != nil && $0.first != "+" })
        else { return nil }
        let start = numbers[0]
        if parts.count == 1 {
            return JSONPath.Slice(start: start, end: (start ?? 0) + 1, isIndex: true)
        }
        return JSONPath.Slice(
            start: start,
            end: numbers[1],
            isIndex: false,
            step: parts.count == 3 ? numbers[2] : nil
        )
    }

    /// Parses `[?(left operator right)]`.
    private mutating func parseFilter() -> Bool {
        position += 3
        let start = position
        var quote: Unicode.Scalar?
        while let scalar = peek, scalar != ")" || quote != nil {
            if scalar == quote, text[position - 1] != "\\" {
                quote = nil
            } else if quote == nil, scalar == "'" || scalar == "\"" {
                quote = scalar
            }
            position += 1
        }
        let content = text[start..<position]
        guard starts(")]") else { return false }
        position += 2
        guard let filter = Self.filter(content) else { return false }
        steps.append(.filter(filter))
        return true
    }

    private static func filter(_ content: ArraySlice<Unicode.Scalar>) -> JSONPath.Filter? {
        func parse(_ part: ArraySlice<Unicode.Scalar>) -> [JSONPath.Step]? {
            var parser = JSONPathParser(String(String.UnicodeScalarView(part)))
            return parser.parse()
        }
        let signs: [Unicode.Scalar] = ["!", "<", "=", ">"]
        guard let start = content.firstIndex(where: signs.contains), start > content.startIndex,
            let end = content[start...].firstIndex(where: { !signs.contains($0) })
        else {
            return parse(content).map { JSONPath.Filter(left: $0) }
        }
        guard let left = parse(content[..<start]), let right = parse(content[end...]) else {
            return nil
        }
        let name = String(String.UnicodeScalarView(content[start..<end]))
        return JSONPath.Filter(left: left, comparison: (name, right))
    }
}
