import CRDValues

extension ResourceDefinition.PrinterColumn {
    /// The type, and the format if there is one.
    var typeWords: String {
        [type, format].compactMap(\.self).joined(separator: ", ")
    }

    /// The description on one line, and whether the column is printed only with `-o wide`; empty
    /// if there is nothing to say.
    var descriptionWords: String {
        let line = description?.split(whereSeparator: \.isNewline).joined(separator: " ")
        let wide = priority > 0 ? "only with -o wide" : nil
        return [line, wide].compactMap(\.self).joined(separator: "; ")
    }
}
