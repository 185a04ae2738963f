import Foundation
import Testing

/// The article about the command, whose examples are run.
@Suite struct CommandArticleTests {
    private static var article: String {
        get throws {
            let path = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../Sources/CRDRuntime/CRDRuntime.docc/Command.md")
            return try String(contentsOf: path.standardizedFileURL, encoding: .utf8)
        }
    }

    /// The blocks of the article in a language, in order.
    private static func blocks(_ language: String) throws -> [String] {
        let parts = try article.components(separatedBy: "\n```\(language)\n").dropFirst()
        return try parts.map { part in
            let end = try #require(part.range(of: "\n```\n"))
            return part[..<end.lowerBound] + "\n"
        }
    }

    @Test func `every command has its section`() throws {
        try Workspace.with { folder in
            let help = try folder.run("crdgen", ["--help"]).output
            let list = try #require(help.components(separatedBy: "SUBCOMMANDS:\n").last)
            let commands = list.matches(of: #/(?m)^  ([a-z]+) /#).map { String($0.1) }
            #expect(!commands.isEmpty)
            for command in commands {
                #expect(try Self.article.contains("\n## crdgen \(command)\n"), "\(command)")
            }
        }
    }

    @Test func `what the examples print is what the article says`() throws {
        try Workspace.with { folder in
            try folder.write("Package.swift", "")
            try folder.write("Sources/Widgets/Widgets.swift", "")
            try folder.write("widgets.yaml", #require(try Self.blocks("yaml").first))
            let blocks = try Self.blocks("console")
            #expect(blocks.count >= 10)
            for block in blocks {
                for example in block.components(separatedBy: "$ ").dropFirst() {
                    let lines = example.split(separator: "\n", maxSplits: 1)
                    let result = try folder.shell("(\(lines[0])) 2>&1")
                    #expect(result.output == (lines.count > 1 ? lines[1] : ""), "\(lines[0])")
                }
            }
        }
    }
}
