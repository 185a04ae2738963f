import CRDReports

extension CatalogComparison {
    /// The changes as a table in Markdown, for a comment on a pull request; the summary is the
    /// heading.
    package var markdown: String {
        var text = "### CRDs: \(MarkdownCell.text(summary))\n"
        if changes.isEmpty { return text }
        text += "\n| Field | Change | Manifests | Swift source |\n|---|---|---|---|\n"
        for change in changes {
            let cells = [
                MarkdownCell.code(change.subject),
                MarkdownCell.text(change.message),
                change.grade.manifests.cell,
                change.grade.source == .breaking ? "**breaking**" : "same",
            ]
            text += "| \(cells.joined(separator: " | ")) |\n"
        }
        return text
    }
}

extension ChangeGrade.Manifests {
    fileprivate var cell: String {
        switch self {
        case .rejected: "**rejected**"
        case .changed: "**changed**"
        case .same: "same"
        }
    }
}
