import Foundation
import Testing

@testable import KubernetesCEL

/// The answers of Kubernetes 1.35 to calls of library functions.
///
/// The files are beside the checkout; a plain clone does not have them.
struct LibraryDataTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .appendingPathComponent("../../../../shared/cel/k8s").standardized

    private static let isPresent = FileManager.default.fileExists(atPath: folder.path)

    @Test(.enabled(if: isPresent), arguments: ["library.jsonl", "library-cost.jsonl"])
    func `library functions give the results and costs of the server`(file: String) throws {
        let lines = try DataLine.lines(of: Self.folder.appendingPathComponent(file))
            // There is no authorizer in CRDs.
            .filter { !$0.expression.contains("authorizer") }
        var differing = 0
        for line in lines {
            let differences = Comparison.differences(line)
            if differences.isEmpty { continue }
            differing += 1
            Issue.record("\(differences.joined(separator: "\n"))")
        }
        #expect(lines.count > 150)
        print("\(file): \(lines.count - differing) of \(lines.count) lines agree")
    }

    @Test(.enabled(if: isPresent))
    func `each function is declared as on the server`() throws {
        let file = Self.folder.appendingPathComponent("functions.jsonl")
        var expected: [String: [String]] = [:]
        for line in try DataLine.lines(of: file) {
            guard let name = line.json["function"] as? String else { continue }
            expected[name] = (line.json["overloads"] as? [[String: Any]] ?? []).map { overload in
                let parameters = overload["args"] as? [String] ?? []
                let isMember = overload["member"] as? Bool == true
                return "\(overload["id"] ?? "") \(isMember) \(parameters) \(overload["result"] ?? "")"
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
