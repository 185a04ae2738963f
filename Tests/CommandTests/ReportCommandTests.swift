import Foundation
import TestSupport
import Testing

/// `--output` of the commands that report findings.
@Suite struct ReportCommandTests {
    /// Runs a test in a folder with CRDs, generated files, and manifests with every kind of
    /// finding.
    private static func withFiles(_ test: (Workspace) throws -> Void) throws {
        try Workspace.with { folder in
            let widgets = crd("Widget").replacing(
                "{type: object}",
                with: "{type: object, properties: {size: {type: integer, maximum: 5}}}"
            )
            try folder.write("crds/w.yaml", widgets)
            try folder.write("crds/g.yaml", crd("Gadget", scope: "Galaxy"))
            try folder.write("m/a & b.yaml", Self.manifests)
            try folder.write("m/broken.yaml", "a: [\n")
            try folder.write("old.yaml", widgets.replacing("maximum: 5", with: "maximum: 6"))
            try test(folder)
        }
    }

    private static let manifests = """
        apiVersion: example.com/v1
        kind: Widget
        metadata: {name: "a<\\e&\\u0085"}
        size: 6
        more: 1
        ---
        {apiVersion: example.com/v1, kind: Widget, metadata: {name: b}, size: 1}
        ---
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: c}}
        ---
        {apiVersion: example.com/v1, kind: Gadget, metadata: {name: d}}

        """

    /// The commands, each with findings.
    private static let commands = [
        ["validate", "m", "--fail-on-unchecked"], ["validate", "m", "none.yaml"],
        ["validate", "m", "--skip", "Deployment"], ["check", "crds"],
        ["check", "crds/w.yaml", "--output", "Generated"],
    ]

    @Test(
        .enabled(if: ReportSchemas.junit != nil, "xmlschema or the schema of JUnit is missing"),
        arguments: commands
    )
    func `JUnit is valid by its schema`(_ arguments: [String]) throws {
        let schema = try #require(ReportSchemas.junit)
        try Self.expectValid(
            arguments + ["--output", "junit"],
            by: ["xmlschema-validate", "--schema", schema]
        )
    }

    @Test(
        .enabled(if: ReportSchemas.sarif != nil, "check-jsonschema or the schema is missing"),
        arguments: commands
    )
    func `SARIF is valid by its schema`(_ arguments: [String]) throws {
        let schema = try #require(ReportSchemas.sarif)
        try Self.expectValid(
            arguments + ["--output", "sarif"],
            by: ["check-jsonschema", "--schemafile", schema]
        )
    }

    @Test(arguments: [
        "crdgen validate m --fail-on-unchecked --skip Job --ignore none",
        "crdgen validate - --fail-on-unchecked < old.yaml", "crdgen validate - < 'm/a & b.yaml'",
        "crdgen diff old.yaml crds/w.yaml", "crdgen diff - crds/w.yaml < old.yaml",
        "crdgen validate m none.yaml", "crdgen check crds",
    ])
    func `every result of SARIF has a physical location`(_ command: String) throws {
        try Self.withFiles { folder in
            let words = command.split(separator: " < ")
            let input = words.count > 1 ? " < \(words[1])" : ""
            let result = try folder.shell("\(words[0]) --output sarif\(input)")
            let log = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
            let run = try #require((log as? [String: Any])?["runs"] as? [[String: Any]]).first
            let results = try #require(run?["results"] as? [[String: Any]])
            for result in results {
                let location = (result["locations"] as? [[String: Any]])?.first
                let place = try #require(location?["physicalLocation"] as? [String: [String: Any]])
                let uri = try #require(place["artifactLocation"]?["uri"] as? String)
                #expect(!uri.isEmpty && !uri.contains("<"))
                #expect(place["region"]?["startLine"] is Int)
            }
        }
    }

    /// Expects that a report with errors is valid by a schema.
    ///
    /// - Parameters:
    ///   - arguments: The arguments of `crdgen`.
    ///   - command: The program that checks the report, and its arguments.
    /// - Throws: An error if the folder cannot be written, or a program cannot be run.
    private static func expectValid(_ arguments: [String], by command: [String]) throws {
        let checker = try #require(Program(command[0]))
        try withFiles { folder in
            let result = try folder.run("crdgen", arguments)
            #expect(result.status == 1)
            #expect(result.errors == "")
            try folder.write("report", result.output)
            let report = folder.path("report")
            #expect(try checker.output(command.dropFirst() + [report], input: "") != nil)
        }
    }

