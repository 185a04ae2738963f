import CCRDLibYAML
import CRDYAML

extension EventParser {
    /// The maximum number of directives in a text.
    ///
    /// libyaml compares each `%TAG` with all earlier ones, and each tag with all of them. For
    /// 50,000 directives in one megabyte, this would take half a minute.
    static let mostDirectives = 100

    /// Counts the directives, which are the lines that begin with `%`, before libyaml reads them.
    ///
    /// - Throws: `Diagnostic` if there are too many.
    func checkDirectives() throws(Diagnostic) {
        guard let start = bytes.baseAddress else { return }
        var count = 0
        var position = 0
        while position < bytes.count,
            let found = memchr(start + position, Int32(UInt8(ascii: "%")), bytes.count - position)
        {
            let place = start.distance(to: found.assumingMemoryBound(to: UInt8.self))
            if beginsLine(place) { count += 1 }
            if count > Self.mostDirectives {
                throw Diagnostic(
                    .error,
                    "more than \(Self.mostDirectives) directives, which is the maximum",
                    file: file
                )
            }
            position = place + 1
        }
    }

    /// Whether a byte follows a line break, in UTF-8 or UTF-16.
    private func beginsLine(_ place: Int) -> Bool {
        var before = place - 1
        if before >= 0, bytes[before] == 0 { before -= 1 }
        if before < 0 || bytes[before] == 0x0A || bytes[before] == 0x0D { return true }
        // A byte order mark does not end with one of these bytes, and has two or three bytes.
        return place <= 3 && bytes[0] >= 0xEF
    }
}
