import CRDJSON
public import CRDRuntime
import CRDValues

extension Resource {
    /// Returns the cells that `kubectl get` shows for the resource: its name, and the columns of its
    /// CRD, or its age if the CRD has no columns.
    ///
    /// ```swift
    /// for cell in try job.printerColumns() { print(cell.header, cell.text) }
    /// ```
    ///
    /// - Parameters:
    ///   - now: The time from which ages are computed.
    ///   - wide: Whether the columns are included that `kubectl get` shows only with `-o wide`.
    /// - Returns: The cells in the order of the table.
    /// - Throws: The errors of types of your own.
    public func printerColumns(
        now: DateTime = .now,
        wide: Bool = false
    ) throws -> [PrinterCell] {
        let value = try jsonValue
        var columns = Self.definition.printerColumns
        if columns.isEmpty {
            columns = [.init(name: "Age", type: "date", jsonPath: ".metadata.creationTimestamp")]
        }
        let shown = columns.filter { wide || $0.priority == 0 }
        return [PrinterCell(header: "NAME", text: metadata.name)]
            + shown.map { column in
                PrinterCell(
                    header: column.name.uppercased(),
                    text: column.cell(of: value, now: now).oneLine
                )
            }
    }
}

extension ResourceDefinition.PrinterColumn {
    /// Returns the text of the column (`tableconvertor` of apiextensions-apiserver v0.35).
    fileprivate func cell(of value: JSONValue, now: DateTime) -> String {
        guard let found = JSONPath(jsonPath)?.values(in: value)?.first else { return "" }
        switch (type, found) {
        case ("string", _): return found.goText
        case ("integer", .number(let number)):
            switch GoNumber(number) {
            case .integer(let integer): return String(integer)
            case .float(let double): return Int64(exactly: double.rounded(.towardZero)).goText
            }
        case ("number", .number(let number)):
            // The server sends a JSON number, and 'kubectl' reads it as an integer if it is one.
            let double = number.double
            return Int64(exactly: double).map { String($0) } ?? GoText.number(double)
        case ("boolean", .boolean(let boolean)): return String(boolean)
        case ("date", .string(let text)): return DateTime(text).age(at: now)
        default: return ""
        }
    }
}

extension Int64? {
    fileprivate var goText: String { map { String($0) } ?? "" }
}

extension JSONValue {
    /// The value as a cell of the type `string` (`JSONPath.PrintResults` of client-go v0.35).
    fileprivate var goText: String {
        switch self {
        case .null: "<no value>"
        case .boolean(let value): String(value)
        case .string(let text): text
        case .array, .object: GoText.json(self)
        case .number(let number):
            switch GoNumber(number) {
            case .integer(let integer): String(integer)
            case .float(let double): GoText.number(double)
            }
        }
    }
}

extension DateTime {
    /// Returns the time since this timestamp, as a table shows it.
    fileprivate func age(at now: DateTime) -> String {
        if text.isEmpty { return "<unknown>" }
        guard let time = timeSince1970, let now = now.timeSince1970 else { return "<invalid>" }
        return ElapsedTime.text(now - time)
    }
}

extension String {
    /// The first line, as `kubectl` prints a cell, with `...` if there are more.
    fileprivate var oneLine: String {
        let line = unicodeScalars.prefix { !["\n", "\r", "\u{0C}"].contains($0) }
        return line.count == unicodeScalars.count ? self : String(line) + "..."
    }
}
