import Testing

/// The order of results that are computed on several cores.
@Suite struct OrderTests {
    /// The names of files, in their order.
    private let names = (0..<60).map { "\($0 + 100).yaml" }

    @Test func `findings are in the order of the files`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            for name in names {
                let objects = (0..<5).map { _ in
                    "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nsize: 1\n"
                }
                try folder.write("deploy/\(name)", objects.joined(separator: "---\n"))
            }
            let result = try folder.run("crdgen", ["validate", "deploy"])
            let lines = result.output.split(separator: "\n")
            #expect(lines.count == 301)
            let places = lines.dropLast().map { $0.split(separator: " ")[0] }
            let expected = names.flatMap { name in
                [4, 9, 14, 19, 24].map { "deploy/\(name):\($0):1:" }
            }
            #expect(places.map(String.init) == expected)
        }
    }

    @Test(arguments: [["list"], ["check"]])
    func `errors are in the order of the files`(_ arguments: [String]) throws {
        try Workspace.with { folder in
            for name in names {
                try folder.write("crds/\(name)", crd("Widget", scope: "Everywhere"))
            }
            let result = try folder.run("crdgen", arguments)
            let lines = (result.output + result.errors).split(separator: "\n")
                .filter { $0.contains("scope") }
            let files = lines.map { String($0.split(separator: ":")[0]) }
            #expect(files == names.map { "crds/\($0)" })
        }
    }
}
