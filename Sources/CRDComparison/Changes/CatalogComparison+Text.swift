package import CRDReports
import CRDRuntime
import CRDValues
import CRDYAML

extension CatalogComparison {
    /// Returns a line for each change, and a summary.
    ///
    ///     new.yaml:31:15: breaking (source): example.com/v1/Widget.spec.max_size (spec.maxSize): …
    ///     1 change: 1 breaking (source); 2 descriptions changed
    ///
    /// - Parameters:
    ///   - style: The style of source locations and grades.
    ///   - hasSummary: Whether the text has the summary.
    /// - Returns: The lines, each with a line feed.
    package func text(style: TextStyle = .plain, hasSummary: Bool = true) -> String {
        let lines = changes.map { Self.line($0, style) } + (hasSummary ? [summary] : [])
        return lines.map { $0 + "\n" }.joined()
    }

    private static func line(_ change: APIChange, _ style: TextStyle) -> String {
        var location = change.file
        if let position = change.position { location += ":\(position.line):\(position.column)" }
        let isBreaking = change.grade != .compatible
        let grade = isBreaking ? style.bad(change.grade.title) : style.good(change.grade.title)
        return "\(style.faint("\(location):")) \(grade): \(change.text)"
    }

    /// `3 changes: 2 breaking (source), 1 breaking (manifests), 1 compatible; 4 descriptions
    /// changed`: a change that breaks both counts for both.
    var summary: String {
        let counts = counts.compactMap { count, title in count == 0 ? nil : "\(count) \(title)" }
        var text: String
        switch changes.count {
        case 0: text = "no changes"
        case 1: text = "1 change: \(counts.joined(separator: ", "))"
        case let count: text = "\(count) changes: \(counts.joined(separator: ", "))"
        }
        if ignoredCount > 0 { text += "; \(ignoredCount) ignored" }
        if descriptionCount > 0 {
            let noun = descriptionCount == 1 ? "description" : "descriptions"
            text += "; \(descriptionCount) \(noun) changed"
        }
        return text
    }

    private var counts: [(Int, String)] {
        let grades = changes.map(\.grade)
        return [
            (grades.count { $0.source == .breaking }, "breaking (source)"),
            (grades.count { $0.manifests == .rejected }, "breaking (manifests)"),
            (grades.count { $0.manifests == .changed }, "changed (manifests)"),
            (grades.count { $0 == .compatible }, "compatible"),
        ]
    }
}

extension APIChange {
    /// The resource, the path, and the message.
    var text: String { "\(subject): \(message)" }

    /// The resource with the path of the field, in both spellings.
    var subject: String {
        if path.names.isEmpty { return resource }
        let names = resource + (path.names.hasPrefix("[") ? "" : ".") + path.names
        return path.names == path.keys ? names : "\(names) (\(path.keys))"
    }

    /// The kind in the form that `crdgen explain` accepts: `example.com/v1/Widget`.
    var resource: String {
        let parts = [group.isEmpty ? nil : group, version, kind]
        return parts.compactMap(\.self).joined(separator: "/")
    }
}
