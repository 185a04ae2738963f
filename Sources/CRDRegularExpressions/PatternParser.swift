/// Reads a pattern in the syntax of Go's regexp package (RE2; `syntax.Perl` flags).
struct PatternParser {
    /// The flags such as `(?i)`, which are in effect until the end of the group.
    struct Flags {
        var foldsCase = false
        var isMultiline = false
        var dotMatchesNewline = false
        var isUngreedy = false
    }

    let scalars: [Unicode.Scalar]
    var position = 0
    var flags = Flags()
    private var depth = 0

    /// The maximum depth of nesting (`maxHeight` in Go).
    private static let maximumDepth = 1000
    /// The maximum count of a repetition in Go; for nested repetitions, the maximum product.
    private static let maximumCount = 1000

    static func parse(_ text: String) throws(PatternError) -> PatternSyntax {
        var parser = PatternParser(scalars: Array(text.unicodeScalars))
        let syntax = try parser.choice()
        guard parser.position == parser.scalars.count else {
            throw PatternError(code: "unexpected )", expression: text)
        }
        return syntax
    }

    private init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    func peek(_ offset: Int) -> Unicode.Scalar? {
        position + offset < scalars.count ? scalars[position + offset] : nil
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    func text(from start: Int, to end: Int? = nil) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<min(end ?? scalars.count, scalars.count)])
        return String(view)
    }

    /// A set of one scalar.
    func literal(_ code: UInt32) -> PatternSyntax {
        var set = ScalarSet()
        set.insert(code...code, foldsCase: flags.foldsCase)
        set.complete(isNegated: false)
        return .set(set)
    }

    // MARK: - Structure

    private mutating func choice() throws(PatternError) -> PatternSyntax {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            throw PatternError(code: "expression nests too deeply", expression: text(from: 0))
        }
        var branches = [try sequence()]
        while skip("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(PatternError) -> PatternSyntax {
        var parts: [PatternSyntax] = []
        var previous: Int?
        while let scalar = peek, scalar != "|", scalar != ")" {
            let start = position
            guard let bounds = try repetition() else {
                parts += try atoms()
                previous = nil
                continue
            }
            if let previous {
                // Go: `a**` is an error, `(a*)*` is not.
                throw PatternError(
                    code: "invalid nested repetition operator",
                    expression: text(from: previous, to: position)
                )
            }
            // It belongs to the atom in front of `(?i)` too.
            guard let part = parts.popLast() else {
                throw PatternError(
                    code: "missing argument to repetition operator",
                    expression: text(from: start, to: position)
                )
            }
            parts.append(
                .repetition(
                    part,
                    minimum: bounds.minimum,
                    maximum: bounds.maximum,
                    isLazy: bounds.isLazy
                )
            )
            guard parts[parts.count - 1].product(limit: Self.maximumCount) <= Self.maximumCount
            else { throw invalidCount(from: start) }
            previous = start
        }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
    }

    /// Reads an atom: none for a group that only sets flags, several for `\Q…\E`.
    private mutating func atoms() throws(PatternError) -> [PatternSyntax] {
        let start = position
        guard let scalar = peek else { return [] }
        position += 1
        switch scalar {
        case "(": return try group(from: start).map { [$0] } ?? []
        case "[": return [try characterClass(from: start)]
        case ".": return [dot]
        case "^": return [.assertion(flags.isMultiline ? .lineStart : .textStart)]
        case "$": return [.assertion(flags.isMultiline ? .lineEnd : .textEnd)]
        case "\\" where skip("Q"): return quoted()
        case "\\": return [try escape(from: start)]
        default: return [literal(scalar.value)]
        }
    }

    private var dot: PatternSyntax {
        var set = ScalarSet()
        if !flags.dotMatchesNewline { set.insert(0x0A...0x0A, foldsCase: false) }
        set.complete(isNegated: true)
        return .set(set)
    }

    private mutating func group(from start: Int) throws(PatternError) -> PatternSyntax? {
        let outer = flags
        if skip("?") {
            if try !groupFlags(from: start) { return nil }
        }
        let inner = try choice()
        guard skip(")") else {
            throw PatternError(code: "missing closing )", expression: text(from: 0))
        }
        flags = outer
        return inner
    }

    /// Reads the flags or the name of a group after `(?`.
    ///
    /// - Returns: Whether a group follows; `(?i)` has none.
    private mutating func groupFlags(from start: Int) throws(PatternError) -> Bool {
        let nameStart = position + (peek == "P" ? 2 : 1)
        if nameStart < scalars.count, scalars[nameStart - 1] == "<" {
            try groupName(from: start, nameStart)
            return true
        }
        var isSet = true
        var hasFlag = false
        reading: while let scalar = peek {
            position += 1
            switch scalar {
            case "i": flags.foldsCase = isSet
            case "m": flags.isMultiline = isSet
            case "s": flags.dotMatchesNewline = isSet
            case "U": flags.isUngreedy = isSet
            case "-" where isSet:
                isSet = false
                hasFlag = false
                continue
            case ":" where isSet || hasFlag: return true
            case ")" where isSet || hasFlag: return false
            default: break reading
            }
            hasFlag = true
        }
        throw PatternError(
            code: "invalid or unsupported Perl syntax",
            expression: text(from: start, to: position)
        )
    }

    private mutating func groupName(
        from start: Int,
        _ nameStart: Int
    ) throws(PatternError) {
        let end = scalars[nameStart...].firstIndex(of: ">")
        let name = scalars[nameStart..<(end ?? nameStart)]
        guard let end, !name.isEmpty, name.allSatisfy(\.isWord) else {
            throw PatternError(
                code: "invalid named capture",
                expression: text(from: start, to: end.map { $0 + 1 })
            )
        }
        position = end + 1
    }

    // MARK: - Repetition

    /// Reads `*`, `+`, `?`, or counts, with the `?` of a lazy match; reads nothing else.
    private mutating func repetition() throws(PatternError)
        -> (minimum: Int, maximum: Int?, isLazy: Bool)?
    {
        let bounds: (minimum: Int, maximum: Int?)
        switch peek {
        case "*": bounds = (0, nil)
        case "+": bounds = (1, nil)
        case "?": bounds = (0, 1)
        case "{":
            guard let counts = try counts() else { return nil }
            bounds = counts
            position -= 1
        default: return nil
        }
        position += 1
        return (bounds.minimum, bounds.maximum, isLazy: skip("?") != flags.isUngreedy)
    }

    /// Reads `{2}`, `{2,}` or `{2,3}`; anything else that begins with `{` is a literal.
    private mutating func counts() throws(PatternError) -> (minimum: Int, maximum: Int?)? {
        let start = position
        position += 1
        guard let minimum = count() else {
            position = start
            return nil
        }
        var maximum: Int? = minimum
        if skip(",") { maximum = peek == "}" ? nil : count() ?? -1 }
        guard maximum != -1, skip("}") else {
            position = start
            return nil
        }
        if minimum > Self.maximumCount || (maximum ?? 0) > Self.maximumCount
            || maximum.map({ $0 < minimum }) == true
        {
            throw invalidCount(from: start)
        }
        return (minimum, maximum)
    }

    private func invalidCount(from start: Int) -> PatternError {
        PatternError(
            code: "invalid repeat count",
            expression: text(from: start, to: position)
        )
    }

    /// Reads a decimal number without leading zeros; a large number is read as one over the limit.
    private mutating func count() -> Int? {
        let start = position
        var number = 0
        while let scalar = peek, let digit = scalar.decimalDigit {
            number = min(number * 10 + digit, Self.maximumCount + 1)
            position += 1
        }
        guard position > start else { return nil }
        return scalars[start] == "0" && position - start > 1 ? nil : number
    }
}

extension PatternSyntax {
    /// Returns the maximum number of copies of the innermost part, up to one over the limit.
    fileprivate func product(limit: Int) -> Int {
        switch self {
        case .empty, .set, .assertion: return 1
        case .sequence(let parts), .choice(let parts):
            return parts.reduce(1) { max($0, $1.product(limit: limit)) }
        case .repetition(let part, let minimum, let maximum, _):
            let inner = part.product(limit: limit)
            if maximum == 0 { return 1 }
            let isCounted = minimum > 1 || (maximum ?? 1) > 1
            return isCounted ? min(inner * max(minimum, maximum ?? 0), limit + 1) : inner
        }
    }
}

extension Unicode.Scalar {
    /// The value of an ASCII digit; `nil` for other scalars.
    package var decimalDigit: Int? {
        "0"..."9" ~= self ? Int(value - 0x30) : nil
    }

    /// The value of a hexadecimal ASCII digit; `nil` for other scalars.
    var hexadecimalDigit: UInt32? {
        switch self {
        case "0"..."9": value - 0x30
        case "a"..."f", "A"..."F": (value | 0x20) - 0x57
        default: nil
        }
    }

    /// Whether `\w` matches: ASCII letters, ASCII digits, and `_`.
    var isWord: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }
}
