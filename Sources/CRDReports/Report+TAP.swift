import CRDRuntime
import CRDValues
import CRDYAML

extension Report {
    /// The parts as test points of the Test Anything Protocol, version 14, with their findings as
    /// YAML diagnostics.
    package var tap: String {
        var text = "TAP version 14\n1..\(parts.count)\n"
        for (index, part) in parts.enumerated() { text += part.testPoint(index + 1) }
        for line in remarks.text.split(whereSeparator: \.isNewline) { text += "# \(line)\n" }
        return text
    }
}

extension Report.Part {
    fileprivate func testPoint(_ number: Int) -> String {
        let file = object == nil ? nil : file
        let name = Self.escaped([title, file.map { "(\($0))" }].compactMap(\.self))
        var line: String
        switch outcome {
        case .passed: line = "ok \(number) - \(name)"
        case .failed: line = "not ok \(number) - \(name)"
        case .skipped(let reason):
            line = "ok \(number) - \(name) # SKIP \(Self.escaped([reason]))"
        }
        if findings.isEmpty { return line + "\n" }
        line += "\n  ---\n  findings:\n"
        for finding in findings { line += finding.yaml }
        return line + "  ...\n"
    }

    /// Returns words in one line, without the start of a directive.
    private static func escaped(_ words: [String]) -> String {
        words.joined(separator: " ")
            .replacing("\\", with: "\\\\")
            .replacing("#", with: "\\#")
            .split(whereSeparator: \.isNewline)
            .joined(separator: " ")
    }
}

extension Finding {
    /// The finding as an entry of a list in YAML, whose strings are those of JSON.
    fileprivate var yaml: String {
        guard case .object(let members) = json else { return "" }
        var text = ""
        for (key, value) in zip(members.keys, members.values) where value != .null {
            let scalar = value.string?.doubleQuoted(escape: Self.escape) ?? value.jsonText
            text += "\(text.isEmpty ? "    - " : "      ")\(key): \(scalar)\n"
        }
        return text
    }

    /// Returns the escape of a scalar that YAML does not have, or reads as a line break.
    private static func escape(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028...0x2029, 0xFEFF, 0xFFFE...0xFFFF:
            "\\u\(scalar.hexadecimal(digits: 4, uppercase: true))"
        default: nil
        }
    }
}
