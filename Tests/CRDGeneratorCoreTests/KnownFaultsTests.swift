import Foundation
import Testing

/// The article on faults of other generators, against the tests that it names.
struct KnownFaultsTests {
    private struct Row {
        let number: Int
        /// What happens here, in words.
        let text: String
        /// As `Suite/what the test says`.
        let tests: [String]
    }

    private static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func rows() throws -> [Row] {
        let path = "Sources/CRDRuntime/CRDRuntime.docc/KnownFaults.md"
        let article = try String(contentsOf: package.appending(path: path), encoding: .utf8)
        return article.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 3, let number = Int(cells[0]) else { return nil }
            let tests = cells[2].matches(of: /`([A-Za-z0-9]+Tests\/[^`]+)`/).map { String($0.1) }
            return Row(number: number, text: cells[2], tests: tests)
        }
    }

    /// Every test below `Tests` as the article names it.
    private static func tests() throws -> Set<String> {
        let folder = package.appending(path: "Tests")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var tests: Set<String> = []
        for case let file as URL in try #require(files) where file.pathExtension == "swift" {
            var suite = ""
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                // Types between, such as those of rows, are no suites.
                if let name = line.firstMatch(of: /(?:struct|extension) (?:\w+\.)*(\w+Tests)\b/)?.1
                {
                    suite = String(name)
                }
                if let name = line.firstMatch(of: /func `([^`]+)`\(/)?.1 {
                    tests.insert("\(suite)/\(name)")
                }
            }
        }
        return tests
    }

    @Test func `every fault has a row`() throws {
        #expect(try Self.rows().map(\.number) == Array(1...50))
    }

    @Test func `every row names a test, or says why it needs none`() throws {
        let reasons = ["cannot happen", "is measured"]
        for row in try Self.rows() where row.tests.isEmpty {
            #expect(reasons.contains { row.text.contains($0) }, "row \(row.number)")
        }
    }

    @Test func `every test that the article names exists`() throws {
        let named = Set(try Self.rows().flatMap(\.tests))
        #expect(named.subtracting(try Self.tests()).sorted() == [])
    }
}
