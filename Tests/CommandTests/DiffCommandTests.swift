import Foundation
import Testing

/// `crdgen diff`.
@Suite struct DiffCommandTests {
    @Test func `folders and files are compared`() throws {
        try Workspace.with { folder in
            try folder.write("old/w.yaml", crd("Widget"))
            try folder.write("old/g.yaml", crd("Gadget"))
            try folder.write("new.yaml", crd("Gadget") + "---\n" + crd("Widget"))
            let same = try folder.run("crdgen", ["diff", "old", "new.yaml"])
            #expect(same.output == "no changes\n")
            #expect(same.status == 0)
            let json = try folder.run("crdgen", ["diff", "old", "new.yaml", "--json"])
            #expect(json.output.hasPrefix(#"{"changes":[],"summary":{"#))
            #expect(json.status == 0)
        }
    }

    @Test func `what breaks ends with 1 and is told on standard output`() throws {
        try Workspace.with { folder in
            try folder.write("old.yaml", crd("Widget"))
            try folder.write("new.yaml", crd("Widget", scope: "Cluster"))
            let result = try folder.run("crdgen", ["diff", "old.yaml", "new.yaml"])
            #expect(
                result.output == """
                    new.yaml:9:5: breaking (values): example.com/v1/Widget: scope changed from \
                    'Namespaced' to 'Cluster'
                    1 change: 1 breaking (values)

                    """
            )
            #expect(result.errors == "")
            #expect(result.status == 1)
        }
    }

    @Test func `each folder has a configuration`() throws {
        try Workspace.with { folder in
            for name in ["old", "new"] { try folder.write("\(name)/w.yaml", crd("Widget")) }
            try folder.write("new/crdgen.yaml", "groups: {example.com: Things}\n")
            let result = try folder.run("crdgen", ["diff", "old", "new"])
            #expect(result.output.contains("to 'Things.V1.Widget'\n"))
            #expect(result.status == 1)
        }
    }

    @Test func `standard input is configured like the other side`() throws {
        try Workspace.with { folder in
            try folder.write("old.yaml", crd("Widget"))
            try folder.write("new/w.yaml", crd("Widget"))
            try folder.write("new/crdgen.yaml", "groups: {example.com: Things}\n")
            let command = Workspace.products.appending(path: "crdgen").path
            let result = try folder.run(
                URL(filePath: "/bin/sh"),
                ["-c", #""$0" diff - new < old.yaml"#, command]
            )
            #expect(result.output == "no changes\n")
            #expect(result.status == 0)
        }
    }

    @Test(
        arguments: [
            (["diff", "bad.yaml", "w.yaml"], 1), (["diff", "w.yaml", "bad.yaml", "--json"], 1),
            (["diff", "w.yaml", "none.yaml"], 1), (["diff", "w.yaml"], 2), (["diff", "-", "-"], 2),
        ] as [([String], Int32)]
    )
    func `with an input at fault nothing is told`(_ arguments: [String], _ status: Int32) throws {
        try Workspace.with { folder in
            try folder.write("w.yaml", crd("Widget"))
            try folder.write("bad.yaml", crd("Widget") + "---\n" + crd("Gadget", scope: "Galaxy"))
            let result = try folder.run("crdgen", arguments)
            #expect(result.status == status)
            #expect(result.output == "")
            #expect(result.errors.lowercased().contains("error: "))
        }
    }
}
