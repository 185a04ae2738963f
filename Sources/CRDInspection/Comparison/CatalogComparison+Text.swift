import CRDRuntime
import CRDValues
import CRDYAML

extension CatalogComparison {
    /// Returns a line for each change, and a summary.
    ///
    ///     new.yaml:31:15: breaking (source): example.com/v1/Widget.spec.max_size (spec.maxSize): …
    ///     1 change: 1 breaking (source); 2 descriptions changed
    ///
    /// - Parameter style: The style of source locations and grades.
    /// - Returns: The lines, each with a line feed.
    package func text(style: TextStyle = .plain) -> String {
        var text = ""
        for change in changes { text += Self.line(change, style) + "\n" }
        return text + summary + "\n"
    }

    private static func line(_ change: APIChange, _ style: TextStyle) -> String {
        var location = change.file
        if let position = change.position { location += ":\(position.line):\(position.column)" }
        var subject = change.resource
        let path = change.path
        if !path.names.isEmpty {
            subject += (path.names.hasPrefix("[") ? "" : ".") + path.names
            if path.names != path.keys { subject += " (\(path.keys))" }
        }
        let grade =
            switch change.grade {
            case .source, .values: style.bad(change.grade.title)
            case .compatible: style.good(change.grade.title)
            }
        return "\(style.faint("\(location):")) \(grade): \(subject): \(change.message)"
    }

    /// `3 changes: 1 breaking (source), 2 compatible; 4 descriptions changed`.
    private var summary: String {
        let counts = APIChange.Grade.allCases.compactMap { grade -> String? in
            let count = count(grade)
            return count == 0 ? nil : "\(count) \(grade.title)"
        }
        var text: String
        switch changes.count {
        case 0: text = "no changes"
        case 1: text = "1 change: \(counts.joined())"
        case let count: text = "\(count) changes: \(counts.joined(separator: ", "))"
        }
        if descriptionCount > 0 {
            let noun = descriptionCount == 1 ? "description" : "descriptions"
            text += "; \(descriptionCount) \(noun) changed"
        }
        return text
    }

    func count(_ grade: APIChange.Grade) -> Int {
        changes.count { $0.grade == grade }
    }
}

extension APIChange {
    /// The kind in the form that `crdgen explain` accepts: `example.com/v1/Widget`.
    fileprivate var resource: String {
        let parts = [group.isEmpty ? nil : group, version, kind]
        return parts.compactMap(\.self).joined(separator: "/")
    }
}
