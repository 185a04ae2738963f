import KubernetesCEL

/// A rule at a schema, and what the server says when the CRD is created.
struct RuleLine {
    let place: String
    let rule: String
    let environment: Environment
    /// The text of the error, or `nil`.
    let error: String?
    /// The estimated cost, or `nil`.
    let cost: String?

    /// Returns the rules of `mutated-rules.jsonl`.
    static func mutated(_ lines: [DataLine]) -> [RuleLine] {
        var schemas: [Int: [String: Any]] = [:]
        for line in lines {
            if let id = line.json["schemaId"] as? Int {
                schemas[id] = line.json["schema"] as? [String: Any]
            }
        }
        return lines.compactMap { line in
            guard let reference = line.json["schemaRef"] as? Int, let schema = schemas[reference],
                let rule = line.json["rule"] as? String,
                let type = SchemaType(schema, isRoot: line.json["isRoot"] as? Bool == true)
            else { return nil }
            let isOptional = line.json["optionalOldSelf"] as? Bool == true
            return RuleLine(
                place: "\(line.file):\(line.number) \(rule)",
                rule: rule,
                environment: type.environment(hasOptionalOldSelf: isOptional),
                error: line.answer["error"] as? String,
                cost: line.answer["maxCost"].map { "\($0)" }
            )
        }
    }

    /// Returns the rules at the roots of the schemas of `cost-estimate.jsonl`.
    static func estimated(_ lines: [DataLine]) -> [RuleLine] {
        lines.flatMap { line -> [RuleLine] in
            guard let schema = line.json["schema"] as? [String: Any],
                let type = SchemaType(schema, isRoot: false)
            else { return [] }
            let answers = line.json["got"] as? [[String: Any]] ?? []
            return answers.filter { $0["at"] == nil }.compactMap { answer in
                (answer["rule"] as? String).map { rule in
                    RuleLine(
                        place: "\(line.file):\(line.number) \(rule)",
                        rule: rule,
                        environment: type.environment(hasOptionalOldSelf: false),
                        error: answer["error"] as? String,
                        cost: answer["maxCost"].map { "\($0)" }
                    )
                }
            }
        }
    }

    /// The difference from the server's answer, or `nil`.
    var difference: String? {
        let found = outcome
        let expected = error ?? "cost \(cost ?? "?")"
        return found == expected
            ? nil : "\(place)\n  expected \(expected)\n  found    \(found)"
    }

    private var outcome: String {
        do {
            let checked = try environment.compile(rule)
            guard checked.isBoolean else { return "cel expression must evaluate to a bool" }
            do {
                _ = try checked.program()
            } catch {
                return "program instantiation failed: \(error)"
            }
            return "cost \(checked.estimatedCost.maximum)"
        } catch {
            return "compilation failed: \(error)"
        }
    }
}
