import Foundation
import TestSupport
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
                    new.yaml:6:3: breaking (manifests): example.com/Widget: scope changed from \
                    'Namespaced' to 'Cluster'
                    1 change: 1 breaking (manifests)

                    """
            )
            #expect(result.errors == "")
            #expect(result.status == 1)
        }
    }

    @Test(arguments: ["old", "new"])
    func `of a kind that is defined twice, the last definition is compared`(side: String) throws {
        try Workspace.with { folder in
            let text = crd("Widget", spec: "properties: {a: {type: string}}")
            for name in ["old", "new"] { try folder.write("\(name)/b.yaml", text) }
            let other = crd("Widget", spec: "properties: {b: {type: string}}")
            try folder.write("\(side)/a.yaml", other)
            let result = try folder.run("crdgen", ["diff", "old", "new"])
            #expect(result.output == "no changes\n")
            #expect(
                result.errors == "\(side)/b.yaml:9:5: warning: duplicate definition of Widget of "
                    + "'example.com/v1', first in \(side)/a.yaml:9; using this one\n"
            )
        }
    }

    @Test(
        arguments: [
            ("{a: {}}", "type"), ("{a: {type: string, default: 1}}", "default"),
            ("{a: {type: string, x-kubernetes-validations: [{rule: 'self >'}]}}", "rule"),
        ]
    )
    func `a new CRD that the server rejects is compared with a warning`(
        _ properties: String,
        _ field: String
    ) throws {
        try Workspace.with { folder in
            try folder.write("old.yaml", crd("Widget", spec: "properties: \(properties)"))
            try folder.write("new.yaml", crd("Widget", spec: "properties: \(properties)"))
            for options in [[], ["--output", "tap"], ["--json"]] {
                let result = try folder.run("crdgen", ["diff", "old.yaml", "new.yaml"] + options)
                let prefix = "warning: the API server rejects this CRD: spec."
                #expect(result.errors.hasPrefix("new.yaml:12:"), "\(result.errors)")
                #expect(result.errors.contains(prefix), "\(result.errors)")
                #expect(result.errors.contains(field), "\(result.errors)")
                #expect(result.status == 0)
            }
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

/// The options of `crdgen diff`, and git revisions.
@Suite struct DiffOptionTests {
    /// Two versions of a CRD, of which the new one requires a field in manifests and in code.
    private static let versions = (
        old: crd("Widget", spec: "properties: {size: {type: integer}}"),
        new: crd("Widget", spec: "required: [size], properties: {size: {type: integer}}")
    )

    @Test(
        arguments: [
            ([], 1), (["--fail-on", "manifests"], 1), (["--fail-on", "source"], 1),
            (["--fail-on", "never"], 0), (["--rules", "levels.yaml"], 0),
            (["--rules", "levels.yaml", "--output", "tap"], 0), (["--output", "junit"], 1),
            (["--output", "github", "--fail-on", "never"], 0), (["--fail-on", "nothing"], 2),
            (["--rules", "none.yaml"], 1), (["--rules", "bad.yaml", "--output", "sarif"], 1),
        ] as [([String], Int32)]
    )
    func `options choose the changes that fail`(_ options: [String], _ status: Int32) throws {
        try Workspace.with { folder in
            try folder.write("old.yaml", Self.versions.old)
            try folder.write("new.yaml", Self.versions.new)
            try folder.write("levels.yaml", "field-required: warn\n")
            try folder.write("bad.yaml", "field-requird: warn\n")
            let result = try folder.run("crdgen", ["diff", "old.yaml", "new.yaml"] + options)
            #expect(result.status == status, "\(result.output)\(result.errors)")
        }
    }

    @Test(arguments: [
        ("changeLevels: {field-required: warn}\n", [], 0),
        ("changeLevels: {field-required: warn}\n", ["--rules", "levels.yaml"], 1),
        ("changeLevels: {field-requird: warn}\n", [], 1), ("changeLevels: warn\n", [], 1),
    ])
    func `the configuration of the new CRDs has levels`(
        _ text: String,
        _ options: [String],
        _ status: Int32
    ) throws {
        try Workspace.with { folder in
            try folder.write("old/w.yaml", Self.versions.old)
            try folder.write("new/w.yaml", Self.versions.new)
            try folder.write("new/crdgen.yaml", text)
            try folder.write("levels.yaml", "field-required: error\n")
            let result = try folder.run("crdgen", ["diff", "old", "new"] + options)
            #expect(result.status == status, "\(result.output)\(result.errors)")
        }
    }

    @Test func `a change is a finding`() throws {
        try Workspace.with { folder in
            try folder.write("old.yaml", Self.versions.old)
            try folder.write("new.yaml", Self.versions.new)
            let arguments = ["diff", "old.yaml", "new.yaml", "--output", "github"]
            let result = try folder.run("crdgen", arguments)
            #expect(result.output.hasPrefix("::error file=new.yaml,line=12,col="))
            #expect(
                result.output.hasSuffix(
                    "title=Field required (field-required)::breaking (source, manifests): "
                        + "example.com/v1/Widget.spec.size: field is required now, type changed "
                        + "from 'Int?' to 'Int'\n"
                )
            )
        }
    }

    /// A repository with an old version of a folder, in a commit with the tag `v1`.
    private static func withRepository(_ test: (Workspace) throws -> Void) throws {
        try Workspace.with { folder in
            try folder.write("api/crds/w.yaml", versions.old)
            try folder.write("api/crds/crdgen.yaml", "groups: {example.com: Things}\n")
            try folder.write("api/crds/notes.txt", "no: [crd")
            try folder.write("api/empty.yaml", "")
            let git = try folder.shell(
                """
                git init -q . && git add . \
                && git -c user.name=a -c user.email=a@example.com commit -q -m a && git tag v1
                """
            )
            #expect(git.status == 0, "\(git.errors)")
            try folder.write("api/crds/w.yaml", versions.new)
            try test(folder)
        }
    }

    @Test(
        .enabled(if: Program("git") != nil, "git is not installed"),
        arguments: [
            ["git:v1:api/crds", "api/crds"], ["git:HEAD:api/crds/", "api/crds"],
            ["git:v1:api/crds/w.yaml", "api/crds/w.yaml"], ["git:v1:./api/crds", "api/crds"],
        ]
    )
    func `a git revision is compared, with its configuration`(_ arguments: [String]) throws {
        try Self.withRepository { folder in
            let result = try folder.run("crdgen", ["diff"] + arguments)
            #expect(result.errors == "")
            #expect(
                result.output.hasSuffix("1 change: 1 breaking (source), 1 breaking (manifests)\n")
            )
            #expect(result.status == 1)
            let back = try folder.run("crdgen", ["diff", arguments[1], arguments[0]])
            #expect(back.output.contains(": breaking (source): "), "\(back.output)")
        }
    }

    @Test(.enabled(if: Program("git") != nil, "git is not installed"))
    func `a path of a git revision can be relative`() throws {
        try Self.withRepository { folder in
            for (current, path) in [
                ("api/crds", "./"), ("api/crds", "../crds"), ("api/empty", ".."),
            ] {
                try folder.write("api/empty/.keep", "")
                let result = try folder.shell(
                    "cd \(current) && crdgen diff git:v1:\(path) git:v1:\(path)"
                )
                #expect(result.errors == "")
                #expect(result.output == "no changes\n")
            }
        }
    }

    @Test(.enabled(if: Program("git") != nil, "git is not installed"))
    func `the path of a git revision begins at the root of the repository`() throws {
        try Self.withRepository { folder in
            let result = try folder.shell("cd api && crdgen diff git:v1:api/crds crds")
            #expect(result.errors == "")
            #expect(result.output.contains("1 change: "), "\(result.output)")
            let back = try folder.shell("crdgen diff api/crds git:v1:api/crds")
            #expect(back.output.hasPrefix("git:v1:api/crds/w.yaml:"), "\(back.output)")
        }
    }

    @Test(
        .enabled(if: Program("git") != nil, "git is not installed"),
        arguments: [
            ("git:v2:api/crds", "unknown git revision 'v2'"),
            ("git:--all:api", "unknown git revision '--all'"),
            ("git:v1:crds", "no such file or folder in the git revision 'v1'"),
            ("git:v1", "expected 'git:REVISION:PATH', such as 'git:main:crds'"),
            ("git:v1:api/empty.yaml", "no CustomResourceDefinition found"),
        ]
    )
    func `an unknown revision or path is an error`(_ word: String, _ message: String) throws {
        try Self.withRepository { folder in
            let result = try folder.run("crdgen", ["diff", word, "api/crds"])
            #expect(result.errors == "\(word): error: \(message)\n")
            #expect(result.output == "")
            #expect(result.status == 1)
        }
    }

    @Test func `git is needed only for revisions, and a repository too`() throws {
        try Workspace.with { folder in
            try folder.write("w.yaml", Self.versions.old)
            let nowhere = ["GIT_CEILING_DIRECTORIES": "/", "GIT_DIR": folder.path("none")]
            let none = try folder.run(
                "crdgen",
                ["diff", "git:v1:crds", "w.yaml"],
                environment: nowhere
            )
            #expect(
                none.errors.hasPrefix(
                    "git:v1:crds: error: cannot be read with git: fatal: not a git repository"
                ),
                "\(none.errors)"
            )
            #expect(none.status == 1)
            let missing = try folder.run(
                "crdgen",
                ["diff", "git:v1:crds", "w.yaml"],
                environment: ["PATH": folder.path("none")]
            )
            #expect(
                missing.errors
                    == "git:v1:crds: error: cannot be read: 'git' not found; install it\n"
            )
        }
    }
}
