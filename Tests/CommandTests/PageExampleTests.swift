import Foundation
import TestSupport
import Testing

/// The examples of pages, compiled and run.
@Suite struct PageExampleTests {
    @Test(.timeLimit(.minutes(15)), arguments: ["naming: snake_case", "naming: camelCase"])
    func `an example compiles and prints the manifest beside it`(configuration: String) throws {
        try Workspace.with { folder in
            for (number, file) in Self.sample.enumerated() {
                try folder.write("crds/\(number).yaml", String(contentsOf: file, encoding: .utf8))
            }
            try folder.write("crds/crdgen.yaml", configuration)
            let arguments = ["generate", "--crds", "crds", "--module", "Main", "--output", "out"]
            #expect(try folder.run("crdgen", arguments).status == 0)
            let pages = try folder.files("out/docs").filter { $0 != "README.md" }
            let examples = try pages.map { page in
                try Example(folder.text("out/docs/\(page)"), page: page)
            }
            #expect(examples.count >= 4)
            let program = Self.program(examples)
            try folder.write("out/main.swift", program)
            let sources = try folder.files("out").filter { $0.hasSuffix(".swift") }
            let compilation = try folder.compile(sources.map { "out/\($0)" }, to: "examples")
            try #require(compilation.status == 0, "\(compilation.errors)")
            let result = try folder.execute("examples")
            let texts = result.output.components(separatedBy: Self.separator)
            #expect(texts.dropLast() == examples.map(\.manifest)[...])
        }
    }

    /// The CRDs of this package, and two of each part of the catalogue that tests read.
    private static var sample: [URL] {
        let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let own = ["crds", "Tests/TestResources/crds"].flatMap { path in
            files(below: package.appending(path: path).standardizedFileURL)
        }
        return own
            + CorpusPart.all(of: "corpus/catalog").flatMap { part in
                stride(from: 7, to: part.files.count, by: 36).map {
                    SharedFolder.url(part.files[$0])
                }
            }
    }

    private static func files(below folder: URL) -> [URL] {
        let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return (paths ?? []).sorted()
            .filter { $0.hasSuffix(".yaml") && !$0.hasSuffix("crdgen.yaml") }
            .map { folder.appending(path: $0) }
    }

    private static let separator = "---end---\n"

    /// A program that prints the manifest of each example.
    private static func program(_ examples: [Example]) -> String {
        let functions = examples.enumerated().map { number, example in
            """
            @available(*, deprecated)
            func example\(number)() throws {
            \(example.code)
            print(try \(example.variable).yaml, terminator: "\(separator.dropLast())\\n")
            }
            """
        }
        let calls = examples.indices.map { "try example\($0)()" }
        return (["import CRDRuntime"] + functions + calls).joined(separator: "\n") + "\n"
    }
}

/// The two blocks of a page's example.
private struct Example {
    let code: String
    let manifest: String
    let variable: Substring

    init(_ text: String, page: String) throws {
        code = try Self.block("```swift\n", of: text, page)
        manifest = try Self.block("```yaml\n", of: text, page)
        variable = code.dropFirst("let ".count).prefix { $0 != " " }
    }

    private static func block(_ fence: String, of text: String, _ page: String) throws -> String {
        let start = try #require(text.range(of: fence), "\(page)")
        let rest = text[start.upperBound...]
        let end = try #require(rest.range(of: "\n```\n"), "\(page)")
        return rest[..<end.lowerBound] + "\n"
    }
}
