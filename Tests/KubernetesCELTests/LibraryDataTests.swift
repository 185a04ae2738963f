import Testing

@testable import KubernetesCEL

/// The answers of Kubernetes 1.35 to calls of library functions.
///
/// The files are beside the checkout; a plain clone does not have them.
struct LibraryDataTests {
    /// The costs are from a test of Kubernetes, with another environment than in CRDs: it has an
    /// authorizer and patches, allows literals of mixed types, evaluates all constants again, and
    /// sets the size of each string and byte string to 12 at most.
    @Test(.enabled(if: SharedData.isAvailable, "needs ../shared/cel"))
    func `library functions cost as much as on the server`() throws {
        var compared = 0
        for line in try SharedData.lines(of: "k8s/library-cost.jsonl") {
            guard let expression = try Self.compiled(line) else { continue }
            compared += 1
            let result = try expression.program().evaluate(Variables([]))
            let cost = result.cost + FoldedConstants(expression.checked).cost
            #expect("\(cost)" == line.json["gotCost"].map { "\($0)" }, "\(line.place)")
            let estimate = expression.estimatedCost
            let range = [estimate.minimum, estimate.maximum].map { "\($0)" }
            // Sizes are unknown here.
            if estimate.maximum > 1 << 60 || line.expression.hasPrefix("url('https:://") {
                continue
            }
            let expected = (line.json["gotEstimate"] as? [Any])?.map { "\($0)" }
            #expect(range == expected, "\(line.place)")
        }
        #expect(compared == 187)
    }

    /// Returns the expression of a line that Kubernetes' environment for CRDs accepts.
    private static func compiled(_ line: DataLine) throws -> CheckedExpression? {
        if line.expression.contains("authorizer") || line.expression.contains("jsonpatch") {
            return nil
        }
        do {
            return try Environment().compile(line.expression)
        } catch {
            guard error.description.contains("expected type") else { throw error }
            return nil
        }
    }

    @Test(.enabled(if: SharedData.isAvailable, "needs ../shared/cel"))
    func `each function is declared as on the server`() throws {
        var expected: [String: [String]] = [:]
        for line in try SharedData.lines(of: "k8s/functions.jsonl") {
            guard let name = line.json["function"] as? String else { continue }
            expected[name] = (line.json["overloads"] as? [[String: Any]] ?? []).map { overload in
                let parameters = overload["args"] as? [String] ?? []
                let isMember = overload["member"] as? Bool == true
                return
                    "\(overload["id"] ?? "") \(isMember) \(parameters) \(overload["result"] ?? "")"
            }
        }
        var found: [String: [String]] = [:]
        for function in FunctionTable.all {
            found[function.name, default: []] += function.overloads.map { overload in
                let parameters = overload.parameters.map(Self.text)
                return "\(overload.id) \(overload.isMember) \(parameters) "
                    + Self.text(overload.result)
            }
        }
        for (name, overloads) in expected { #expect(found[name] == overloads, "\(name)") }
        #expect(Set(found.keys).subtracting(expected.keys) == [])
    }

    private static func text(_ type: Signature) -> String {
        switch type {
        case .dyn: "dyn"
        case .null: "null"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .list(let element): "list(\(text(element)))"
        case .map(let key, let value): "map(\(text(key)), \(text(value)))"
        case .optional(let wrapped): "optional_type(\(text(wrapped)))"
        case .type(let instance): "type(\(text(instance)))"
        case .opaque(let name): name
        case .parameter(let letter): String(letter)
        }
    }
}

/// The constants in an expression that are evaluated when the program is made.
private struct FoldedConstants {
    private let expression: CheckedTree
    /// The run-time cost that they would have.
    private(set) var cost: UInt64 = 0

    init(_ expression: CheckedTree) {
        self.expression = expression
        for number in expression.tree.nodes.indices {
            let node = NodeID(Int32(number))
            guard isFolded(node) else { continue }
            switch expression.tree[node] {
            case .list: cost += 10
            case .map: cost += 30
            case .call(let function, _, let arguments):
                let isBytes = expression.symbols.text(function) == "bytes"
                let argument = expression.constant(expression.tree.child(arguments, 0))
                cost += isBytes ? UInt64((argument?.sizeIfSized ?? 0) + 9) / 10 : 1
            default: break
            }
        }
    }

    private func isFolded(_ node: NodeID) -> Bool {
        switch expression.tree[node] {
        case .constant: true
        case .list(let span), .map(let span):
            (0..<Int(span.count)).allSatisfy { position in
                if case .map = expression.tree[node], position % 3 == 0 { return true }
                return isFolded(expression.tree.child(span, position))
            }
        case .call(let function, let target, let arguments):
            target == .none
                && ["bytes", "duration", "timestamp", "uint"]
                    .contains(expression.symbols.text(function))
                && arguments.count == 1 && isFolded(expression.tree.child(arguments, 0))
        default: false
        }
    }
}
