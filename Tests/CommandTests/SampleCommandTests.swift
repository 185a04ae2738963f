import Foundation
import Testing

/// `crdgen sample`.
@Suite struct SampleCommandTests {
    @Test(arguments: [
        (["sample", "widgets"], "apiVersion: example.com/v1\nkind: Widget\n"),
        (["sample", "Widget", "--json"], #"{"apiVersion":"example.com/v1","kind":"Widget","#),
        (["sample", "example.com/v1/Widget", "--swift"], "let widget = Widget(metadata: .init("),
        (["sample", "Widget", "--crds", "crds/w.yaml", "--full"], "apiVersion: example.com/v1\n"),
        (["sample", "Widget", "--commented"], "## example.com/v1 Widget\n## Only the required"),
    ])
    func `a kind gives a sample`(_ arguments: [String], _ start: String) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            let result = try folder.run("crdgen", arguments)
            #expect(result.errors == "")
            #expect(result.output.hasPrefix(start), "\(result.output)")
            #expect(result.output.hasSuffix("\n") && !result.output.hasSuffix("\n\n"))
            #expect(result.status == 0)
        }
    }

    @Test(arguments: [
        (["sample", "Wigdet"], Int32(1), "error: unknown kind 'Wigdet', did you mean 'Widget'?\n"),
        (
            ["sample", "Widget.spec"], 1,
            "error: found the field 'spec' of Widget, expected only a kind\n"
        ),
        (["sample", "Widget", "--commented", "--json"], 2, "Error: '--commented' and '--json'"),
        (["sample", "Widget", "--json", "--swift"], 2, "Error: '--swift' and '--json' exclude"),
    ])
    func `what cannot be had is said`(
        _ arguments: [String],
        _ status: Int32,
        _ message: String
    ) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            let result = try folder.run("crdgen", arguments)
            #expect(result.status == status)
            #expect(result.output == "")
            #expect(result.errors.hasPrefix(message), "\(result.errors)")
        }
    }

    @Test(arguments: [[], ["--full"], ["--commented"], ["--json"], ["--commented", "--full"]])
    func `what no value satisfies is said`(_ options: [String]) throws {
        try Workspace.with { folder in
            let schema = "required: [a], properties: {a: {type: object, minProperties: 1}}"
            let text = crd("Widget").replacing("{type: object}", with: "{type: object, \(schema)}")
            try folder.write("crds/w.yaml", text)
            let result = try folder.run("crdgen", ["sample", "Widget"] + options)
            #expect(
                result.errors == """
                    warning: no valid value found, so the API server would reject the sample: a: \
                    Invalid value: 0: a in body should have at least 1 properties

                    """
            )
            #expect(result.output.contains("Widget"))
            #expect(result.status == 0)
        }
    }

    @Test(.timeLimit(.minutes(15)), arguments: [[], ["--full"]])
    func `Swift code compiles and prints the manifest`(_ options: [String]) throws {
        try Workspace.with { folder in
            for (name, text) in try Self.ownCRDs() { try folder.write("crds/\(name)", text) }
            let arguments = ["generate", "--crds", "crds", "--module", "Main", "--output", "out"]
            #expect(try folder.run("crdgen", arguments).status == 0)
            let samples = try Self.kinds(in: folder).map { kind in
                let manifest = try folder.run("crdgen", ["sample", kind] + options)
                let code = try folder.run("crdgen", ["sample", kind, "--swift"] + options)
                #expect(manifest.status == 0 && code.status == 0)
                return (code: code.output, manifest: manifest.output)
            }
            #expect(samples.count == 4)
            try folder.write("out/main.swift", Self.program(samples.map(\.code)))
            let sources = try folder.files("out").filter { $0.hasSuffix(".swift") }
            let compilation = try folder.compile(sources.map { "out/\($0)" }, to: "samples")
            try #require(compilation.status == 0, "\(compilation.errors)")
            let texts = try folder.execute("samples").output.components(separatedBy: "---end---\n")
            #expect(texts.count == samples.count + 1)
            for (text, sample) in zip(texts, samples) { #expect(text == sample.manifest) }
        }
    }

    private static func ownCRDs() throws -> [(name: String, text: String)] {
        let package = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
        let paths = [
            "crds/sagemaker.services.k8s.aws_trainingjobs.yaml",
            "Tests/TestResources/crds/shapes.yaml",
        ]
        return try paths.map { path in
            let file = package.appending(path: path)
            return (file.lastPathComponent, try String(contentsOf: file, encoding: .utf8))
        }
    }

    /// Every version of every kind, as `sample` takes it.
    private static func kinds(in folder: Workspace) throws -> [String] {
        let listing = try folder.run("crdgen", ["list", "--json"]).output
        let entries = try JSONSerialization.jsonObject(with: Data(listing.utf8))
        return try #require(entries as? [[String: Any]]).map { entry in
            let words = ["group", "version", "kind"].compactMap { entry[$0] as? String }
            return words.joined(separator: "/")
        }
    }

    /// A program that prints the manifest of each resource.
    private static func program(_ samples: [String]) -> String {
        let functions = samples.enumerated().map { number, code in
            let variable = code.dropFirst("let ".count).prefix { $0 != " " }
            return """
                @available(*, deprecated)
                func sample\(number)() throws {
                \(code)
                print(try \(variable).yaml, terminator: "---end---\\n")
                }
                """
        }
        let calls = samples.indices.map { "try sample\($0)()" }
        return (["import CRDRuntime"] + functions + calls).joined(separator: "\n") + "\n"
    }
}
