/// Code with line breaks if one line would be too long, in the style of `swift format`.
extension SwiftText {
    /// Adds two parts on one line, such as `name: Type`, or the second part on the next line.
    mutating func line(_ first: String, before second: String, _ closing: String = "") {
        if fits(first.utf8.count + 1 + second.utf8.count + closing.utf8.count) {
            return line(first, " ", second, closing)
        }
        line(first)
        indented { text in text.line(second, closing) }
    }

    /// Adds an opening with its arguments on one line, such as `fields.map("tags", &self.tags)`, or
    /// with one argument per line.
    mutating func call(_ opening: String, _ arguments: [String], _ closing: String = ")") {
        items(opening, arguments, closing, afterLast: "")
    }

    /// Adds an array or dictionary literal on one line, or with one element per line.
    mutating func list(_ opening: String, _ elements: [String], _ closing: String = "]") {
        items(opening, elements, closing, afterLast: ",")
    }

    private mutating func items(
        _ opening: String,
        _ items: [String],
        _ closing: String,
        afterLast end: String
    ) {
        let joined = items.joined(separator: ", ")
        if fits(opening.utf8.count + joined.utf8.count + closing.utf8.count) {
            return line(opening, joined, closing)
        }
        block(opening, closing: closing) { text in
            for item in items.dropLast() { text.line(item, ",") }
            if let last = items.last { text.line(last, end) }
        }
    }

    /// Adds an opening and a string literal, with line breaks at spaces if one line would be too
    /// long.
    mutating func literal(_ opening: String, _ value: String, _ closing: String = "") {
        let literal = SwiftLiteral.string(value)
        var rest = literal.utf8.dropFirst().dropLast()
        if fits(opening.utf8.count + literal.utf8.count + closing.utf8.count)
            || !rest.contains(UInt8(ascii: " "))
        {
            return line(opening, literal, closing)
        }
        line(opening, "\"\"\"")
        indented { text in
            while !text.fits(rest.count), let end = text.breakingPoint(in: rest) {
                text.line(String(Substring(rest[..<end])), "\\")
                rest = rest[end...]
            }
            text.line(String(Substring(rest)))
            text.line("\"\"\"", closing)
        }
    }

    /// Returns the end of the longest part that fits and ends with a space, or of the shortest part
    /// that ends with a space; `nil` if there is no text after a space.
    private func breakingPoint(in text: Substring.UTF8View) -> Substring.UTF8View.Index? {
        var end: Substring.UTF8View.Index?
        var count = 1  // the backslash at the end
        for index in text.indices {
            count += 1
            guard text[index] == UInt8(ascii: " ") else { continue }
            if !fits(count), end != nil { break }
            end = text.index(after: index)
        }
        return end == text.endIndex ? nil : end
    }

    /// Adds a declaration with a body.
    ///
    /// If its head is too long for one line, the types are on separate lines and the brace is
    /// below.
    mutating func block(
        _ first: String,
        before types: [String],
        _ body: (inout SwiftText) -> Void
    ) {
        let head = "\(first) \(types.joined(separator: ", ")) {"
        if fits(head.utf8.count) { return block(head, body) }
        line(first)
        indented { text in
            for type in types.dropLast() { text.line(type, ",") }
            if let last = types.last { text.line(last) }
        }
        block("{", body)
    }

    /// Adds an accessor with one statement.
    mutating func accessor(
        _ keyword: String,
        _ statement: String,
        subscript argument: String? = nil
    ) {
        let code = statement + (argument.map { "[\($0)]" } ?? "")
        if fits(keyword.utf8.count + code.utf8.count + " {  }".utf8.count) {
            return line(keyword, " { ", code, " }")
        }
        block(keyword + " {") { $0.statement(statement, subscript: argument) }
    }

    /// Adds a statement that ends with a subscript, if there is one.
    mutating func statement(_ text: String, subscript argument: String?) {
        if let argument { call(text + "[", [argument], "]") } else { line(text) }
    }

    /// Adds a declaration with one parameter per line, or on one line if it has at most one
    /// parameter and fits.
    mutating func parameterList(
        _ opening: String,
        _ parameters: [(name: String, type: String)],
        _ body: (inout SwiftText) -> Void
    ) {
        if parameters.count <= 1 {
            let parameter = parameters.first.map { "\($0.name) \($0.type)" } ?? ""
            let head = "\(opening)\(parameter)) {"
            if fits(head.utf8.count) { return block(head, body) }
        }
        block(opening, closing: ") {") { text in
            for (position, parameter) in parameters.enumerated() {
                let comma = position == parameters.count - 1 ? "" : ","
                text.line(parameter.name, before: parameter.type, comma)
            }
        }
        indented(body)
        line("}")
    }
}
