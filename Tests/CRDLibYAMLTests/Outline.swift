import CRDLibYAML
import CRDYAML
import TestSupport

extension Node {
    /// What a node means, on one line: `{"a": [1, true, null, "x"]}`.
    ///
    /// - Throws: `Diagnostic` at a scalar that means nothing.
    func outline() throws -> String {
        switch kind {
        case .sequence:
            return "[" + (try items.map { try $0.outline() }).joined(separator: ", ") + "]"
        case .mapping:
            let members = try pairs.map { "\(Self.quoted($0.key)): \(try $0.value.outline())" }
            return "{" + members.joined(separator: ", ") + "}"
        case .scalar:
            switch try resolved() {
            case .null: return "null"
            case .boolean(let value): return "\(value)"
            case .integer(let value): return "\(value)"
            case .unsigned(let value): return "\(value)"
            case .float(let value): return "\(value)"
            case .notFinite(let text): return text
            case .string: return Self.quoted(string)
            }
        }
    }

    /// A string with everything escaped that a reader of a failed test could not see.
    private static func quoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.map { $0.escaped(asASCII: $0.value < 0x20) }.joined() + "\""
    }
}

/// What the documents of a text mean.
func outlines(_ text: String) throws -> [String] {
    try Node.parse(text, file: "test.yaml").map { try $0.outline() }
}

/// What is wrong with a marked text, such as `1️⃣ error: …`; `nil` if nothing is.
func fault(_ marked: String) -> String? {
    let marked = MarkedText(marked)
    return fault(Array(marked.text.utf8), marked)
}

/// What is wrong with bytes, whose places `marked` knows; `nil` if nothing is.
func fault(_ bytes: [UInt8], _ marked: MarkedText = MarkedText("")) -> String? {
    do throws(Diagnostic) {
        _ = try Node.parse(bytes, file: "test.yaml")
        return nil
    } catch {
        return marked.show([error])[0]
    }
}
