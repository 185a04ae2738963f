import Foundation

/// Faults of the Terraform provider's pages, which our pages do not have.
enum ProviderFaults {
    /// The text of a CRD with both spellings of one property exchanged, which exchanges the schemas
    /// of the two.
    ///
    /// Of two properties with one attribute name, the provider takes the one that is spelled without
    /// `_`. In `getambassador.io/v2` it took the other one.
    static func exchangingSpellings(in crd: String) -> String {
        crd.replacing("ambassadorId:", with: "ambassador:id:")
            .replacing("ambassador_id:", with: "ambassadorId:")
            .replacing("ambassador:id:", with: "ambassador_id:")
    }

    /// The page with the names that the provider gives to nested levels.
    ///
    /// Its code appends names to one slice for all siblings. Where Go's `append` finds spare
    /// capacity, each level has the name of the sibling that is written last.
    static func sharingNames(in page: String) -> String {
        var lines = page.components(separatedBy: "\n")
        let names = SharedNames(lines)
        for (position, line) in lines.enumerated() {
            if let path = headingPath(line) {
                let shown = names.path(path).joined(separator: ".")
                lines[position] = "\(heading)\(shown)`"
            } else if let start = line.range(of: anchor, options: .backwards)?.upperBound,
                line.hasPrefix("<a id=") || line.hasSuffix("))")
            {
                let path = line[start...].prefix { $0 != "\"" && $0 != ")" }
                var shown = path.components(separatedBy: "--")
                let last = shown.removeLast()
                shown = names.path(shown) + [last]
                lines[position] =
                    line[..<start] + shown.joined(separator: "--") + line[path.endIndex...]
            }
        }
        return lines.joined(separator: "\n")
    }

    private static let heading = "### Nested Schema for `"
    private static let anchor = "nestedatt--"

    private static func headingPath(_ line: String) -> [String]? {
        guard line.hasPrefix(heading) else { return nil }
        return line.dropFirst(heading.count).dropLast().components(separatedBy: ".")
    }

    /// The last name of each level.
    private struct SharedNames {
        private var lastNames: [[String]: String] = [:]

        init(_ lines: [String]) {
            var path: [String] = []
            for line in lines {
                if let heading = headingPath(line) {
                    path = heading
                } else if line.hasPrefix("- `") {
                    lastNames[path] = String(line.dropFirst(3).prefix { $0 != "`" })
                }
            }
        }

        /// The names that the provider writes for a path.
        func path(_ path: [String]) -> [String] {
            path.enumerated().map { depth, name in
                let isShared = depth >= 3 && depth & (depth - 1) != 0
                return isShared ? lastNames[Array(path[..<depth])] ?? name : name
            }
        }
    }
}
