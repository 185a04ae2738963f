package import CRDYAML

/// A text in which places are marked: `"a: 1\n1️⃣a: 2"`.
///
/// The marks are taken out before the text is read, and put into what is said about it, so that no
/// test counts lines and columns:
///
///     1️⃣ error: duplicate key 'a', first defined on line 1
package struct MarkedText {
    /// The text without the marks.
    package let text: String
    /// Place → the mark that stands there, `1️⃣`, `2️⃣` and so on.
    private let names: [SourcePosition: String]

    /// Takes the marks out of a text, whose lines end at LF or CR LF.
    package init(_ marked: String) {
        var text = String.UnicodeScalarView()
        var names: [SourcePosition: String] = [:]
        var line = 1
        var column = 1
        var rest = marked.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if "1"..."9" ~= scalar, rest.starts(with: "\u{FE0F}\u{20E3}".unicodeScalars) {
                names[SourcePosition(line: line, column: column)] = "\(scalar)\u{FE0F}\u{20E3}"
                rest.removeFirst(2)
                continue
            }
            text.append(scalar)
            column += 1
            if scalar == "\n" { (line, column) = (line + 1, 1) }
        }
        self.text = String(text)
        self.names = names
    }

    /// A place by the mark that stands there, or as `line:column` where none does.
    package func place(_ position: SourcePosition) -> String {
        names[position] ?? "\(position.line):\(position.column)"
    }

    /// Each diagnostic as `1️⃣ error: message`; without a place, `error: message`.
    package func show(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map { diagnostic in
            let text = "\(diagnostic.severity.rawValue): \(diagnostic.text(.swift))"
            return diagnostic.position.map { "\(place($0)) \(text)" } ?? text
        }
    }
}
