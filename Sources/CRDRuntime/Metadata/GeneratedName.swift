/// Names that the server creates from `generateName` by adding five random characters.
package enum GeneratedName {
    /// Returns an example of a created name; the beginning has at most 58 bytes.
    package static func example(_ base: String) -> String {
        String(decoding: base.utf8.prefix(58), as: UTF8.self) + "xxxxx"
    }

    /// Returns the form of the name in messages, because the end is not known.
    package static func shown(_ base: String) -> String {
        String(decoding: base.utf8.prefix(58), as: UTF8.self) + "<random>"
    }
}
