extension Checker {
    mutating func list(_ span: NodeSpan) -> TypeID {
        var element = TypeID.none
        for index in 0..<Int(span.count) {
            let node = tree.child(span, index)
            check(node)
            var found = type(node)
            if tree.isOptional(span, index) { found = unwrap(found, node) }
            element = join(element, found)
        }
        if element == .none { element = substitution.newVariable() }
        return substitution.types.list(element)
    }

    mutating func map(_ span: NodeSpan) -> TypeID {
        var key = TypeID.none
        var value = TypeID.none
        for index in stride(from: 0, to: Int(span.count), by: 3) {
            let keyNode = tree.child(span, index + 1)
            check(keyNode)
            key = join(key, type(keyNode))
            let valueNode = tree.child(span, index + 2)
            check(valueNode)
            var found = type(valueNode)
            if tree.isOptional(span, index + 1) { found = unwrap(found, valueNode) }
            value = join(value, found)
        }
        if key == .none {
            key = substitution.newVariable()
            value = substitution.newVariable()
        }
        return substitution.types.map(key, value)
    }

    /// Returns the type of the value of an optional element.
    private mutating func unwrap(_ type: TypeID, _ node: NodeID) -> TypeID {
        if case .optional(let wrapped) = substitution.types[type] { return wrapped }
        if type != .dyn {
            mismatch(node, expected: substitution.types.optional(type), found: type)
        }
        return type
    }

    private mutating func join(_ previous: TypeID, _ current: TypeID) -> TypeID {
        if previous == .none { return current }
        guard substitution.isAssignable(previous, current) else { return .dyn }
        return substitution.mostGeneral(previous, current)
    }

    mutating func message(_ name: Symbol, _ node: NodeID) -> TypeID {
        let text = symbols.text(name)
        let bare = text.utf8.first == 0x2E ? String(text.dropFirst()) : text
        if let symbol = functions.symbols.find(bare), let type = functions.typeName(symbol),
            case .typeOf(let instance) = substitution.types[type]
        {
            report("'\(self.text(instance))' is not a message type", at: node)
        } else if variables.contains(where: { $0.name == bare }) {
            report("'\(bare)' is not a type", at: node)
        } else {
            report(undeclared(text), at: node)
        }
        return .error
    }
}
