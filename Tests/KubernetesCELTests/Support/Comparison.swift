import KubernetesCEL

/// Compares our answer with the server's.
enum Comparison {
    /// The differences of one line, each in a sentence; empty if there are none.
    static func differences(_ line: DataLine) -> [String] {
        let answer = line.answer
        let checked: CheckedExpression
        do {
            checked = try line.environment.compile(line.expression)
        } catch {
            let expected = answer["compileError"] as? String
            if let expected, same(expected, error.description) { return [] }
            return [
                "\(line.place)\n  expected \(expected ?? outcome(answer))\n  found    \(error)"
            ]
        }
        if let expected = answer["compileError"] as? String {
            return ["\(line.place)\n  expected \(expected)\n  found    no error"]
        }
        var differences: [String] = []
        func compare(_ what: String, _ expected: String?, _ found: String) {
            guard let expected, expected != found else { return }
            differences.append("\(line.place)\n  expected \(what) \(expected)\n  found    \(found)")
        }
        compare("type", answer["type"].map(Form.typeText), checked.resultType)
        if let range = answer["estimate"] as? [Any], range.count == 2 {
            let estimate = checked.estimatedCost
            compare(
                "estimate",
                "\(range[0])-\(range[1])",
                "\(estimate.minimum)-\(estimate.maximum)"
            )
        }
        differences += evaluationDifferences(line, checked)
        return differences
    }

    private static func evaluationDifferences(
        _ line: DataLine,
        _ checked: CheckedExpression
    ) -> [String] {
        let answer = line.answer
        let place = line.place
        let program: Program
        do {
            program = try checked.program()
        } catch {
            let expected = answer["programError"] as? String
            if expected == error.description { return [] }
            return [
                "\(place)\n  expected \(expected ?? outcome(answer))\n  found    program \(error)"
            ]
        }
        if let expected = answer["programError"] as? String {
            return ["\(place)\n  expected program error \(expected)\n  found    none"]
        }
        var differences: [String] = []
        let result = program.evaluate(line.variables)
        let expected =
            (answer["value"].map(Form.text(of:)))
            ?? (answer["error"] as? String).map { "error \($0)" }
        if let expected, expected != Form.text(of: result.value) {
            differences.append(
                "\(place)\n  expected \(expected)\n  found    \(Form.text(of: result.value))"
            )
        }
        if let cost = answer["cost"], answer["costVaries"] == nil, "\(cost)" != "\(result.cost)" {
            differences.append("\(place)\n  expected cost \(cost)\n  found    \(result.cost)")
        }
        let located = try? checked.program(hasPositions: true).evaluate(line.variables)
        if outcome(of: result) != located.map(outcome) || located?.hasErrorPosition != true {
            differences.append("\(place)\n  differs if errors have positions")
        }
        return differences
    }

    private static func outcome(of result: Evaluated) -> String {
        "\(Form.text(of: result.value)) \(result.cost) \(result.exceedsCostLimit)"
    }

    private static func outcome(_ answer: [String: Any]) -> String {
        (answer["value"].map(Form.text(of:)))
            ?? (answer["error"] as? String).map { "error \($0)" } ?? "\(answer)"
    }

    /// The texts of syntax errors after the first aren't promised.
    private static func same(_ expected: String, _ found: String) -> Bool { expected == found }
}

extension Evaluated {
    /// Whether the result has a position exactly if it is an error.
    fileprivate var hasErrorPosition: Bool { value.isError == (errorPosition != nil) }
}
