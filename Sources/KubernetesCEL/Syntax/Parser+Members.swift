extension Parser {
    /// Parses a primary expression and the selections, calls, and indexes that follow it.
    mutating func member() throws(SyntaxFailure) -> Parsed {
        var isName = token.kind == .identifier || token.kind == .dot
        var current = try primary(&isName)
        while true {
            switch token.kind {
            case .dot:
                let position = token.start
                advance()
                current = try selection(of: current, at: position, &isName)
            case .leftBracket:
                isName = false
                current = try index(of: current)
            case .leftBrace where isName:
                isName = false
                current = try message(named: current)
            default: return current
            }
        }
    }

    private mutating func selection(
        of operand: Parsed,
        at position: Int32,
        _ isName: inout Bool
    ) throws(SyntaxFailure) -> Parsed {
        let isOptional = token.kind == .question
        if isOptional { advance() }
        let name = token
        guard name.kind == .identifier || name.kind == .escapedIdentifier else {
            throw SyntaxFailure()
        }
        advance()
        if !isOptional, token.kind == .leftParenthesis, name.kind == .identifier {
            isName = false
            return try call(symbol(name), on: operand)
        }
        let height = operand.height + 1
        if name.kind == .escapedIdentifier {
            isName = false
            _ = report("unsupported syntax: '`'", at: name.start)
        }
        let field = symbol(name)
        guard isOptional else {
            let node = tree.add(.select(operand: operand.node, field: field), at: position)
            return Parsed(node: node, height: height)
        }
        isName = false
        let text = tree.add(constant: .string(symbols.text(field)), at: position)
        let node = tree.call(.optionalSelect, operand.node, text, at: position)
        return Parsed(node: node, height: height)
    }

    private mutating func index(of operand: Parsed) throws(SyntaxFailure) -> Parsed {
        let position = token.start
        advance()
        let isOptional = token.kind == .question
        if isOptional { advance() }
        let index = try expression()
        try expect(.rightBracket)
        let arguments = tree.span(operand.node, index.node)
        let name = isOptional ? KnownName.optionalIndex : .index
        let node = tree.add(
            .call(function: Symbol(name), target: .none, arguments: arguments),
            at: position
        )
        return Parsed(node: node, height: max(operand.height, index.height) + 1)
    }

    /// Parses the arguments of a call, and expands it if it is a macro.
    private mutating func call(
        _ function: Symbol,
        on target: Parsed?
    ) throws(SyntaxFailure) -> Parsed {
        let position = token.start
        advance()
        var height = target?.height ?? 0
        var arguments: [Int32] = []
        let isEmpty = token.kind == .rightParenthesis || isLenient && token.kind == .end
        if !isEmpty {
            while true {
                let argument = try expression()
                arguments.append(argument.node.rawValue)
                height = max(height, argument.height)
                guard token.kind == .comma else { break }
                advance()
            }
        }
        try expect(.rightParenthesis)
        if target != nil { height += 1 }
        let targetNode = target?.node ?? .none
        if let node = expandMacro(function, on: targetNode, arguments, at: position) {
            return Parsed(node: node, height: height)
        }
        let span = tree.span(arguments)
        let node = tree.add(
            .call(function: function, target: targetNode, arguments: span),
            at: position
        )
        return Parsed(node: node, height: height)
    }

    private mutating func primary(_ isName: inout Bool) throws(SyntaxFailure) -> Parsed {
        switch token.kind {
        case .identifier, .dot: return try name(&isName)
        case .leftParenthesis:
            advance()
            let inner = try expression()
            try expect(.rightParenthesis)
            return inner
        case .leftBracket: return try list()
        case .leftBrace: return try map()
        default: return Parsed(node: try literal(), height: 0)
        }
    }

    private mutating func name(_ isName: inout Bool) throws(SyntaxFailure) -> Parsed {
        let isAbsolute = token.kind == .dot
        if isAbsolute { advance() }
        let name = token
        guard name.kind == .identifier else { throw SyntaxFailure() }
        advance()
        let symbol = symbol(name)
        let isCall = token.kind == .leftParenthesis
        let full = isAbsolute ? symbols.intern("." + symbols.text(symbol)) : symbol
        if isCall {
            isName = false
            guard !symbol.isReserved else {
                let node = report(reserved(symbol), at: name.start)
                let rest = try call(symbols.intern(""), on: nil)
                return Parsed(node: node, height: rest.height)
            }
            return try call(full, on: nil)
        }
        if symbol.isReserved, token.kind != .leftBrace {
            return Parsed(node: report(reserved(symbol), at: name.start), height: 0)
        }
        return Parsed(node: tree.add(.identifier(full), at: name.start), height: 0)
    }

    private func reserved(_ symbol: Symbol) -> String {
        "reserved identifier: \(symbols.text(symbol))"
    }

    // MARK: Collections

    private mutating func list() throws(SyntaxFailure) -> Parsed {
        let position = token.start
        advance()
        var height: Int32 = 0
        var elements: [Int32] = []
        while token.kind != .rightBracket {
            if token.kind == .comma {
                guard elements.isEmpty else { throw SyntaxFailure() }
                advance()
                break
            }
            let isOptional = skipQuestion()
            let element = try expression()
            elements.append(isOptional ? ~element.node.rawValue : element.node.rawValue)
            height = max(height, element.height)
            guard token.kind == .comma else { break }
            advance()
        }
        try expect(.rightBracket)
        let span = tree.span(elements)
        return Parsed(node: tree.add(.list(span), at: position), height: height)
    }

    private mutating func map() throws(SyntaxFailure) -> Parsed {
        let position = token.start
        advance()
        var height: Int32 = 0
        var entries: [Int32] = []
        while token.kind != .rightBrace {
            if token.kind == .comma {
                guard entries.isEmpty else { throw SyntaxFailure() }
                advance()
                break
            }
            let isOptional = skipQuestion()
            let key = try expression()
            let colon = token.start
            try expect(.colon)
            let value = try expression()
            entries.append(colon)
            entries.append(isOptional ? ~key.node.rawValue : key.node.rawValue)
            entries.append(value.node.rawValue)
            height = max(height, key.height, value.height)
            guard token.kind == .comma else { break }
            advance()
        }
        try expect(.rightBrace)
        let span = tree.span(entries)
        return Parsed(node: tree.add(.map(span), at: position), height: height)
    }

    private mutating func message(named name: Parsed) throws(SyntaxFailure) -> Parsed {
        let position = token.start
        advance()
        var height: Int32 = 0
        var fields: [Int32] = []
        while token.kind != .rightBrace {
            if token.kind == .comma {
                guard fields.isEmpty else { throw SyntaxFailure() }
                advance()
                break
            }
            _ = skipQuestion()
            let field = token
            guard field.kind == .identifier || field.kind == .escapedIdentifier else {
                throw SyntaxFailure()
            }
            if field.kind == .escapedIdentifier {
                _ = report("unsupported syntax: '`'", at: field.start)
            }
            advance()
            let colon = token.start
            try expect(.colon)
            let value = try expression()
            fields += [colon, symbol(field).rawValue, value.node.rawValue]
            height = max(height, value.height)
            guard token.kind == .comma else { break }
            advance()
        }
        try expect(.rightBrace)
        let span = tree.span(fields)
        let symbol = symbols.intern(qualifiedName(name.node) ?? "")
        return Parsed(node: tree.add(.message(symbol, span), at: position), height: height)
    }

    private mutating func skipQuestion() -> Bool {
        guard token.kind == .question else { return false }
        advance()
        return true
    }

    private func qualifiedName(_ node: NodeID) -> String? {
        switch tree[node] {
        case .identifier(let name): symbols.text(name)
        case .select(let operand, let field):
            qualifiedName(operand).map { "\($0).\(symbols.text(field))" }
        default: nil
        }
    }
}
