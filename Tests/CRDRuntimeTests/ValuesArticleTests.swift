import Foundation
import Testing

struct ValuesArticleTests {
    private static let package = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardizedFileURL

    @Test func `the code of the article is compiled as an example`() throws {
        let article = try String(
            contentsOf: Self.package.appending(
                path: "Sources/CRDRuntime/CRDRuntime.docc/WorkingWithValues.md"
            ),
            encoding: .utf8
        )
        let example = try String(
            contentsOf: Self.package.appending(path: "Examples/Values/main.swift"),
            encoding: .utf8
        )
        let blocks = article.matches(of: /```swift\n((?:.|\n)*?)```/).map { String($0.1) }
        #expect(blocks.count == 8)
        for block in blocks { #expect(example.contains(block), "\(block)") }
    }
}
