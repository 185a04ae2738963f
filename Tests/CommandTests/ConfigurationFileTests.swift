import Testing

/// The file `crdgen.yaml` that commands find, and its errors.
@Suite struct ConfigurationFileTests {
    @Test(arguments: ["crdgen.yml", "CRDGEN.yaml", "crdgen.json"], ["check", "generate", "list"])
    func `a configuration with another name is an error`(name: String, command: String) throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            try folder.write("crds/\(name)", "{access: internal}")
            let result = try folder.run("crdgen", [command, "crds"])
            #expect(result.status == 1)
            #expect(
                result.output + result.errors == """
                    crds/\(name): error: is not read, because a configuration must be named \
                    'crdgen.yaml'; rename it

                    """
            )
        }
    }

    @Test(arguments: [("", "crds"), ("Sources/Things/", "Sources/Things/crds")])
    func `a configuration beside the folder is a warning`(
        parent: String,
        crds: String
    ) throws {
        try Workspace.with { folder in
            try folder.write("\(crds)/widgets.yaml", crd("Widget"))
            try folder.write("\(parent)crdgen.yaml", "access: internal")
            let warning = """
                \(parent)crdgen.yaml: warning: has no effect, because it is not in the folder \
                '\(crds)'; move it there

                """
            let generated = try folder.run("crdgen", ["generate"])
            #expect(generated.errors == warning)
            #expect(generated.status == 0)
            #expect(
                try folder.run("crdgen", ["check"]).output
                    == "\(warning)'Generated' is up to date\n"
            )
            let used = try folder.run("crdgen", ["check", "--config", "\(parent)crdgen.yaml"])
            #expect(!used.output.contains("warning"))
            try folder.write("\(crds)/crdgen.yaml", "")
            #expect(try folder.run("crdgen", ["generate"]).errors == "")
        }
    }

    @Test(arguments: [
        (
            "default-aded: warn",
            "16: error: unknown rule 'default-aded', did you mean 'default-added'?"
        ),
        (
            "default-added: wrn",
            "31: error: unknown level 'wrn', expected 'error', 'warn', or 'ignore'"
        ),
    ])
    func `an unknown rule or level is an error`(level: String, error: String) throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", crd("Widget"))
            try folder.write("crds/crdgen.yaml", "changeLevels: {\(level)}")
            for command in ["check", "generate"] {
                let result = try folder.run("crdgen", [command, "crds"])
                #expect(result.status == 1)
                #expect(result.output + result.errors == "crds/crdgen.yaml:1:\(error)\n")
            }
        }
    }

    @Test(arguments: [
        (
            "types: {spec.size_in_cm: Size}",
            "the path 'spec.size_in_cm', did you mean 'spec.sizeInCm'?"
        ),
        (
            "types: {Wodget.spec.tags.nam: A}",
            "the path 'Wodget.spec.tags.nam', did you mean 'Widget.spec.tags.name'?"
        ),
        ("types: {'spec.*.nam': A}", "the path 'spec.*.nam'"),
        ("types: {spec.colour: A}", "the path 'spec.colour'"),
        ("renames: {attributes: {spec.a-b: c}}", "the path 'spec.a-b', did you mean 'spec.[a.b]'?"),
        ("renames: {types: {Widgt: A}}", "the kind 'Widgt', did you mean 'Widget'?"),
        ("renames: {types: {spec.sizeInCm: A}}", "a struct or an enumeration at 'spec.sizeInCm'"),
    ])
    func `an unused path has a suggestion`(configuration: String, subject: String) throws {
        try Workspace.with { folder in
            let properties = """
                properties: {sizeInCm: {type: integer}, a.b: {type: string}, tags: {type: array, \
                items: {type: object, properties: {name: {type: string}}}}}
                """
            try folder.write("crds/widgets.yaml", crd("Widget", spec: properties))
            try folder.write("crds/crdgen.yaml", configuration)
            let result = try folder.run("crdgen", ["check", "crds"])
            let expected = ": warning: unused entry: no CRD in this folder has \(subject)\n"
            #expect(result.output.contains(expected), "\(result.output)")
            #expect(result.status == 0)
        }
    }

    @Test func `a kind that is named like its module has no short name in any command`() throws {
        try Workspace.with { folder in
            try folder.write(
                "Sources/Widget/crds/widgets.yaml",
                crd("Widget", spec: "properties: {a: {type: string}}")
            )
            for arguments in [
                ["list"], ["docs", "--kind", "Widget"], ["sample", "Widget", "--swift"],
                ["explain", "Widget"],
            ] {
                let result = try folder.run("crdgen", arguments)
                #expect(result.output.contains("ExampleCom.V1.Widget"), "\(result.output)")
                #expect(result.status == 0)
            }
        }
    }
}
