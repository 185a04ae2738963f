import CRDLibYAML
import CRDYAML
import Foundation
import Testing

/// The files that other systems read from the root of the package, and the examples for them.
@Suite struct IntegrationFileTests {
    private static func text(_ path: String) throws -> String {
        let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
        return try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    @Test func `the action has inputs and steps`() throws {
        let documents = try Node.parse(Self.text("action.yml"), file: "action.yml")
        let action = try #require(documents.first)
        #expect(action["runs"]?["using"]?.text == "composite")
        let steps = try #require(action["runs"]?["steps"]?.items)
        #expect(steps.count == 3)
        for step in steps { #expect(step["shell"]?.text == "bash") }
        #expect(action["inputs"]?["arguments"]?["default"]?.text == "")
    }

    @Test func `the hooks have ids that the article names`() throws {
        let file = ".pre-commit-hooks.yaml"
        let hooks = try #require(try Node.parse(Self.text(file), file: file).first)
        let article = try Self.text("Sources/CRDRuntime/CRDRuntime.docc/InCI.md")
        #expect(hooks.items.count == 2)
        for hook in hooks.items {
            let id = try #require(hook["id"]?.text)
            #expect(article.contains("- id: \(id)\n"))
            #expect(hook["language"]?.text == "system")
        }
    }

    @Test func `the examples of the article are YAML`() throws {
        let article = try Self.text("Sources/CRDRuntime/CRDRuntime.docc/InCI.md")
        let blocks = article.components(separatedBy: "\n```yaml\n").dropFirst()
        #expect(blocks.count >= 5)
        for block in blocks {
            let text = block.components(separatedBy: "\n```").first ?? ""
            #expect(try Node.parse(text, file: "InCI.md").count == 1)
        }
    }
}
