/// Writes YAML in block style, like `kubectl`.
///
///     metadata:
///       name: a
///     items:
///     - 1
///     - x: {}
///       y: 'yes'
///
/// A string is quoted only if some reader would read it as another value: the API server, a reader
/// of YAML 1.1 or one of YAML 1.2. Lines are never wrapped, and Unicode characters are kept.
package struct Emitter: Sendable {
    /// A sequence or mapping that has not ended yet.
    private struct Frame {
        let kind: Node.Kind
        /// The column of its keys or dashes, from 0.
        let indent: Int
        /// The separator before its first key or dash.
        let lead: Lead
        var isEmpty = true
        /// Whether the last key has no value yet.
        var awaitsValue = false
    }

    /// The separator between a sequence or mapping and its parent.
    private enum Lead {
        /// None, for a document.
        case nothing
        /// A space after a dash.
        case space
        /// A line break after a key.
        case line
    }

    /// The maximum size of a key that is written on one line with its colon, in bytes: readers
    /// search for the colon in 1024 characters (YAML 1.1 §9.1, "simple key").
    private static let longestSimpleKey = 1024
    private static let space = UInt8(ascii: " ")
    private static let lineFeed = UInt8(ascii: "\n")

    /// The bytes that were written and not taken yet.
    private var bytes: [UInt8] = []
    /// Whether earlier bytes were already taken.
    private var hasMore = false
    private var frames: [Frame] = []
    private let indentation: Indentation

    /// Creates an emitter without text.
    package init(_ indentation: Indentation = Indentation()) {
        self.indentation = indentation
    }

    /// The text that was written and not taken yet.
    ///
    /// It ends with a line feed unless it is empty.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The number of bytes that were written and not taken yet.
    package var byteCount: Int { bytes.count }

    /// Returns the bytes written so far and removes them.
    package mutating func takeBytes() -> [UInt8] {
        hasMore = hasMore || !bytes.isEmpty
        defer { bytes = [] }
        return bytes
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }
}

// MARK: - Structure

extension Emitter {
    /// Begins a document.
    ///
    /// Documents are separated by `---`.
    package mutating func beginDocument() {
        precondition(frames.isEmpty, "a document begins inside another")
        if hasMore || !bytes.isEmpty { append("---\n") }
    }

    /// Begins a mapping; keys and values follow alternately.
    package mutating func beginMapping() {
        begin(.mapping)
    }

    /// Ends the innermost mapping.
    package mutating func endMapping() {
        end(.mapping, ifEmpty: "{}")
    }

    /// Begins a sequence; its items follow.
    package mutating func beginSequence() {
        begin(.sequence)
    }

    /// Ends the innermost sequence.
    package mutating func endSequence() {
        end(.sequence, ifEmpty: "[]")
    }

    /// Writes a key of the innermost mapping; its value is next.
    package mutating func key(_ key: String) {
        guard let frame = frames.last, frame.kind == .mapping, !frame.awaitsValue else {
            preconditionFailure("the key '\(key)' is outside a mapping or follows a key")
        }
        beginEntry(of: frame)
        let written = ScalarForm(of: key, at: .key).line(key)
        if written.utf8.count > Self.longestSimpleKey {
            append("? ")
            append(written)
            append(Self.lineFeed)
            indent(frame.indent)
        } else {
            append(written)
        }
        append(UInt8(ascii: ":"))
        frames[frames.count - 1].awaitsValue = true
    }

    private mutating func begin(_ kind: Node.Kind) {
        guard let parent = frames.last else {
            frames.append(Frame(kind: kind, indent: indentation.column, lead: .nothing))
            return
        }
        beginValue(in: parent)
        switch parent.kind {
        case .mapping:
            let step = kind == .sequence ? indentation.sequence : indentation.mapping
            frames.append(Frame(kind: kind, indent: parent.indent + step, lead: .line))
        case .sequence:
            frames.append(Frame(kind: kind, indent: parent.indent + 2, lead: .space))
        case .scalar:
            preconditionFailure("a scalar has no children")
        }
    }

