/// Text in the cell of a table of GitHub Flavored Markdown.
package enum MarkdownCell {
    /// Returns a text that is shown as it is: nothing in it is markup, a link, or a mention.
    package static func text(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": escaped += "<br>"
            case "\r": break
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            // As references, they are neither mentions nor numbers of issues.
            case "@", "#": escaped += "&#\(scalar.value);"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "|", "~", "!", "$":
                escaped += "\\"
                escaped.unicodeScalars.append(scalar)
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        // GitHub makes links of URLs.
        return escaped.replacing("://", with: "&#58;//").replacing("www.", with: "www&#46;")
    }

    /// Returns a text in a fixed-width font; empty for an empty text.
    package static func code(_ text: String) -> String {
        if text.isEmpty { return "" }
        return "<code>\(Self.text(text))</code>"
    }
}
