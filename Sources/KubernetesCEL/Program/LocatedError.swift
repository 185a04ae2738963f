/// An error with the position of the node that raised it.
///
/// Programs with positions keep it as the text of an error value, so that it is ignored, replaced,
/// and returned in the same way as any error.
struct LocatedError {
    /// The text that Kubernetes prints.
    let message: String
    /// The offset of the node in the bytes of the expression.
    let position: Int32

    init(_ message: String, at position: Int32) {
        self.message = message
        self.position = position
    }

    /// Reads the text of an error value; `nil` if it has no position.
    init?(_ text: String) {
        // No message of an error begins with this character.
        guard text.utf8.first == 0, let end = text.utf8.dropFirst().firstIndex(of: 0),
            let position = Int32(text[..<end].dropFirst())
        else { return nil }
        self.init(String(text[end...].dropFirst()), at: position)
    }

    /// The text of an error value.
    var text: String { "\u{0}\(position)\u{0}\(message)" }
}

extension Evaluation {
    /// Evaluates an instruction, and adds the position of its node to an error that it raises.
    mutating func located(_ operand: InstructionID, _ position: Int32) -> Value {
        let value = evaluate(operand)
        if isCancelled, limitPosition == nil { limitPosition = position }
        guard case .error(let text) = value, LocatedError(text) == nil else { return value }
        return .error(LocatedError(text, at: position).text)
    }
}
