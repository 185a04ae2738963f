import CRDYAML

/// The documents of a text, read around those with a syntax error.
struct StreamParts {
    private let bytes: [UInt8]
    private let file: String
    /// The offset of each part, which is a document with its separator.
    private var starts: [Int] = [0]
    /// The number of the first line of each part, from 1.
    private var lines: [Int] = [1]
    private(set) var documents: [Node] = []
    private(set) var errors: [Diagnostic] = []

    /// The maximum number of parts with an error; the text is read again after each.
    private static let mostErrors = 100

    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    /// Reads all documents that can be read.
    mutating func read() {
        do throws(Diagnostic) {
            documents = try ManifestDocuments.parse(bytes, file: file)
        } catch {
            split()
            var first = 0
            while first < starts.count, errors.count < Self.mostErrors {
                first = readAround(first)
            }
            if first < starts.count {
                let message =
                    "more than \(Self.mostErrors) documents have syntax errors, "
                    + "the rest is not read"
                let position = SourcePosition(line: lines[first], column: 1)
                errors.append(Diagnostic(.error, message, file: file, at: position))
            }
        }
    }

    /// Finds the separators: lines that begin with `---`, with the directives above them.
    private mutating func split() {
        var line = 1
        var start = 0
        var directives: (start: Int, line: Int)?
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1
            if bytes[start] == UInt8(ascii: "%") {
                directives = directives ?? (start, line)
            } else {
                if isSeparator(start), start > 0 {
                    let place = directives ?? (start, line)
                    if place.start > 0 {
                        starts.append(place.start)
                        lines.append(place.line)
                    }
                }
                directives = nil
            }
            start = end + 1
            line += 1
        }
    }

    private func isSeparator(_ start: Int) -> Bool {
        guard bytes[start...].starts(with: "---".utf8) else { return false }
        return start + 3 == bytes.count || " \t\r\n".utf8.contains(bytes[start + 3])
    }

    /// Reads the parts from one on, up to the first with an error.
    ///
    /// - Returns: The part after the one with the error.
    private mutating func readAround(_ first: Int) -> Int {
        var end = starts.count
        while true {
            do throws(Diagnostic) {
                documents += try ManifestDocuments.parse(text(first..<end), file: file)
                return end
            } catch {
                // An error is found in the part that has it, or where the next one begins.
                let line = error.position?.line ?? lines[first]
                let part = lines.lastIndex { $0 <= line } ?? first
                end = max(first, min(part, end - 1))
                if end > first { continue }
                errors.append(error)
                return first + 1
            }
        }
    }

    /// Returns the text of some parts, after as many line breaks as the text has before it, so that
    /// source locations are those of the whole text.
    private func text(_ parts: Range<Int>) -> [UInt8] {
        let end = parts.upperBound < starts.count ? starts[parts.upperBound] : bytes.count
        let before = [UInt8](repeating: UInt8(ascii: "\n"), count: lines[parts.lowerBound] - 1)
        return before + bytes[starts[parts.lowerBound]..<end]
    }
}
