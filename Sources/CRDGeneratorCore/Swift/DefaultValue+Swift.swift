extension DefaultValue {
    /// The expression for a parameter or property of the value's type: `[.init(port: 80)]`.
    var code: String {
        switch self {
        case .null: "nil"
        case .jsonNull: ".null"
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .number(let value): value.description
        case .string(let text): SwiftLiteral.string(text)
        case .enumeration(let name): "." + SwiftName.escaped(name)
        case .list(let elements): "[" + elements.map(\.code).joined(separator: ", ") + "]"
        case .map(let members):
            members.isEmpty
                ? "[:]" : "[" + Self.code(members, label: SwiftLiteral.string) + "]"
        case .object(let members):
            ".init(" + Self.code(members, label: SwiftName.argumentLabel) + ")"
        }
    }

    private static func code(_ members: [Member], label: (String) -> String) -> String {
        members.map { label($0.name) + ": " + $0.value.code }.joined(separator: ", ")
    }
}
