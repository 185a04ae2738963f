/// The template of `format`, which is read clause by clause (cel-go 0.26, ext/formatting.go).
struct FormatTemplate {
    private enum Piece {
        case text(ArraySlice<UInt8>)
        case clause(FormatClause, argument: Int)
    }

    /// An argument in a literal list, as the checker knows it.
    struct Argument {
        /// The name of the type, as `type()` prints it; `nil` for `dyn`.
        let type: String?
        /// The elements of a literal list, or the keys and values of a literal map.
        var parts: [Argument] = []
    }

    private var rest: ArraySlice<UInt8>
    private var argument = 0

    private init(_ template: String) {
        rest = Array(template.utf8)[...]
    }

    /// Returns the text with the arguments in place of the clauses, or an error.
    static func format(_ template: String, _ arguments: List) -> Value {
        var template = FormatTemplate(template)
        var result = BoundedText()
        do throws(FormatError) {
            while let piece = try template.next(argumentCount: arguments.count, isChecked: false) {
                switch piece {
                case .text(let text): result.append(text)
                case .clause(let clause, let position):
                    result.append(try clause.text(of: arguments[position]))
                }
                if result.isTooLong { break }
            }
        } catch {
            return .error(error.message)
        }
        return result.value
    }

    /// Returns the first error in a call with a literal template and a literal list.
    ///
    /// - Parameters:
    ///   - template: The template.
    ///   - arguments: The elements of the list.
    /// - Returns: The error; `nil` if there is none.
    static func check(_ template: String, _ arguments: [Argument]) -> FormatError? {
        var template = FormatTemplate(template)
        do throws(FormatError) {
            while let piece = try template.next(argumentCount: arguments.count, isChecked: true) {
                if case .clause(let clause, let position) = piece {
                    try check(clause, arguments[position], [position])
                }
            }
        } catch {
            return error
        }
        guard template.argument < arguments.count else { return nil }
        return FormatError(
            message: "too many arguments supplied to string.format (expected "
                + "\(template.argument), got \(arguments.count))"
        )
    }

    private static func check(
        _ clause: FormatClause,
        _ argument: Argument,
        _ path: [Int]
    ) throws(FormatError) {
        if let type = argument.type, !clause.allowedTypes.contains(type) {
            var error = clause.error(for: type)
            error.path = path
            throw error
        }
        guard case .string = clause else { return }
        for (position, part) in argument.parts.enumerated() {
            try check(clause, part, path + [position])
        }
    }

    // MARK: - Reading

    /// Reads the next piece.
    ///
    /// - Parameters:
    ///   - argumentCount: The number of arguments.
    ///   - isChecked: Whether the end of the template is checked before the number of arguments, as
    ///     the server does it for literals.
    /// - Returns: The piece; `nil` at the end.
    /// - Throws: `FormatError` if a clause is not valid or has no argument.
    private mutating func next(
        argumentCount: Int,
        isChecked: Bool
    ) throws(FormatError) -> Piece? {
        let percent = UInt8(ascii: "%")
        guard let first = rest.first else { return nil }
        if first != percent {
            let text = rest.prefix { $0 != percent }
            rest = rest[text.endIndex...]
            return .text(text)
        }
        if rest.dropFirst().first == percent {
            defer { rest = rest.dropFirst(2) }
            return .text(rest.prefix(1))
        }
        let isMissing = argument >= argumentCount
        let missing = FormatError(message: "index \(argument) out of range")
        if isMissing, !isChecked { throw missing }
        if rest.count == 1 { throw FormatError(message: "unexpected end of string") }
        if isMissing { throw missing }
        rest = rest.dropFirst()
        let clause = try readClause()
        defer { argument += 1 }
        return .clause(clause, argument: argument)
    }

    private mutating func readClause() throws(FormatError) -> FormatClause {
        let precision = try readPrecision()
        guard let letter = rest.popFirst() else {
            preconditionFailure("a clause has a letter after the precision")
        }
        switch letter {
        case UInt8(ascii: "s"): return .string
        case UInt8(ascii: "d"): return .decimal
        case UInt8(ascii: "f"): return .fixed(precision: precision)
        // The server uses the precision as a width here.
        case UInt8(ascii: "e"): return .scientific(width: precision)
        case UInt8(ascii: "b"): return .binary
        case UInt8(ascii: "o"): return .octal
        case UInt8(ascii: "x"): return .hexadecimal(isUppercase: false)
        case UInt8(ascii: "X"): return .hexadecimal(isUppercase: true)
        default:
            let scalar = Unicode.Scalar(letter)
            throw Self.error("unrecognized formatting clause \"\(scalar)\"")
        }
    }

    private mutating func readPrecision() throws(FormatError) -> Int {
        guard rest.first == UInt8(ascii: ".") else { return FormatClause.defaultPrecision }
        let digits = rest.dropFirst().prefix { $0.isDigit }
        rest = rest[digits.endIndex...]
        guard !rest.isEmpty else {
            throw Self.error(
                "error while parsing precision: could not find end of precision specifier"
            )
        }
        do throws(GoInteger.Failure) {
            return Int(
                clamping: try GoInteger.read(String(decoding: digits, as: UTF8.self))
            )
        } catch {
            throw Self.error(
                "error while parsing precision: error while converting precision to integer: "
                    + error.message
            )
        }
    }

    private static func error(_ message: String) -> FormatError {
        FormatError(message: "could not parse formatting clause: " + message)
    }
}
