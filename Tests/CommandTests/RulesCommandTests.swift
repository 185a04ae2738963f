import Testing

/// `crdgen rules`.
@Suite struct RulesCommandTests {
    private let definition = crd("Widget").replacing(
        "{type: object}",
        with: "{type: object, x-kubernetes-validations: [{rule: self.metadata.name != 'a'}]}"
    )

    @Test(arguments: [["rules"], ["rules", "crds/w.yaml"], ["rules", "--crds", "crds"]])
    func `the rules of folders and files are listed`(_ arguments: [String]) throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", definition)
            let result = try folder.run("crdgen", arguments)
            #expect(result.errors == "")
            #expect(result.status == 0)
            #expect(
                result.output == """
                    Widget v1 (example.com), crds/w.yaml: 1 rule, less than 0.01 % of the limit for all rules

                      whole resource, line 12
                        self.metadata.name != 'a'
                        cost 4: less than 0.01 % of the limit

                    """
            )
            let json = try folder.run("crdgen", arguments + ["--json"])
            #expect(json.output.hasPrefix(#"[{"group":"example.com","version":"v1","#))
            #expect(json.output.hasSuffix("}]\n"))
        }
    }

    @Test func `what cannot be read is an error, and the rest is listed`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", definition)
            try folder.write("crds/x.yaml", "a: [\n")
            try folder.write("crds/y.yaml", crd("Gadget", scope: "[]"))
            let result = try folder.run("crdgen", ["rules"])
            #expect(result.status == 1)
            #expect(result.output.contains("self.metadata.name"))
            #expect(result.errors.contains("crds/x.yaml:"))
            #expect(result.errors.contains("crds/y.yaml:"))
            let none = try folder.run("crdgen", ["rules", "none.yaml"])
            #expect(none.status == 1)
            #expect(none.errors.contains("none.yaml: error: no such file or folder"))
        }
    }
}
