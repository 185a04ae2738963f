import CRDYAML

extension String {
    /// Returns the text as a scalar on one line, in a style if that is possible.
    ///
    /// Quotes are kept: `.doubleQuoted` gives double quotes, and `.singleQuoted` gives single quotes
    /// if the text needs no escapes. Otherwise, the scalar has the simplest form in which every
    /// reader reads the same string.
    ///
    /// - Parameters:
    ///   - style: The style of the scalar that it replaces.
    ///   - isInFlow: Whether it is in a sequence or mapping in brackets.
    /// - Returns: The scalar; `nil` if it is best written as a literal block.
    func scalar(in style: Node.Style, isInFlow: Bool) -> String? {
        if case .doubleQuoted = style { return ScalarForm.doubleQuoted.line(self) }
        let form = ScalarForm(of: self, at: isInFlow ? .key : .value)
        switch form {
        case .literal: return nil
        case .doubleQuoted, .singleQuoted: return form.line(self)
        case .plain:
            if case .singleQuoted = style { return ScalarForm.singleQuoted.line(self) }
            let isSafe = !isInFlow || !utf8.contains { ",[]{}:?#".utf8.contains($0) }
            return isSafe ? self : ScalarForm.singleQuoted.line(self)
        }
    }
}
