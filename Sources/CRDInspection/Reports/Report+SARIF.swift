import CRDRuntime
import CRDValues
import CRDYAML

extension Report {
    /// The findings in the Static Analysis Results Interchange Format, version 2.1.0, for code
    /// scanning; the summary is a notification.
    package var sarif: String {
        var rules: [FindingRule] = []
        var indexes: [FindingRule: Int] = [:]
        for rule in findings.map(\.rule) where indexes[rule] == nil {
            indexes[rule] = rules.count
            rules.append(rule)
        }
        let driver: JSONValue = [
            "name": "crdgen",
            "version": .string(version),
            "rules": .array(rules.map(\.sarif)),
        ]
        var run: JSONObject = [
            "tool": ["driver": driver],
            "columnKind": "unicodeCodePoints",
            "results": .array(findings.map { $0.sarif(ruleIndex: indexes[$0.rule] ?? -1) }),
        ]
        if !summary.isEmpty {
            let notification: JSONValue = ["level": "note", "message": ["text": .string(summary)]]
            run["invocations"] = [
                ["executionSuccessful": true, "toolExecutionNotifications": [notification]]
            ]
        }
        let log: JSONValue = [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [.object(run)],
        ]
        return log.jsonText + "\n"
    }
}

extension FindingRule {
    fileprivate var sarif: JSONValue {
        [
            "id": .string(id),
            "shortDescription": ["text": .string("\(title).")],
            "fullDescription": ["text": .string(help)],
            "help": ["text": .string(help)],
        ]
    }
}

extension Finding {
    fileprivate func sarif(ruleIndex: Int) -> JSONValue {
        let level =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "note"
            }
        var result: JSONObject = [
            "ruleId": .string(rule.id),
            "ruleIndex": .number(JSONNumber(ruleIndex)),
            "level": .string(level),
            "message": ["text": .string(diagnostic.message)],
        ]
        var location = JSONObject()
        if let file = diagnostic.file.map(ReportPath.init), file.isFile {
            location["physicalLocation"] = physicalLocation(in: file)
        }
        if let object {
            location["logicalLocations"] = [
                [
                    "name": .string(object.name),
                    "fullyQualifiedName": .string("\(object.apiVersion)/\(object.title)"),
                    "kind": "resource",
                ]
            ]
        }
        if !location.isEmpty { result["locations"] = [.object(location)] }
        return .object(result)
    }

    private func physicalLocation(in file: ReportPath) -> JSONValue {
        var location: JSONObject = ["artifactLocation": ["uri": .string(file.uri)]]
        if let position = diagnostic.location {
            location["region"] = [
                "startLine": .number(JSONNumber(position.line)),
                "startColumn": .number(JSONNumber(position.column)),
            ]
        }
        return .object(location)
    }
}
