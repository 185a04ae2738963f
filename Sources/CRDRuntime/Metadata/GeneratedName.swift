/// Names that the server completes with five random characters.
package enum GeneratedName {
    /// A name that may come out of it; the beginning has at most 58 bytes.
    package static func example(_ base: String) -> String {
        String(decoding: base.utf8.prefix(58), as: UTF8.self) + "xxxxx"
    }

    /// How a message shows it, since the end is not known.
    package static func shown(_ base: String) -> String {
        String(decoding: base.utf8.prefix(58), as: UTF8.self) + "<random>"
    }
}
