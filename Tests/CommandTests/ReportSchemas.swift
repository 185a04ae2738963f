import Foundation
import TestSupport

/// The schemas of report formats, in the folder that `.ci/run` fills from packages of PyPI.
enum ReportSchemas {
    /// The JSON Schema of SARIF 2.1.0; `nil` without it or without the program that checks it.
    static let sarif = path("sarif-2.1.0.json", checkedBy: "check-jsonschema")
    /// The XML Schema of JUnit's reports; `nil` without it or without the program that checks it.
    static let junit = path("junit-10.xsd", checkedBy: "xmlschema-validate")

    private static func path(_ name: String, checkedBy program: String) -> String? {
        let variable = "CRD_GENERATOR_REPORT_SCHEMAS"
        guard let folder = ProcessInfo.processInfo.environment[variable] else { return nil }
        let path = "\(folder)/\(name)"
        guard FileManager.default.fileExists(atPath: path), Program(program) != nil else {
            return nil
        }
        return path
    }
}
