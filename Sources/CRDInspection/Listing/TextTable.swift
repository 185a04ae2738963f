/// A table of plain text, with columns as wide as their content.
struct TextTable {
    /// A column with its heading.
    enum Column {
        /// Text, aligned to the left.
        case left(String)
        /// Numbers, aligned to the right.
        case right(String)

        fileprivate var heading: String {
            switch self {
            case .left(let heading), .right(let heading): heading
            }
        }
    }

    private let columns: [Column]
    private var rows: [[String]] = []

    /// Starts a table.
    init(columns: [Column]) {
        self.columns = columns
    }

    /// Adds a row, which has a text for each column.
    mutating func add(_ row: [String]) {
        precondition(row.count == columns.count, "a row of another table")
        rows.append(row)
    }

    /// The headings and rows, each with a line feed and without trailing spaces.
    var text: String {
        let all = [columns.map(\.heading)] + rows
        let widths = columns.indices.map { column in
            all.lazy.map { $0[column].unicodeScalars.count }.max() ?? 0
        }
        var text = ""
        for row in all {
            var line = ""
            for (column, cell) in row.enumerated() {
                let padding = String(
                    repeating: " ",
                    count: widths[column] - cell.unicodeScalars.count
                )
                if column > 0 { line += "  " }
                switch columns[column] {
                case .left: line += cell + padding
                case .right: line += padding + cell
                }
            }
            while line.last == " " { line.removeLast() }
            text += line + "\n"
        }
        return text
    }
}
