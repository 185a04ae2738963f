extension CheckedExpression {
    /// Returns the paths of fields that are selected from a variable, in the order of the text.
    ///
    /// `object.spec.size > 1 && has(object.kind)` gives `[["spec", "size"], ["kind"]]`. A path ends
    /// before an index that isn't a constant string. The variable itself has an empty path.
    ///
    /// - Parameter variable: The name of a variable of the environment.
    /// - Returns: The paths.
    package func paths(from variable: String) -> [[String]] {
        var paths: [(position: Int32, path: [String])] = []
        var isOperand: Set<Int> = []
        for index in tree.nodes.indices.reversed() where !isOperand.contains(index) {
            let node = NodeID(Int32(index))
            // The selection in 'has' is replaced by the parser.
            if checked.type(node) == .none { continue }
            guard let chain = chain(endingAt: node, from: variable) else { continue }
            isOperand.formUnion(chain.operands)
            paths.append((tree.position(node), chain.path))
        }
        return paths.sorted { $0.position < $1.position }.map(\.path)
    }

    private var tree: SyntaxTree { checked.tree }

    /// Returns the selections from a variable that end at a node; `nil` if it has another form.
    private func chain(
        endingAt node: NodeID,
        from variable: String
    ) -> (path: [String], operands: [Int])? {
        var path: [String] = []
        var operands: [Int] = []
        var node = node
        while let (operand, key) = selection(node) {
            path.append(key)
            operands.append(operand.index)
            node = operand
        }
        guard case .variable(let number) = checked.reference(node),
            environment.variables[Int(number)].name == variable
        else { return nil }
        return (path.reversed(), operands)
    }

    /// Returns the operand and the key of a node that selects a field.
    private func selection(_ node: NodeID) -> (operand: NodeID, key: String)? {
        switch tree[node] {
        case .select(let operand, let field) where checked.reference(node) == .unknown,
            .presence(let operand, let field):
            return (operand, checked.symbols.text(field))
        case .call(let function, _, let arguments)
        where function == .index || function == .optionalIndex || function == .optionalSelect:
            guard case .string(let key)? = checked.constant(tree.child(arguments, 1)) else {
                return nil
            }
            return (tree.child(arguments, 0), key)
        default: return nil
        }
    }
}
