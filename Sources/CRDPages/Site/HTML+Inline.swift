import CRDGeneratorCore

extension HTML {
    /// Adds a paragraph of a description.
    ///
    /// As on Markdown pages, text in back-ticks becomes code, and `[text](https://…)` and other
    /// URLs become links. Everything else is text.
    static func addInline(
        _ text: ArraySlice<UInt8>,
        isInLink: Bool = false,
        to output: inout PageOutput
    ) {
        var written = text.startIndex
        var position = text.startIndex
        while position < text.endIndex {
            guard let span = InlineSpan(in: text, at: position, isInLink: isInLink),
                span.range.lowerBound >= written
            else {
                position += 1
                continue
            }
            output.addHTML(text[written..<span.range.lowerBound])
            add(span.content, to: &output)
            position = span.range.upperBound
            written = position
        }
        output.addHTML(text[written...])
    }

    private static func add(_ content: InlineSpan.Content, to output: inout PageOutput) {
        switch content {
        case .code(let code):
            output.add("<code>")
            output.addHTML(code)
            output.add("</code>")
        case .link(let link):
            output.addLinkStart(link.target)
            addInline(link.text, isInLink: true, to: &output)
            output.add("</a>")
        case .address(let address):
            output.addLinkStart(address)
            output.addHTML(address)
            output.add("</a>")
        }
    }
}

// MARK: - Words

extension HTML {
    /// Adds words of ``SchemaWords`` or ``RuleForm``, whose only markup is that of
    /// ``Markdown/code(_:)``.
    static func addWords(_ markdown: String, to output: inout PageOutput) {
        let backtick = UInt8(ascii: "`")
        let bytes = Array(markdown.utf8)
        var position = 0
        while position < bytes.count {
            guard bytes[position] == backtick else {
                let end = bytes[position...].firstIndex(of: backtick) ?? bytes.count
                output.addHTML(bytes[position..<end])
                position = end
                continue
            }
            let start = endOfTicks(bytes, position)
            let end = codeEnd(bytes, after: start, ticks: start - position)
            output.add("<code>")
            output.addHTML(withoutPadding(bytes[start..<end]))
            output.add("</code>")
            position = min(end + start - position, bytes.count)
        }
    }

    private static func endOfTicks(_ bytes: [UInt8], _ start: Int) -> Int {
        bytes[start...].firstIndex { $0 != UInt8(ascii: "`") } ?? bytes.count
    }

    /// Returns the position of the next back-ticks of the same number.
    private static func codeEnd(_ bytes: [UInt8], after start: Int, ticks: Int) -> Int {
        var position = start
        while let next = bytes[position...].firstIndex(of: UInt8(ascii: "`")) {
            position = endOfTicks(bytes, next)
            if position - next == ticks { return next }
        }
        return bytes.count
    }

    /// Returns code without the space that separates it from its back-ticks.
    private static func withoutPadding(_ code: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard code.count > 1, code.first == 0x20, code.last == 0x20 else { return code }
        return code.dropFirst().dropLast()
    }
}

extension PageOutput {
    /// Adds the start tag of a link to another site.
    ///
    /// - Parameter url: A URL with the scheme `http` or `https`.
    fileprivate mutating func addLinkStart(_ url: ArraySlice<UInt8>) {
        add("<a href=\"")
        addHTML(url)
        add("\" rel=\"noopener noreferrer\">")
    }
}
