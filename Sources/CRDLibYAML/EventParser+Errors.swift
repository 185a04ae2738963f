import CCRDLibYAML
import CRDYAML

extension EventParser {
    /// Returns libyaml's error for a text that it cannot read.
    func parserError() -> Diagnostic {
        let parser = self.parser.pointee
        switch parser.error {
        case YAML_MEMORY_ERROR:
            return Diagnostic(.error, "out of memory", file: file)
        case YAML_READER_ERROR:
            let place = encodedText.position(ofByte: problemOffset)
            return Diagnostic(.error, problem(of: parser), file: file, at: place)
        default:
            var message = problem(of: parser)
            let place = position(parser.problem_mark)
            if let context = parser.context, contextPosition != place {
                message += ", \(String(cString: context)) that begins on line "
                message += "\(position(parser.context_mark).line), column "
                message += "\(position(parser.context_mark).column)"
            }
            return Diagnostic(.error, message, file: file, at: place)
        }
    }

    /// Returns the error with its most common cause.
    func explained(_ error: Diagnostic) -> Diagnostic {
        guard let position = error.position else { return error }
        let cause = SyntaxErrorCause(
            error.message,
            at: position,
            contextLine: contextPosition?.line,
            encodedText.lines(through: position.line)
        )
        return Diagnostic(error.severity, error.message + cause.text, file: file, at: position)
    }

    /// The start of the construct that libyaml was reading; `nil` if there is no error or its start
    /// is unknown.
    private var contextPosition: SourcePosition? {
        let parser = self.parser.pointee
        guard parser.error != YAML_NO_ERROR, parser.context != nil else { return nil }
        return position(parser.context_mark)
    }

    private func problem(of parser: yaml_parser_t) -> String {
        guard let problem = parser.problem else { return "not YAML" }
        let text = String(cString: problem)
        guard parser.error == YAML_READER_ERROR, !text.hasPrefix("input") else { return text }
        let isInvalidByte = text.contains("octet") && parser.problem_value >= 0
        let value = isInvalidByte ? Int(bytes[problemOffset]) : Int(parser.problem_value)
        return decodingProblem(text, value: value)
    }

    /// The offset of the byte or the character that is not allowed.
    ///
    /// If a character is not complete, as most letters of Latin-1 are not in UTF-8, libyaml reports
    /// the byte after it.
    private var problemOffset: Int {
        let offset = Int(parser.pointee.problem_offset)
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
        if !problem.contains("trailing UTF-8") { return offset }
        return bytes.prefix(offset).lastIndex { $0 & 0xC0 != 0x80 } ?? offset
    }

    /// Returns the message for a byte or a character that is not allowed.
    ///
    /// - Parameters:
    ///   - text: The message of libyaml.
    ///   - value: The byte or the character; -1 if libyaml doesn't report it.
    /// - Returns: The finding with the remedy.
    private func decodingProblem(_ text: String, value: Int) -> String {
        let digits = String(max(value, 0), radix: 16, uppercase: true)
        if text == "control characters are not allowed" {
            let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            let kind = value < 0xA0 ? "control character" : "character"
            let remedy = value == 0 ? "remove it, or save the file as UTF-8" : "remove it"
            return "found the \(kind) U+\(code), which YAML does not allow; \(remedy)"
        }
        let encoding = encodedText.isUTF16 ? "UTF-16" : "UTF-8"
        let found = text.contains("octet") && value >= 0 ? "the byte 0x\(digits)" : "bytes"
        return "found \(found) that \(encoding) does not allow; save the file as UTF-8"
    }

    private var encodedText: EncodedText {
        EncodedText(bytes: bytes, encoding: parser.pointee.encoding)
    }
}