    private mutating func end(_ kind: Node.Kind, ifEmpty brackets: String) {
        guard let frame = frames.popLast(), frame.kind == kind, !frame.awaitsValue else {
            preconditionFailure("the end of a \(kind) has no start, or follows a key")
        }
        guard frame.isEmpty else { return }
        if !frames.isEmpty { append(Self.space) }
        append(brackets)
        append(Self.lineFeed)
    }

    /// Moves to the position of the next key or dash of the innermost sequence or mapping.
    private mutating func beginEntry(of frame: Frame) {
        if frame.isEmpty {
            frames[frames.count - 1].isEmpty = false
            switch frame.lead {
            case .nothing:
                return
            case .space:
                append(Self.space)
                return
            case .line:
                append(Self.lineFeed)
            }
        }
        indent(frame.indent)
    }

    /// Prepares for a value in the innermost sequence or mapping; in a sequence, writes its dash.
    private mutating func beginValue(in frame: Frame) {
        if frame.kind == .sequence {
            beginEntry(of: frame)
            append(UInt8(ascii: "-"))
        } else {
            precondition(frame.awaitsValue, "a value without a key")
            frames[frames.count - 1].awaitsValue = false
        }
    }

    private mutating func indent(_ count: Int) {
        for _ in 0..<count { append(Self.space) }
    }
}

// MARK: - Scalars

extension Emitter {
    /// Writes a string: plain, quoted, or as a literal block if it has several lines.
    package mutating func string(_ string: String) {
        let form = ScalarForm(of: string, at: frames.isEmpty ? .document : .value)
        guard case .literal(let isIndicated) = form else { return scalar(form.line(string)) }
        let frame = frames.last
        let step = frame?.kind == .mapping ? indentation.mapping : 2
        let indicator = isIndicated ? step : nil
        scalar(ScalarForm.literalHeader(of: string, indicator: indicator))
        literalLines(of: string, column: (frame?.indent ?? 0) + step)
    }

    /// Writes an integer.
    package mutating func integer(_ value: Int64) {
        scalar(String(value))
    }

    /// Writes a number as the shortest text that every reader reads as the same number.
    ///
    /// It remains a float: `1.0`, `1.0e+300`. Infinities and NaN become `.inf`, `-.inf` and `.nan`,
    /// which Kubernetes rejects.
    package mutating func float(_ value: Double) {
        if value.isFinite {
            scalar(Self.floatText(value.description))
        } else {
            scalar(value.isNaN ? ".nan" : value < 0 ? "-.inf" : ".inf")
        }
    }

    /// Writes `true` or `false`.
    package mutating func boolean(_ value: Bool) {
        scalar(value ? "true" : "false")
    }

    /// Writes `null`.
    package mutating func null() {
        scalar("null")
    }

    /// Writes a JSON number with the same digits.
    ///
    /// `1.50` is unchanged; `1e3` becomes `1.0e+3`, because YAML 1.1 requires a decimal point and
    /// a sign.
    ///
    /// - Parameter literal: A number in the grammar of JSON (RFC 8259 §6).
    package mutating func numberLiteral(_ literal: String) {
        scalar(Self.floatText(literal))
    }

    /// Writes a scalar on one line.
    package mutating func scalar(_ line: String) {
        if let frame = frames.last {
            beginValue(in: frame)
            append(Self.space)
        }
        append(line)
        append(Self.lineFeed)
    }

    private mutating func literalLines(of string: String, column: Int) {
        var beginsLine = true
        for byte in string.utf8 {
            if beginsLine, byte != Self.lineFeed { indent(column) }
            append(byte)
            beginsLine = byte == Self.lineFeed
        }
        if !beginsLine { append(Self.lineFeed) }
    }

    /// Adds a decimal point and a sign to a number with an exponent.
    ///
    /// YAML 1.1 reads it as a string without them.
    private static func floatText(_ number: String) -> String {
        guard let exponent = number.utf8.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") })
        else { return number }
        let mantissa = number[..<exponent]
        let sign = number.index(after: exponent)
        let hasPoint = mantissa.utf8.contains(UInt8(ascii: "."))
        let hasSign = number[sign...].utf8.first.map(ByteSet.signs.contains) ?? false
        return mantissa + (hasPoint ? "e" : ".0e") + (hasSign ? "" : "+") + number[sign...]
    }
}
