import CRDRuntime
import CRDValues

extension Report {
    /// The report as a JSON object: `findings`, and the members of the command.
    package var json: String {
        var report: JSONObject = ["findings": .array(findings.map(\.json))]
        for (key, value) in zip(members.keys, members.values) { report[key] = value }
        return JSONValue.object(report).jsonText + "\n"
    }
}
