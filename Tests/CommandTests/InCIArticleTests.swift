import Foundation
import Testing

/// The article "In CI", and the files in the root of the package that it is about.
@Suite struct InCIArticleTests {
    private static func text(_ path: String) throws -> String {
        let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
        return try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private static var article: String {
        get throws { try text("Sources/CRDRuntime/CRDRuntime.docc/InCI.md") }
    }

    @Test func `every command and every option exists`() throws {
        let texts = try [Self.article, Self.text(".pre-commit-hooks.yaml")]
        let lines = texts.joined(separator: "\n").matches(
            of: #/(?:run: |entry: |- |^)crdgen ([a-z]+)([^|>\n]*)/#.anchorsMatchLineEndings()
        )
        #expect(lines.count >= 8)
        try Workspace.with { folder in
            for line in lines {
                let help = try folder.run("crdgen", [String(line.1), "--help"])
                #expect(help.status == 0, "\(line.0)")
                for option in String(line.2).matches(of: #/--[a-z-]+/#) {
                    #expect(help.output.contains("\(option.0) "), "\(line.0)")
                }
                for form in String(line.2).matches(of: #/--output ([a-z]+)/#) {
                    #expect(help.output.contains("'\(form.1)'"), "\(line.0)")
                }
            }
        }
    }

    @Test func `the Dockerfile is that of the article`() throws {
        let parts = try Self.article.components(separatedBy: "```dockerfile\n")
        try #require(parts.count == 2)
        let block = try #require(parts[1].components(separatedBy: "```").first)
        #expect(try Self.text("Dockerfile").hasSuffix("\n" + block))
    }

    @Test func `the hooks of pre-commit run`() throws {
        let hooks = try Self.text(".pre-commit-hooks.yaml")
        let entries = hooks.matches(of: #/(?m)^  entry: (.+)$/#).map { String($0.1) }
        #expect(entries.count == 2)
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            for entry in entries {
                // Hooks for files get them as arguments.
                let files = entry.contains("validate") ? " crds/w.yaml" : ""
                let result = try folder.shell(entry + files)
                #expect(result.status == 0, "\(entry): \(result.output)\(result.errors)")
            }
        }
    }
}
