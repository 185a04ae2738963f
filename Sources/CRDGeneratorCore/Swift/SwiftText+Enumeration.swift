extension SwiftText {
    /// Adds an enumeration, with a case for unknown values.
    mutating func enumeration(_ type: EnumType) {
        let usual = "The type of `\(type.path)`."
        documentation(type.description ?? usual, nameNote: type.nameNote)
        let protocols = protocols(.openEnumeration, conformances.all)
        block("\(access)enum \(type.name):", before: protocols) { text in
            for enumCase in type.cases {
                text.documentation("", nameNote: enumCase.nameNote)
                text.line("case \(SwiftName.escaped(enumCase.name))")
            }
            text.line("/// A value that is not in the schema.")
            text.line("case unrecognized(\(type.rawType.rawValue))")
            text.line()
            let names = type.cases.map { ".\(SwiftName.escaped($0.name))" }
            text.list("\(text.access)static let allCases: [Self] = [", names)
            text.line()
            text.block("\(text.access)var rawValue: \(type.rawType.rawValue) {") { text in
                text.line("switch self {")
                for enumCase in type.cases {
                    text.rawValue(of: enumCase, type.rawType)
                }
                text.line("case .unrecognized(let value): value")
                text.line("}")
            }
        }
    }

    private mutating func rawValue(of enumCase: EnumType.Case, _ type: EnumType.RawType) {
        let label = "case .\(SwiftName.escaped(enumCase.name)):"
        if type == .string, !fits(label.utf8.count + 1 + enumCase.literal.utf8.count) {
            line(label)
            return indented { $0.literal("", enumCase.value) }
        }
        line(label, before: enumCase.literal)
    }
}
