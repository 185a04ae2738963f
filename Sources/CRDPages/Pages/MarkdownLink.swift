import CRDGeneratorCore

/// A link to another site in a description: `[text](https://example.com)`.
///
/// Only plain links are read: the text has no brackets, and the target has no spaces.
struct MarkdownLink {
    /// The text of the link.
    let text: ArraySlice<UInt8>
    /// The URL, with the scheme `http` or `https`.
    let target: ArraySlice<UInt8>
    /// The position after the link.
    let end: Int

    /// Reads the link that begins at a bracket; `nil` if there is none.
    init?(in bytes: ArraySlice<UInt8>, at start: Int) {
        // An image, or an escaped bracket.
        if start > bytes.startIndex, "!\\".utf8.contains(bytes[start - 1]) { return nil }
        let rest = bytes[(start + 1)...]
        guard let bracket = rest.firstIndex(where: { "[]".utf8.contains($0) }),
            bytes[bracket] == UInt8(ascii: "]"), bytes[bracket...].starts(with: "](".utf8)
        else { return nil }
        text = rest[..<bracket]
        target = Self.target(bytes[(bracket + 2)...])
        end = target.endIndex + 1
        guard text.contains(where: { $0 > 0x20 }), Self.isURL(target),
            target.endIndex < bytes.endIndex, bytes[target.endIndex] == UInt8(ascii: ")")
        else { return nil }
    }

    /// Returns the bytes before a blank or the parenthesis that closes the target.
    private static func target(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var depth = 0
        return bytes.prefix { byte in
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            return depth >= 0 && Markdown.isAddressByte(byte)
        }
    }

    private static func isURL(_ target: ArraySlice<UInt8>) -> Bool {
        ["https://", "http://"].contains { scheme in
            target.starts(with: scheme.utf8)
                && target.dropFirst(scheme.utf8.count).first.map(Markdown.isWordByte) == true
        }
    }

    /// Adds the link as Markdown.
    func add(to output: inout PageOutput) {
        output.add("[")
        Markdown.addInline(text, startsBlock: false, isInLink: true, to: &output)
        output.add("](<")
        // In a target, `&` can begin the name of a character.
        output.add(String(decoding: target, as: UTF8.self).replacing("&", with: "&amp;"))
        output.add(">)")
    }
}
