import CRDYAML

extension Report {
    /// The findings as workflow commands of GitHub Actions, which show them beside the lines; the
    /// summary too if a part is not checked.
    ///
    ///     ::error file=a.yaml,line=7,col=13,title=Invalid value::spec.replicas: Invalid value: 9
    ///     ::notice title=crdgen validate::2 objects: 1 invalid, 1 skipped
    package var gitHubCommands: String {
        let commands = findings.map { finding in
            "\(finding.gitHubCommand(at: location(of: finding)))\n"
        }.joined()
        if summary.isEmpty || !hasSkippedParts { return commands }
        return commands + "::notice title=\(command)::\(summary)\n"
    }
}

extension Finding {
    fileprivate func gitHubCommand(at location: ReportedLocation?) -> String {
        var properties: [(String, String)] = []
        if let location, location.file.isFile {
            properties.append(("file", location.file.text))
            if let position = location.position {
                properties.append(("line", String(position.line)))
                properties.append(("col", String(position.column)))
            }
        }
        properties.append(("title", "\(rule.title) (\(rule.id))"))
        let list = properties.map { "\($0)=\(Self.escaped($1, isProperty: true))" }
        let level =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        let message = Self.escaped(diagnostic.message, isProperty: false)
        return "::\(level) \(list.joined(separator: ","))::\(message)"
    }

    /// Returns a text with the escapes of workflow commands (`escapeData` and `escapeProperty` of
    /// @actions/core).
    private static func escaped(_ text: String, isProperty: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            case ":" where isProperty: escaped += "%3A"
            case "," where isProperty: escaped += "%2C"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
