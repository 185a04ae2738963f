import CRDRuntime

/// A parser for the addresses that Go's `mail.ParseAddress` accepts (RFC 5322): `a@b`, `Name
/// <a@b>`, with comments and quotes.
struct MailAddress {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    static func isValid(_ text: String) -> Bool {
        var reader = MailAddress(scalars: Array(text.unicodeScalars))
        guard reader.skipComments(), reader.address(), reader.skipComments() else { return false }
        return reader.position == reader.scalars.count
    }

    private init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while peek == " " || peek == "\t" { position += 1 }
    }

    private mutating func skipComments() -> Bool {
        skipBlanks()
        while skip("(") {
            var depth = 1
            while depth > 0 {
                guard let scalar = peek else { return false }
                position += 1
                switch scalar {
                case "\\": position += 1
                case "(": depth += 1
                case ")": depth -= 1
                default: break
                }
            }
            skipBlanks()
        }
        return true
    }

    private mutating func address() -> Bool {
        skipBlanks()
        let start = position
        if addressSpecification() { return true }
        position = start
        if peek != "<" {
            guard phrase() else { return false }
        }
        skipBlanks()
        guard skip("<"), addressSpecification() else { return false }
        return skip(">")
    }

    private mutating func addressSpecification() -> Bool {
        skipBlanks()
        guard peek != nil else { return false }
        if peek == "\"" {
            let start = position
            // An empty quoted string is not a valid local part.
            guard quotedString(), position > start + 2 else { return false }
        } else {
            guard dotAtom(allowsExtraDots: false) else { return false }
        }
        guard skip("@") else { return false }
        skipBlanks()
        guard peek != nil else { return false }
        return peek == "[" ? domainLiteral() : dotAtom(allowsExtraDots: false)
    }

    private mutating func phrase() -> Bool {
        var words = 0
        while true {
            if words > 0 { guard skipComments() else { return false } }
            skipBlanks()
            guard let scalar = peek else { break }
            if scalar == "\"" {
                guard quotedString() else { break }
            } else {
                let start = position
                guard dotAtom(allowsExtraDots: true) else {
                    position = start
                    break
                }
            }
            words += 1
        }
        return words > 0
    }

    private mutating func quotedString() -> Bool {
        position += 1
        while let scalar = peek {
            position += 1
            if scalar == "\"" { return true }
            if scalar == "\\" {
                guard let next = peek, Self.isVisible(next) || next == " " || next == "\t" else {
                    return false
                }
                position += 1
            } else if !Self.isVisible(scalar), scalar != " ", scalar != "\t" {
                return false
            }
        }
        return false
    }

    private mutating func dotAtom(allowsExtraDots: Bool) -> Bool {
        let start = position
        while let scalar = peek, Self.isAtomText(scalar) || scalar == "." { position += 1 }
        let atom = scalars[start..<position]
        guard let first = atom.first, let last = atom.last else { return false }
        if allowsExtraDots { return true }
        guard first != ".", last != "." else { return false }
        return !zip(atom, atom.dropFirst()).contains { $0 == "." && $1 == "." }
    }

    /// Reads an IP address in brackets, such as `[1.2.3.4]`.
    private mutating func domainLiteral() -> Bool {
        position += 1
        var text = ""
        while let scalar = peek, scalar != "]" {
            guard Self.isVisible(scalar), scalar != "[", scalar != "\\" else { return false }
            text.unicodeScalars.append(scalar)
            position += 1
        }
        guard skip("]") else { return false }
        return StringFormat.isAddress(Array(text.utf8)[...])
    }

    private static func isAtomText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: scalar.value >= 0x80 || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
        }
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        "!"..."~" ~= scalar || scalar.value >= 0x80
    }
}
