import CRDGeneratorCore

/// Writes text as HTML, in which nothing of the text is markup.
///
/// The result is safe in elements and in quoted values of attributes. It must not be written into
/// `<script>`, `<style>`, or names of tags and attributes.
enum HTML {
    /// Byte → its replacement; `nil` for bytes that stand for themselves.
    ///
    /// Browsers reject control characters in documents, or show nothing for them.
    fileprivate static let replacements: [[UInt8]?] = (0..<256).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "&"): Array("&amp;".utf8)
        case UInt8(ascii: "<"): Array("&lt;".utf8)
        case UInt8(ascii: ">"): Array("&gt;".utf8)
        case UInt8(ascii: "\""): Array("&quot;".utf8)
        case UInt8(ascii: "'"): Array("&#39;".utf8)
        case UInt8(ascii: "\n"), UInt8(ascii: "\t"): nil
        case 0..<0x20, 0x7F: Array("\u{FFFD}".utf8)
        default: nil
        }
    }
}

extension PageOutput {
    /// Adds a text as HTML.
    mutating func addHTML(_ text: String) {
        addHTML(text.utf8)
    }

    /// Adds a text in UTF-8 as HTML.
    mutating func addHTML(_ text: some Collection<UInt8>) {
        for byte in text {
            if let replacement = HTML.replacements[Int(byte)] {
                add(replacement)
            } else {
                add(byte)
            }
        }
    }

    /// Adds a link to a page or an element of the site.
    ///
    /// - Parameters:
    ///   - address: The address, relative to the page.
    ///   - text: The text of the link.
    ///   - attributes: Other attributes of the tag, as HTML that begins with a space.
    mutating func addHTMLLink(to address: String, _ text: String, attributes: String = "") {
        add("<a\(attributes) href=\"")
        addHTML(address)
        add("\">")
        addHTML(text)
        add("</a>")
    }

    /// Adds a text in code font.
    mutating func addHTMLCode(_ text: String) {
        add("<code>")
        addHTML(text)
        add("</code>")
    }
}