    @Test(arguments: ["json", "junit", "sarif", "github", "tap", "markdown"])
    func `every form has what the text has`(_ form: String) throws {
        try Self.withFiles { folder in
            let arguments = ["validate", "m", "--fail-on-unchecked"]
            let text = try folder.run("crdgen", arguments)
            let report = try folder.run("crdgen", arguments + ["--output", form])
            #expect(report.errors == "")
            #expect(report.status == text.status)
            for words in [
                "should be less than or equal to 5", "no CRD found for", "supported values: ",
                "'--fail-on-unchecked' does not allow", "broken.yaml",
            ] {
                #expect(text.errors.contains(words) || text.output.contains(words), "\(words)")
                #expect(report.output.contains(words), "\(form): \(words)")
            }
        }
    }

    @Test(arguments: [
        ("text", "5 objects: 1 valid, 2 invalid, 1 not checked, 1 skipped\n"),
        ("json", #""unchecked":1,"skipped":1,"#),
        ("json", #""kind":"Deployment","name":"c","file":"m/a & b.yaml","line":9,"column":1,"#),
        ("json", #""verdict":"skipped","policies":[],"status":null}"#),
        ("junit", "<skipped message=\"the kind is skipped with '--skip'\"/>"),
        ("tap", "ok 3 - Deployment c (m/a & b.yaml) # SKIP the kind is skipped with '--skip'\n"),
        ("sarif", "1 not checked, 1 skipped"), ("markdown", "1 not checked, 1 skipped\n"),
        (
            "github",
            "::notice title=crdgen validate::5 objects: 1 valid, 2 invalid, 1 not checked, 1 skipped\n"
        ),
    ])
    func `every form has objects of skipped kinds`(form: String, text: String) throws {
        try Self.withFiles { folder in
            let arguments = ["validate", "m", "--skip", "Deployment", "--output", form]
            let result = try folder.run("crdgen", arguments)
            #expect(result.output.contains(text), "\(result.output)")
            #expect(!result.output.contains("for 'apps/v1, Kind=Deployment'"))
        }
    }

    @Test func `JSON counts objects and has each of them`() throws {
        try Self.withFiles { folder in
            let result = try folder.run("crdgen", ["validate", "m", "--json"])
            let same = try folder.run("crdgen", ["validate", "m", "--output", "json"])
            #expect(result.output == same.output)
            let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
            let report = try #require(json as? [String: Any])
            var summary = try #require(report["summary"] as? [String: Any])
            let leftOut = summary.removeValue(forKey: "leftOut") as? [String: Int]
            #expect(leftOut == ["templates": 0, "withoutObjects": 0, "ignored": 0])
            #expect(
                summary as? [String: Int] == [
                    "objects": 5, "valid": 1, "invalid": 2, "policiesOnly": 0, "unchecked": 2,
                    "skipped": 0,
                ]
            )
            let objects = try #require(report["objects"] as? [[String: Any]])
            #expect(
                objects.compactMap { $0["verdict"] as? String }
                    == ["invalid", "valid", "unchecked", "unchecked", "invalid"]
            )
            #expect(objects.compactMap { $0["line"] as? Int } == [1, 7, 9, 11, 2])
            #expect(objects.count { $0["status"] is NSNull } == 2)
        }
    }

    @Test func `the output of 'check' is a folder, a form, or both`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            _ = try folder.run("crdgen", ["generate", "--output", "out"])
            let options = ["--output", "out", "--output", "json"]
            let both = try folder.run("crdgen", ["check"] + options)
            #expect(
                both.output
                    == #"{"findings":[],"summary":{"files":5,"errors":0,"warnings":0,"notes":0}}"#
                    + "\n"
            )
            #expect(both.status == 0)
            let other = try folder.run("crdgen", ["check", "--output", "./json"])
            #expect(other.output.contains("json/w.crd.swift: error: generated file is missing\n"))
            #expect(other.status == 1)
        }
    }

    @Test(arguments: ["validate", "check"])
    func `a path that cannot be read is a finding`(_ command: String) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            let result = try folder.run("crdgen", [command, "none.yaml", "--output", "github"])
            #expect(
                result.output == """
                    ::error file=none.yaml,title=Input that can't be read (invalid-input)::\
                    no such file or folder

                    """
            )
            #expect(result.errors == "")
            #expect(result.status == 1)
        }
    }

    @Test(arguments: [
        (["--output", "xml"], "The value 'xml' is invalid for '--output <form>'"),
        (["--json", "--output", "tap"], "'--json' and another '--output' exclude each other"),
    ])
    func `an unknown form is invalid usage`(_ options: [String], message: String) throws {
        try Workspace.with { folder in
            let result = try folder.run("crdgen", ["validate", "a.yaml"] + options)
            #expect(result.errors.contains(message))
            #expect(result.status == 2)
        }
    }
}
