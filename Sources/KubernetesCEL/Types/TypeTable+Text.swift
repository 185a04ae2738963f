extension TypeTable {
    /// The length after which the text of a type is cut.
    private static let maximumLength = 100_000

    /// Returns a type as messages print it.
    func text(_ type: TypeID) -> String {
        var text = ""
        write(type, to: &text)
        return text
    }

    /// Returns the name of a type without its parameters, as `type()` prints it.
    func name(_ type: TypeID) -> String {
        switch self[type] {
        case .list: "list"
        case .map: "map"
        case .optional: "optional_type"
        case .typeOf: "type"
        default:
            switch type {
            case .null: "null_type"
            case .timestamp: "google.protobuf.Timestamp"
            case .duration: "google.protobuf.Duration"
            default: text(type)
            }
        }
    }

    private func write(_ type: TypeID, to text: inout String) {
        guard text.utf8.count < Self.maximumLength else { return }
        switch self[type] {
        case .basic(let number): text += Self.basicNames[Int(number)]
        case .list(let element): write("list(", [element], to: &text)
        case .map(let key, let value): write("map(", [key, value], to: &text)
        case .optional(let wrapped): write("optional_type(", [wrapped], to: &text)
        case .typeOf(let instance): write("type(", [instance], to: &text)
        case .opaque(let number): text += opaqueNames[Int(number)]
        case .object(let number): text += objects[Int(number)].name
        case .variable(let number): text += "_var\(number)"
        case .parameter(let number): text += "T\(number)"
        }
    }

    private func write(_ head: String, _ parameters: [TypeID], to text: inout String) {
        text += head
        for (index, parameter) in parameters.enumerated() {
            if index > 0 { text += ", " }
            write(parameter, to: &text)
        }
        text += ")"
    }

    private static let basicNames = [
        "!error!", "dyn", "null", "bool", "int", "uint", "double", "string", "bytes",
        "timestamp", "duration", "type",
    ]
}
