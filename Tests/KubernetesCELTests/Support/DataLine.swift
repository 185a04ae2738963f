import Foundation
import KubernetesCEL

/// One line of a data file: an expression and the server's answer.
struct DataLine {
    let file: String
    let number: Int
    let json: [String: Any]

    /// Returns the lines of a file in JSON.
    static func lines(of file: URL) throws -> [DataLine] {
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        return try text.split(separator: "\n").enumerated().map { index, line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return DataLine(
                file: file.lastPathComponent,
                number: index + 1,
                json: object as? [String: Any] ?? [:]
            )
        }
    }

    /// The expression.
    var expression: String {
        (json["expr"] ?? (json["query"] as? [String: Any])?["expr"]) as? String ?? ""
    }

    /// Whether the line is about the language as Kubernetes has it.
    var isApplicable: Bool { json["needs"] == nil }

    /// Whether the expression was evaluated without types, which Kubernetes never does.
    var isUnchecked: Bool { json["disableCheck"] != nil }

    /// Whether the server stopped working.
    var isPanic: Bool { answer["panic"] != nil }

    /// The server's answer.
    var answer: [String: Any] {
        if let answer = json["k8s"] as? [String: Any] { return answer }
        var answer: [String: Any] = [:]
        answer["cost"] = json["gotCost"]
        answer["estimate"] = json["gotEstimate"]
        answer["error"] = json["gotError"]
        return answer
    }

    /// The variables of the expression with their types and values.
    private var declarations: [(name: String, type: Any, value: Any?)] {
        let query = json["query"] as? [String: Any] ?? json
        if let variables = query["vars"] as? [String: [String: Any]] {
            return variables.sorted { $0.key < $1.key }.map { name, variable in
                (name, variable["type"] ?? "dyn", variable["value"])
            }
        }
        let bindings = json["bindings"] as? [String: [String: Any]] ?? [:]
        return (json["typeEnv"] as? [[String: Any]] ?? []).compactMap { entry in
            guard let name = entry["name"] as? String, let type = entry["type"] else { return nil }
            return (name, type, bindings[name]?["value"])
        }
    }

    /// The environment of the expression.
    var environment: Environment {
        Environment(variables: declarations.map { .init($0.name, Form.type($0.type)) })
    }

    /// The values of the variables.
    var variables: Variables {
        Variables(declarations.map { $0.value.map(Form.value) ?? .error("no such attribute") })
    }

    /// Where the line stands, for messages.
    var place: String { "\(file):\(number) \(expression)" }
}
