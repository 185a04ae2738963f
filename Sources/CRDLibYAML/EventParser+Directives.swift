import CCRDLibYAML
import CRDYAML

extension EventParser {
    /// How many directives a text may have.
    ///
    /// libyaml compares each `%TAG` with all before it, and each tag with all of them: 50,000 in a
    /// text of a megabyte would take it half a minute.
    static let mostDirectives = 100

    /// Looks for directives, which is what lines that begin with `%` are, before libyaml does.
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
                    "more than \(Self.mostDirectives) directives, which is refused",
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
        // A byte order mark ends in none of these, and has two or three bytes.
        return place <= 3 && bytes[0] >= 0xEF
    }
}
