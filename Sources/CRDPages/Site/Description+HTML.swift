import CRDGeneratorCore

extension Description {
    /// Adds the description as HTML: paragraphs, lists, and code.
    func addHTML(to output: inout PageOutput) {
        if let firstParagraph {
            output.add("<p>")
            HTML.addInline(firstParagraph[...], to: &output)
            output.add("</p>")
        }
        var lists = OpenLists()
        for block in blocks {
            switch block {
            case .paragraph(let text, let depth):
                lists.close(to: depth, in: &output)
                output.add("<p>")
                HTML.addInline(text[...], to: &output)
                output.add("</p>")
            case .item(let text, let mark, let depth):
                lists.beginItem(mark, depth: depth, in: &output)
                HTML.addInline(text[...], to: &output)
            case .code(let text, let depth):
                lists.close(to: depth, in: &output)
                output.add("<pre><code>")
                output.addHTML(text)
                output.add("</code></pre>")
            }
        }
        lists.close(to: 0, in: &output)
    }
}

/// The lists of a description whose end tags are not written yet, each with an open item.
private struct OpenLists {
    /// The tags of the lists, outer ones first.
    private var tags: [String] = []

    /// Begins an item of the list at a depth, and the list if it is new.
    mutating func beginItem(_ mark: String, depth: Int, in output: inout PageOutput) {
        let tag = mark == "-" ? "ul" : "ol"
        if tags.count > depth, tags[depth] == tag {
            close(to: depth + 1, in: &output)
            output.add("</li><li>")
            return
        }
        close(to: depth, in: &output)
        tags.append(tag)
        let number = tag == "ol" ? Int(mark.dropLast()) : nil
        output.add(number.map { "<ol start=\"\($0)\"><li>" } ?? "<ul><li>")
    }

    /// Ends all lists that are deeper than a depth.
    mutating func close(to depth: Int, in output: inout PageOutput) {
        while tags.count > depth, let tag = tags.popLast() { output.add("</li></\(tag)>") }
    }
}
