import CRDValues
import CRDYAML
import Foundation
import Testing

@testable import CRDGeneratorCore

/// The table in the article about `crdgen.yaml`.
struct ConfigurationArticleTests {
    private static var article: String {
        get throws { try text("Sources/CRDRuntime/CRDRuntime.docc/Configuration.md") }
    }

    private static func text(_ path: String) throws -> String {
        let package = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: package.appending(path: path), encoding: .utf8)
    }

    /// The first cell and the second of each row with three.
    private static var rows: [(key: String, value: String)] {
        get throws {
            try article.matches(of: /(?m)^\| `([A-Za-z.]+)` \| ([^|]+) \| [^|]+ \|$/)
                .map { (String($0.1), String($0.2)) }
        }
    }

    private static func keys<Key: CaseIterable & RawRepresentable<String>>(
        _ type: Key.Type,
        under outer: String = ""
    ) -> [String] {
        type.allCases.map { outer + $0.rawValue }
    }

    @Test func `every key of the file has a row, and every row is a key`() throws {
        let keys =
            Self.keys(ConfigurationReader.Key.self)
            + Self.keys(ConfigurationReader.SelectionKey.self, under: "include.")
            + Self.keys(ConfigurationReader.ConformanceKey.self, under: "conformances.")
            + Self.keys(ConfigurationReader.ShapeKey.self, under: "shapes.")
            + Self.keys(ConfigurationReader.RenameKey.self, under: "renames.")
        #expect(try Self.rows.map(\.key).sorted() == keys.sorted())
    }

    @Test(arguments: [
        ("access", AccessLevel.allCases.map(\.rawValue), Configuration().access.rawValue),
        ("naming", ["snake_case", "camelCase"], Configuration().naming.rawValue),
        ("docs", PageDetail.allCases.map(\.rawValue), Configuration().docs.rawValue),
        ("status", ["true", "false"], String(Configuration().hasStatus)),
        ("mergeTypes", ["true", "false"], String(Configuration().mergesTypes)),
        ("wellKnownTypes", ["true", "false"], String(Configuration().usesWellKnownTypes)),
    ])
    func `a row has the values of its key and the default`(
        key: String,
        values: [String],
        usual: String
    ) throws {
        let value = try #require(try Self.rows.first { $0.key == key }?.value)
        let words = value.matches(of: /`([^`]+)`/).map { String($0.1) }
        #expect(Set(words) == Set(values))
        #expect(value.contains("`\(usual)` (default)"))
    }

    @Test func `the examples are read without a word`() throws {
        let blocks = try Self.article.matches(of: /```yaml\n((?:.|\n)*?)```/).map(\.1)
        #expect(blocks.count == 2)
        for text in blocks {
            var diagnostics: [Diagnostic] = []
            let input = Generator.Input(path: "crdgen.yaml", bytes: Array(text.utf8))
            let configuration = Configuration(input, &diagnostics)
            #expect("\(configuration)" != "\(Configuration())")
            #expect(diagnostics == [])
        }
    }

    @Test func `the example of types by schema is compiled`() throws {
        let sections = try Self.article.components(separatedBy: "\n## ")
        let section = try #require(sections.first { $0.hasPrefix("Types by schema\n") })
        let blocks = section.matches(of: /```(yaml|swift)\n((?:.|\n)*?)```/)
        #expect(blocks.map(\.1) == ["yaml", "swift"])
        #expect(try Self.text("Examples/Units/crds/crdgen.yaml") == blocks[0].2)
        #expect(try Self.text("Examples/Units/main.swift").contains(blocks[1].2))
    }
}
