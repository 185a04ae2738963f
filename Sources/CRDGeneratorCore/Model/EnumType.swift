import CRDValues

/// An enumeration of generated code.
package struct EnumType: Sendable {
    /// The type of the values.
    package enum RawType: String, Sendable {
        case string = "String"
        case integer = "Int"
        case boolean = "Bool"
    }

    /// A case with its value.
    package struct Case: Sendable {
        /// The name in Swift, without back-ticks.
        package let name: String
        /// The value as a Swift literal.
        package let literal: String
        /// The value as text.
        package let value: String
        /// The reason why the name is not the value in snake_case or camelCase; `nil` if it is.
        package let nameNote: String?
    }

    /// The name, without the enclosing types.
    package let name: String
    /// The number of the shape: equal types of resources by one ``ModelBuilder`` have the same.
    package let shape: Int
    /// The path in the schema, such as `spec.mode`.
    package let path: String
    /// The description of its schema.
    package let description: String?
    /// The reason why the name is not the usual one; `nil` if it is.
    package let nameNote: String?
    /// The type of the values.
    package let rawType: RawType
    /// The cases, in the order of the schema.
    package let cases: [Case]

    init(
        name: String,
        shape: Int,
        path: String,
        description: String?,
        nameNote: String?,
        values: EnumerationShape,
        naming: AttributeNaming
    ) {
        self.name = name
        self.shape = shape
        self.path = path
        self.description = description
        self.nameNote = nameNote
        let pairs: [(value: String, literal: String)]
        switch values {
        case .strings(let strings):
            rawType = .string
            pairs = strings.map { ($0, SwiftLiteral.string($0)) }
        case .integers(let integers):
            rawType = .integer
            pairs = integers.map { (String($0), String($0)) }
        case .booleans(let booleans):
            rawType = .boolean
            pairs = booleans.map { (String($0), String($0)) }
        }
        var scope = NameScope()
        let usual = pairs.map { CaseName.name($0.value, naming) }
        let names = scope.names(of: zip(pairs, usual).map { ($0.value, $1) })
        cases = pairs.indices.map { position in
            let (value, literal) = pairs[position]
            var change = CaseName.change(of: value, naming)
            if names[position] != usual[position],
                let other = names.firstIndex(of: usual[position])
            {
                change = ChangedName(
                    original: value,
                    usual: usual[position],
                    name: names[position],
                    reason: .other(pairs[other].value)
                )
            }
            return Case(
                name: names[position],
                literal: literal,
                value: value,
                nameNote: change?.note
            )
        }
    }
}
