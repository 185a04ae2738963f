import CCRDLibYAML
import CRDYAML

extension EventParser {
    /// What libyaml says of a text that it cannot read, in its own words.
    func parserError() -> Diagnostic {
        let parser = self.parser.pointee
        switch parser.error {
        case YAML_MEMORY_ERROR:
            return Diagnostic(.error, "out of memory", file: file)
        case YAML_READER_ERROR:
            let place = encodedText.position(ofByte: Int(parser.problem_offset))
            return Diagnostic(.error, problem(of: parser), file: file, at: place)
        default:
            var message = problem(of: parser)
            let place = position(parser.problem_mark)
            if let context = parser.context, contextPosition != place {
                message += ", \(String(cString: context)) that begins in line "
                message += "\(position(parser.context_mark).line), column "
                message += "\(position(parser.context_mark).column)"
            }
            return Diagnostic(.error, message, file: file, at: place)
        }
    }

    /// The error with what most often is behind it: a tab that indents, or a template that was not
    /// rendered (`{{ .Values.x }}` is a mapping in a mapping to YAML).
    func explained(_ error: Diagnostic) -> Diagnostic {
        guard let position = error.position else { return error }
        var message = error.message
        let line = encodedText.line(position.line)
        let found = line.unicodeScalars.dropFirst(position.column - 1).first
        if found == "\t", message.hasPrefix("found character that cannot start any token") {
            message += ": a tab, expected spaces"
        }
        let isTemplate =
            line.contains("{{")
            || contextPosition.map { encodedText.line($0.line).contains("{{") } == true
        if isTemplate {
            message += "; the line looks like a template, which must be rendered first"
        }
        return Diagnostic(error.severity, message, file: error.file, at: position)
    }

    /// Where what libyaml was reading begins; `nil` if it has not failed, or does not say.
    private var contextPosition: SourcePosition? {
        let parser = self.parser.pointee
        guard parser.error != YAML_NO_ERROR, parser.context != nil else { return nil }
        return position(parser.context_mark)
    }

    private func problem(of parser: yaml_parser_t) -> String {
        guard let problem = parser.problem else { return "not YAML" }
        let text = String(cString: problem)
        // -1 stands for "no value belongs to this problem".
        guard parser.error == YAML_READER_ERROR, parser.problem_value != -1 else { return text }
        return "\(text) 0x\(String(parser.problem_value, radix: 16, uppercase: true))"
    }

    private var encodedText: EncodedText {
        EncodedText(bytes: bytes, encoding: parser.pointee.encoding)
    }
}
