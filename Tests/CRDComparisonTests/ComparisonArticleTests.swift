import Foundation
import Testing

@testable import CRDComparison

/// The article on `crdgen diff`.
@Suite struct ComparisonArticleTests {
    @Test func `the article shows what is told`() throws {
        let old = """
            mode: {type: string, enum: [fast, slow]}
            maxSize: {type: integer}
            owner: {type: string}
            retries: {type: integer, default: 3}
            """
        let new = """
            mode: {type: string, enum: [fast, slow, safe]}
            maxSize: {type: integer, format: int32}
            owners: {type: array, items: {type: string}}
            retries: {type: integer, default: 5}
            """
        let url = URL(filePath: #filePath).appending(path: "../../../Sources/CRDRuntime")
        let file = url.appending(path: "CRDRuntime.docc/ComparingReleases.md").standardizedFileURL
        let article = try String(contentsOf: file, encoding: .utf8)
        let lines = CatalogComparison(old, new).text().split(separator: "\n")
        #expect(lines.count == 6)
        for line in lines {
            // The article's files have other names and fewer lines.
            let text = line.contains(".yaml:") ? line.drop { $0 != " " } : line
            #expect(article.contains(text), "\(line)")
        }
    }
}

/// The list of rules in the article.
@Suite struct ChangeRuleArticleTests {
    @Test func `the article lists every rule`() throws {
        let url = URL(filePath: #filePath).appending(path: "../../../Sources/CRDRuntime")
        let file = url.appending(path: "CRDRuntime.docc/ComparingReleases.md").standardizedFileURL
        let article = try String(contentsOf: file, encoding: .utf8)
        for rule in ChangeRule.allCases {
            #expect(article.contains("`\(rule.rawValue)`"), "\(rule.rawValue)")
        }
    }
}
