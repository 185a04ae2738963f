extension PatternParser {
    /// Reads what stands behind a backslash, outside of brackets.
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
        case "Q":
            position += 1
            return quoted()
        default: break
        }
        var set = ScalarSet()
        if try namedClass(into: &set, from: start) {
            set.complete(isNegated: false, foldsCase: flags.foldsCase)
            return .set(set)
        }
        return literal(try escapedScalar(from: start))
    }

    /// `\Q…\E`: everything in between as it stands.
    private mutating func quoted() -> PatternSyntax {
        var parts: [PatternSyntax] = []
        while let scalar = peek {
            if scalar == "\\", peek(1) == "E" {
                position += 2
                break
            }
            parts.append(literal(scalar))
            position += 1
        }
        return .sequence(parts)
    }

    /// Reads `d`, `W`, `pL`, `p{Lu}`, `P{^L}` and so on, behind a backslash.
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
        let ranges = Self.perlRanges(lower)
        if lower == scalar {
            for range in ranges { set.insert(range) }
        } else {
            set.insert(allBut: ranges)
        }
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
        var isNegated = isNegated
        let nameStart: Int
        let nameEnd: Int
        if skip("{") {
            if skip("^") { isNegated.toggle() }
            nameStart = position
            while position < scalars.count, peek != "}" { position += 1 }
            nameEnd = position
            guard skip("}") else { throw badRange(from: start) }
        } else {
            if skip("^") { isNegated.toggle() }
            nameStart = position
            guard peek != nil else { throw badRange(from: start) }
            position += 1
            nameEnd = position
        }
        let name = text(from: nameStart, to: nameEnd)
        if name == "Any" {
            if !isNegated { set.insert(0...0x10FFFF) }
            return
        }
        guard Unicode.GeneralCategory.names.contains(name) else { throw badRange(from: start) }
        set.insert(.category(name), isNegated: isNegated)
    }

    private func badRange(from start: Int) -> PatternError {
        PatternError(
            code: "invalid character class range",
            expression: text(from: start, to: max(position, start + 2))
        )
    }

    /// Reads one scalar behind a backslash: `\n`, `\x41`, `\x{10FFFF}`, `\101`, `\.`.
    private mutating func escapedScalar(from start: Int) throws(PatternError) -> Unicode.Scalar {
        guard let scalar = peek else {
            throw PatternError(code: "trailing backslash at end of expression", expression: "")
        }
        position += 1
        switch scalar {
        case "a": return "\u{07}"
        case "f": return "\u{0C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{0B}"
        case "x":
            if let result = hexadecimal() { return result }
        case "1"..."7" where peek.map({ "0"..."7" ~= $0 }) == true, "0":
            var code = scalar.value - 0x30
            var digits = 1
            while digits < 3, let digit = peek, "0"..."7" ~= digit {
                code = code * 8 + digit.value - 0x30
                position += 1
                digits += 1
            }
            if let result = Unicode.Scalar(code) { return result }
        default:
            if scalar.isASCII, !scalar.isWord || scalar == "_" { return scalar }
        }
        throw PatternError(
            code: "invalid escape sequence",
            expression: text(from: start, to: position)
        )
    }

    private mutating func hexadecimal() -> Unicode.Scalar? {
        var digits = ""
        if skip("{") {
            while let scalar = peek, scalar != "}" {
                digits.unicodeScalars.append(scalar)
                position += 1
            }
            guard skip("}"), digits.utf8.count <= 8 else { return nil }
        } else {
            for _ in 0..<2 {
                guard let scalar = peek else { return nil }
                digits.unicodeScalars.append(scalar)
                position += 1
            }
        }
        guard !digits.hasPrefix("+"), !digits.hasPrefix("-") else { return nil }
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }

    /// Reads `[…]` behind its first bracket.
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
        set.complete(isNegated: isNegated, foldsCase: flags.foldsCase)
        return .set(set)
    }

    private mutating func range(into set: inout ScalarSet) throws(PatternError) {
        let start = position
        let low = try classScalar()
        var high = low
        if peek == "-", let next = peek(1), next != "]" {
            position += 1
            high = try classScalar()
            guard low <= high else {
                throw PatternError(
                    code: "invalid character class range",
                    expression: text(from: start, to: position)
                )
            }
        }
        set.insert(low.value...high.value)
    }

    private mutating func classScalar() throws(PatternError) -> Unicode.Scalar {
        let start = position
        guard let scalar = peek else {
            throw PatternError(code: "missing closing ]", expression: text(from: start))
        }
        position += 1
        return scalar == "\\" ? try escapedScalar(from: start) : scalar
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
                code: "invalid character class range",
                expression: text(from: position, to: end + 2)
            )
        }
        position = end + 2
        if isNegated {
            set.insert(allBut: ranges)
        } else {
            for range in ranges { set.insert(range) }
        }
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
