/// An expression after parsing, as a value without positions.
///
/// Texts that differ only in white space, comments, quotes, or redundant parentheses give equal
/// expressions.
package indirect enum ParsedExpression: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    /// A variable or the name of a type, such as `self`.
    case name(String)
    /// `operand.field`
    case select(ParsedExpression, String)
    /// `has(operand.field)`
    case has(ParsedExpression, String)
    /// A chain of `&&`.
    case all([ParsedExpression])
    /// A chain of `||`.
    case any([ParsedExpression])
    /// An operator or function, such as `_==_` or `size`.
    case call(String, target: ParsedExpression?, [ParsedExpression])
    case list([Entry])
    case map([Entry])
    /// A message with its name.
    case message(String, [Entry])
    case loop(Loop)

    /// An element of a list, or an entry of a map or message.
    package struct Entry: Hashable, Sendable {
        /// The key; `nil` in lists.
        package let key: ParsedExpression?
        /// The element or value.
        package let value: ParsedExpression
        /// Whether it is marked as optional by `?`.
        package let isOptional: Bool
    }

    /// A macro with a variable.
    package struct Loop: Hashable, Sendable {
        /// The macro.
        package enum Kind: Hashable, Sendable {
            case all, exists, existsOne, map, filter, transformMap, transformMapEntry
            case optMap, optFlatMap, bind
        }

        /// The macro.
        package let kind: Kind
        /// The list, map, or optional.
        package let range: ParsedExpression
        /// The names of the variables.
        package let variables: [String]
        /// The condition of elements.
        package let condition: ParsedExpression?
        /// The result for an element.
        package let result: ParsedExpression?
    }

    /// Parses an expression; `nil` if the text has a syntax error.
    ///
    /// - Parameter text: The expression.
    package init?(_ text: String) {
        guard text.unicodeScalars.count <= Parser.maximumScalars else { return nil }
        var parser = Parser(Array(text.utf8), symbols: FunctionTable.kubernetes.symbols)
        do {
            try parser.parse()
        } catch {
            return nil
        }
        guard parser.issues.isEmpty else { return nil }
        self = ExpressionReader(parser.tree, symbols: parser.symbols).read(parser.tree.root)
    }
}
