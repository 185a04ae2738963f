import CRDDefinitionValidity
import CRDYAML
import KubernetesCEL

extension CompileIssue {
    /// Returns the position of the issue in the file of an expression.
    ///
    /// - Parameters:
    ///   - text: The text that is compiled: the server removes white space from some expressions.
    ///   - node: The expression.
    /// - Returns: The position; `nil` if it is unknown.
    func position(in text: String, of node: Node) -> SourcePosition? {
        let lines = SourceLines(node.source, isJSON: node.isJSON)
        guard line > 0, let positions = ScalarPositions(node, in: lines) else { return nil }
        let isTrimmed = text.utf8.count < node.string.utf8.count
        let before = node.string.unicodeScalars.prefix { isTrimmed && $0.properties.isWhitespace }
            .map(\.self)
        let lineStart = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
        let indentation = line == 1 ? before.count - lineStart : 0
        return positions.position(
            line: line + before.count { $0 == "\n" },
            column: column + indentation
        )
    }
}
