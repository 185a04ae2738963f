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

    /// The environment of the expression.
    var environment: Environment {
        let declared = (json["typeEnv"] as? [[String: Any]] ?? []).compactMap { entry in
            (entry["name"] as? String).flatMap { name in
                entry["type"].map { Environment.Variable(name, Form.type($0)) }
            }
        }
        return Environment(variables: declared)
    }

    /// The values of the variables.
    var variables: Variables {
        let bindings = json["bindings"] as? [String: Any] ?? [:]
        return Variables(
            environment.variables.map { variable in
                let binding = bindings[variable.name] as? [String: Any]
                return binding?["value"].map(Form.value) ?? .error("no such attribute")
            }
        )
    }

    /// Where the line stands, for messages.
    var place: String { "\(file):\(number) \(expression)" }
}
