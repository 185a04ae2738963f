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
        let results = findings.map { finding in
            finding.sarif(ruleIndex: indexes[finding.rule] ?? -1, at: location(of: finding))
        }
        var run: JSONObject = [
            "tool": ["driver": driver],
            "columnKind": "unicodeCodePoints",
            "results": .array(results),
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
    /// Returns the finding as a result, which always has a physical location: GitHub accepts no
    /// others.
    fileprivate func sarif(ruleIndex: Int, at place: ReportedLocation?) -> JSONValue {
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
        let position = place.map(\.position) ?? diagnostic.position
        var location: JSONObject = [
            "physicalLocation": [
                "artifactLocation": ["uri": .string(place?.file.fileURI ?? ReportPath.inputURI)],
                "region": Self.region(position),
            ]
        ]
        if let object {
            location["logicalLocations"] = [
                [
                    "name": .string(object.name.isEmpty ? object.kind : object.name),
                    "fullyQualifiedName": .string(object.qualifiedName),
                    "kind": "resource",
                ]
            ]
        }
        result["locations"] = [.object(location)]
        return .object(result)
    }

    private static func region(_ position: SourcePosition?) -> JSONValue {
        guard let position else { return ["startLine": 1] }
        return [
            "startLine": .number(JSONNumber(position.line)),
            "startColumn": .number(JSONNumber(position.column)),
        ]
    }
}
