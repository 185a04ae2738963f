extension PatternParser {
    /// Reads the escape after a backslash, outside of brackets.
    mutating func escape(from start: Int) throws(PatternError) -> PatternSyntax {
        guard let scalar = peek else {
            throw PatternError(code: "trailing backslash at end of expression", expression: "")
        }
        switch scalar {
        case "A":
            position += 1
            return .assertion(.textStart)
        case "z":
            position += 1
            return .assertion(.textEnd)
        case "b":
            position += 1
            return .assertion(.wordBoundary)
        case "B":
            position += 1
            return .assertion(.noWordBoundary)
        default: break
        }
        var set = ScalarSet()
        if try namedClass(into: &set, from: start) {
            set.complete(isNegated: false)
            return .set(set)
        }
        return literal(try escapedCode(from: start))
    }

    /// Reads `\Q…\E`: the text in between is literal.
    mutating func quoted() -> [PatternSyntax] {
        var parts: [PatternSyntax] = []
        while let scalar = peek {
            if scalar == "\\", peek(1) == "E" {
                position += 2
                break
            }
            parts.append(literal(scalar.value))
            position += 1
        }
        return parts
    }

    /// Reads a class after a backslash: `d`, `W`, `pL`, `p{Lu}`, `P{^L}`, and so on.
    ///
    /// - Returns: Whether there was one.
    private mutating func namedClass(
        into set: inout ScalarSet,
        from start: Int
    ) throws(PatternError) -> Bool {
        guard let scalar = peek else { return false }
        if scalar == "p" || scalar == "P" {
            position += 1
            try property(into: &set, isNegated: scalar == "P", from: start)
            return true
        }
        let lower: Unicode.Scalar = Unicode.Scalar(scalar.value | 0x20) ?? scalar
        guard "dsw".unicodeScalars.contains(lower) else { return false }
        position += 1
        set.insert(
            Self.perlRanges(lower),
            isNegated: lower != scalar,
            foldsCase: flags.foldsCase
        )
        return true
    }

    private static func perlRanges(_ letter: Unicode.Scalar) -> [ClosedRange<UInt32>] {
        switch letter {
        case "d": [0x30...0x39]
        case "s": [0x09...0x0A, 0x0C...0x0D, 0x20...0x20]
        default: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
        }
    }

    private mutating func property(
        into set: inout ScalarSet,
        isNegated: Bool,
        from start: Int
    ) throws(PatternError) {
        let isInBraces = skip("{")
        let nameStart = position
        var nameEnd = position + 1
        if isInBraces {
            guard let end = scalars[position...].firstIndex(of: "}") else {
                throw PatternError(code: Self.badRange, expression: text(from: start))
            }
            nameEnd = end
        }
        guard nameEnd <= scalars.count else { throw badRange(from: start) }
        position = isInBraces ? nameEnd + 1 : nameEnd
        var name = text(from: nameStart, to: nameEnd)
        var isNegated = isNegated
        if name.hasPrefix("^") {
            isNegated.toggle()
            name.removeFirst()
        }
        let foldsCase = flags.foldsCase
        name = Self.canonical(name)
        if name == "Assigned", let unassigned = Unicode.GeneralCategory.Name("Cn") {
            set.insert(unassigned, isNegated: !isNegated, foldsCase: foldsCase)
        } else if let ranges = Self.ranges(named: name) {
            set.insert(ranges, isNegated: isNegated, foldsCase: foldsCase)
        } else if let category = Unicode.GeneralCategory.Name(name) {
            set.insert(category, isNegated: isNegated, foldsCase: foldsCase)
        } else {
            throw badRange(from: start)
        }
    }

    /// Returns a name as Go compares it: one capital letter at the start, and no ` `, `_`, and `-`.
    ///
    /// Go 1.25 does this before it looks up a script, so it does not find scripts with a `_` in the
    /// name, such as `Old_Italic`. Go 1.24 finds them, and so does this function.
    private static func canonical(_ name: String) -> String {
        var bytes = name.utf8.filter { $0 != 0x20 && $0 != UInt8(ascii: "_") && $0 != 0x2D }
        for (position, byte) in bytes.enumerated() where 0x61...0x7A ~= byte | 0x20 {
            bytes[position] = position == 0 ? byte & ~0x20 : byte | 0x20
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func ranges(named name: String) -> [ClosedRange<UInt32>]? {
        switch name {
        case "Any": [0...0x10FFFF]
        case "Ascii": [0...0x7F]
        default: UnicodeScript.ranges(named: name)
        }
    }

    private static let badRange = "invalid character class range"

    private func badRange(from start: Int) -> PatternError {
        PatternError(
            code: Self.badRange,
            expression: text(from: start, to: max(position, start + 2))
        )
    }

    /// Reads one escaped code after a backslash: `\n`, `\x41`, `\x{10FFFF}`, `\101`, `\.`.
    ///
    /// The code may be that of a surrogate, which does not occur in a text.
    private mutating func escapedCode(from start: Int) throws(PatternError) -> UInt32 {
        guard let scalar = peek else {
            throw PatternError(code: "trailing backslash at end of expression", expression: "")
        }
        position += 1
        switch scalar {
        case "a": return 0x07
        case "f": return 0x0C
        case "n": return 0x0A
        case "r": return 0x0D
        case "t": return 0x09
        case "v": return 0x0B
        case "x":
            if let code = hexadecimal() { return code }
        case "1"..."7" where peek.map({ "0"..."7" ~= $0 }) == true, "0":
            var code = scalar.value - 0x30
            var digits = 1
            while digits < 3, let digit = peek, "0"..."7" ~= digit {
                code = code * 8 + digit.value - 0x30
                digits += 1
                position += 1
            }
            return code
        default:
            if scalar.isASCII, !scalar.isWord || scalar == "_" { return scalar.value }
        }
        throw PatternError(
            code: "invalid escape sequence",
            expression: text(from: start, to: position)
        )
    }

    /// Reads two digits or, in braces, any number of digits; stops after an invalid character.
    private mutating func hexadecimal() -> UInt32? {
        guard skip("{") else {
            let digits = scalars[position...].prefix(2)
            position += digits.count
            guard let high = digits.first?.hexadecimalDigit, digits.count == 2,
                let low = digits.last?.hexadecimalDigit
            else { return nil }
            return high << 4 | low
        }
        var code: UInt32?
        while let scalar = peek {
            position += 1
            if scalar == "}" { return code }
            guard let digit = scalar.hexadecimalDigit else { return nil }
            code = (code ?? 0) << 4 | digit
            if code ?? 0 > 0x10FFFF { return nil }
        }
        return nil
    }

    /// Reads `[…]` after its first bracket.
    mutating func characterClass(from start: Int) throws(PatternError) -> PatternSyntax {
        var set = ScalarSet()
        let isNegated = skip("^")
        var isFirst = true
        while isFirst || peek != "]" {
            guard let scalar = peek else {
                throw PatternError(code: "missing closing ]", expression: text(from: start))
            }
            isFirst = false
            if try namedGroup(into: &set) { continue }
            let itemStart = position
            if scalar == "\\" {
                position += 1
                if try namedClass(into: &set, from: itemStart) { continue }
                position = itemStart
            }
            try range(into: &set)
        }
        position += 1
        set.complete(isNegated: isNegated)
        return .set(set)
    }

    private mutating func range(into set: inout ScalarSet) throws(PatternError) {
        let start = position
        let low = try classCode()
        var high = low
        if peek == "-", let next = peek(1), next != "]" {
            position += 1
            high = try classCode()
            guard low <= high else {
                throw PatternError(code: Self.badRange, expression: text(from: start, to: position))
            }
        }
        set.insert(low...high, foldsCase: flags.foldsCase)
    }

    private mutating func classCode() throws(PatternError) -> UInt32 {
        let start = position
        guard let scalar = peek else {
            throw PatternError(code: "missing closing ]", expression: text(from: start))
        }
        position += 1
        return scalar == "\\" ? try escapedCode(from: start) : scalar.value
    }

    /// Reads `[:alpha:]` inside brackets.
    private mutating func namedGroup(into set: inout ScalarSet) throws(PatternError) -> Bool {
        guard peek == "[", peek(1) == ":" else { return false }
        var end = position + 2
        while end + 1 < scalars.count, !(scalars[end] == ":" && scalars[end + 1] == "]") {
            end += 1
        }
        guard end + 1 < scalars.count else { return false }
        var name = text(from: position + 2, to: end)
        let isNegated = name.hasPrefix("^")
        if isNegated { name.removeFirst() }
        guard let ranges = Self.groups[name] else {
            throw PatternError(
                code: Self.badRange,
                expression: text(from: position, to: end + 2)
            )
        }
        position = end + 2
        set.insert(ranges, isNegated: isNegated, foldsCase: flags.foldsCase)
        return true
    }

    private static let groups: [String: [ClosedRange<UInt32>]] = [
        "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A],
        "alpha": [0x41...0x5A, 0x61...0x7A],
        "ascii": [0x00...0x7F],
        "blank": [0x09...0x09, 0x20...0x20],
        "cntrl": [0x00...0x1F, 0x7F...0x7F],
        "digit": [0x30...0x39],
        "graph": [0x21...0x7E],
        "lower": [0x61...0x7A],
        "print": [0x20...0x7E],
        "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E],
        "space": [0x09...0x0D, 0x20...0x20],
        "upper": [0x41...0x5A],
        "word": [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A],
        "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
    ]
}
