/// Reads a pattern in the syntax of Go's regexp package (RE2; `syntax.Perl` flags).
struct PatternParser {
    /// `(?i)` and its like, which hold to the end of the group.
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

    /// Go's `maxHeight`, beyond which a pattern nests too deeply.
    private static let maximumDepth = 1000
    /// Go's limit of a counted repetition, for nested ones of their product.
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
    func literal(_ scalar: Unicode.Scalar) -> PatternSyntax {
        var set = ScalarSet()
        set.insert(scalar.value...scalar.value)
        set.complete(isNegated: false, foldsCase: flags.foldsCase)
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
        while let scalar = peek, scalar != "|", scalar != ")" {
            let start = position
            guard let part = try atom() else { continue }
            parts.append(try repeated(part, from: start))
        }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
    }

    /// One atom; `nil` for a group that sets flags only.
    private mutating func atom() throws(PatternError) -> PatternSyntax? {
        let start = position
        guard let scalar = peek else { return .empty }
        position += 1
        switch scalar {
        case "(": return try group(from: start)
        case "[": return try characterClass(from: start)
        case ".": return dot
        case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
        case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
        case "\\": return try escape(from: start)
        case "*", "+", "?":
            throw PatternError(
                code: "missing argument to repetition operator",
                expression: String(scalar)
            )
        default: return literal(scalar)
        }
    }

    private var dot: PatternSyntax {
        var set = ScalarSet()
        if !flags.dotMatchesNewline { set.insert(0x0A...0x0A) }
        set.complete(isNegated: true, foldsCase: false)
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

    /// Reads what stands behind `(?`.
    ///
    /// - Returns: Whether a group follows; `(?i)` has none.
    private mutating func groupFlags(from start: Int) throws(PatternError) -> Bool {
        let isNamed =
            peek == "<" && peek(1) != nil || peek == "P" && peek(1) == "<" && peek(2) != nil
        if isNamed {
            try groupName(from: start)
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
                (isSet, hasFlag) = (false, false)
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

    /// Reads `P<name>` or `<name>`.
    private mutating func groupName(from start: Int) throws(PatternError) {
        if peek == "P" { position += 1 }
        position += 1
        let name = scalars[position...].prefix { $0 != ">" }
        let end = name.endIndex < scalars.count ? name.endIndex + 1 : scalars.count
        guard end > name.endIndex, !name.isEmpty, name.allSatisfy(\.isWord) else {
            throw PatternError(
                code: "invalid named capture",
                expression: text(from: start, to: end)
            )
        }
        position = end
    }

    // MARK: - Repetition

    private mutating func repeated(
        _ atom: PatternSyntax,
        from start: Int
    ) throws(PatternError) -> PatternSyntax {
        var result = atom
        var previous: Int?
        while let scalar = peek {
            let operatorStart = position
            let bounds: (Int, Int?)
            switch scalar {
            case "*": bounds = (0, nil)
            case "+": bounds = (1, nil)
            case "?": bounds = (0, 1)
            case "{":
                guard let counts = try counts() else { return result }
                bounds = counts
            default: return result
            }
            if scalar != "{" { position += 1 }
            _ = skip("?")
            if let previous {
                // Go: `a**` is an error, `(a*)*` is not.
                throw PatternError(
                    code: "invalid nested repetition operator",
                    expression: text(from: previous, to: position)
                )
            }
            previous = operatorStart
            result = .repetition(result, minimum: bounds.0, maximum: bounds.1)
            guard result.product(limit: Self.maximumCount) <= Self.maximumCount else {
                throw PatternError(
                    code: "invalid repeat count",
                    expression: text(from: operatorStart, to: position)
                )
            }
        }
        return result
    }

    /// Reads `{2}`, `{2,}` or `{2,3}`; anything else that begins with `{` is a literal.
    private mutating func counts() throws(PatternError) -> (Int, Int?)? {
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
            throw PatternError(
                code: "invalid repeat count",
                expression: text(from: start, to: position)
            )
        }
        return (minimum, maximum)
    }

    /// A decimal number without leading zeros; a large one counts as one over the limit.
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
    /// How often the innermost part may have to be written out, up to one over the limit.
    fileprivate func product(limit: Int) -> Int {
        switch self {
        case .empty, .set, .assertion: return 1
        case .sequence(let parts), .choice(let parts):
            return parts.reduce(1) { max($0, $1.product(limit: limit)) }
        case .repetition(let part, let minimum, let maximum):
            let inner = part.product(limit: limit)
            let isCounted = minimum > 1 || (maximum ?? 1) > 1
            return isCounted ? min(inner * max(minimum, maximum ?? 0), limit + 1) : inner
        }
    }
}

extension Unicode.Scalar {
    /// The value of a digit of ASCII.
    var decimalDigit: Int? {
        "0"..."9" ~= self ? Int(value - 0x30) : nil
    }

    /// Whether `\w` matches: letters and digits of ASCII, and `_`.
    var isWord: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }
}
