import CRDLibYAML
import CRDRuntime
import CRDValidation
import CRDYAML
import Foundation
import Testing

@testable import CRDGeneratorCore

/// The tables of the article on unusual CRDs: every row is a test case.
struct UnusualCRDsTests {
    @Test(arguments: try ArticleRow.all(in: "Names") + ArticleRow.all(in: "Types"))
    func `properties become the Swift of their row`(row: ArticleRow) throws {
        let version = try GeneratedVersion(properties: "{\(row.input)}")
        let warnings = version.diagnostics.compactMap { diagnostic in
            diagnostic.firstRange(of: "warning: ").map { String(diagnostic[$0.lowerBound...]) }
        }
        #expect(row.results.filter { $0.hasPrefix("warning: ") } == warnings)
        let declarations = row.results.filter { !$0.hasPrefix("warning: ") }
        #expect(!declarations.isEmpty)
        #expect(Set(declarations).subtracting(version.type.declarations) == [])
    }

    @Test(arguments: try ArticleRow.all(in: "Values"))
    func `a value gets the response of its row`(row: ArticleRow) throws {
        let schema = "{type: object, properties: {value: {\(row.input)}}}"
        let text = try CRDText.replacing("type: object", by: schema)
        let version = try #require(Reading.only(text).versions.first)
        let validator = ResourceValidator(definition: version.definition, schema: version.schema)
        let manifest = """
            {"apiVersion": "example.com/v1", "kind": "Widget", "metadata": {"name": "a"}, \
            "value": \(row.code[1])}
            """
        let resource = try JSONValue(#require(Node.parse(manifest, file: "a.json").first))
        let stored = validator.withDefaults(validator.pruned(resource))
        let violations = validator.violations(of: stored).map(\.description)
        let value = stored["value"]?.jsonText ?? "no value"
        #expect(row.results == (violations.isEmpty ? [value] : violations))
    }

    @Test(arguments: try ArticleRow.all(in: "YAML"))
    func `a text means the JSON of its row`(row: ArticleRow) throws {
        var found = "no document"
        do throws(Diagnostic) {
            if let node = try Node.parse(row.input, file: "a.yaml").first {
                found = try JSONValue(node).jsonText
            }
        } catch {
            found = "error: \(error.message)"
        }
        #expect(row.results == [found])
    }

    @Test func `no other section has a table`() throws {
        #expect(try ArticleRow.sections().keys.sorted() == ["Names", "Types", "Values", "YAML"])
    }
}

/// A row of a table in the article: the pieces of code in its cells.
struct ArticleRow: CustomTestStringConvertible {
    let code: [String]
    /// The number of pieces in front of those of the last cell.
    private let inputCount: Int

    /// The code of the first cell.
    var input: String { code[0] }
    /// The code of the last cell.
    var results: [String] { Array(code.dropFirst(inputCount)) }
    var testDescription: String { input }

    private init(_ line: Substring) {
        let cells = line.split(separator: " | ").map { cell in
            cell.matches(of: /`([^`]+)`/).map { String($0.1) }
        }
        code = cells.flatMap { $0 }
        inputCount = cells.dropLast().joined().count
    }

    /// Returns the rows of the table in a section.
    static func all(in section: String) throws -> [ArticleRow] {
        try #require(sections()[section], "no section '\(section)'")
    }

    /// Returns the rows of all tables, by the heading above them.
    static func sections() throws -> [String: [ArticleRow]] {
        let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let path = "Sources/CRDRuntime/CRDRuntime.docc/UnusualCRDs.md"
        let article = try String(contentsOf: package.appending(path: path), encoding: .utf8)
        var sections: [String: [ArticleRow]] = [:]
        var heading = ""
        for line in article.split(separator: "\n") {
            if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
            if line.hasPrefix("| `") { sections[heading, default: []].append(ArticleRow(line)) }
        }
        return sections
    }
}

extension ResourceType {
    /// The declarations of nested types, properties and cases, as the article writes them.
    fileprivate var declarations: [String] {
        let properties = ([root] + structs).flatMap { type in
            ["struct \(type.name)"]
                + type.attributes.map { "var \($0.name): \($0.typeText(.qualified))" }
                + (type.keepsUnknownFields ? ["var unknown_fields: JSONObject"] : [])
        }
        let cases = enums.flatMap { type in
            ["enum \(type.name)"] + type.cases.map { "case \($0.name)" }
        }
        let aliases = aliases.map { "typealias \($0.name) = \($0.target)" }
        return (properties + cases + aliases).map { $0.replacing("CRDRuntime.", with: "") }
    }
}
