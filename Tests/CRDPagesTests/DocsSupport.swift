import CRDLibYAML
import CRDSchema
import CRDValues
import CRDYAML
import Foundation
import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

extension ReferencePage {
    /// The pages of every version in a text.
    static func pages(
        of text: String,
        file: String = "crd.yaml",
        detail: PageDetail = .plain,
        wording: Wording = .default,
        configuration: Configuration = Configuration()
    ) throws -> [ReferencePage] {
        var reader = CRDReader()
        for document in try Node.parse(text, file: file) { reader.read(document) }
        return reader.definitions.flatMap { definition in
            var builder = ModelBuilder(file: file, configuration: configuration)
            return definition.versions.map { version in
                let type = builder.build(version)
                return ReferencePage(
                    version: version,
                    type: type,
                    shortName: version.definition.isStorage ? type.root.name : nil,
                    detail: detail,
                    wording: wording
                )
            }
        }
    }

    /// The page of a CRD with one version.
    static func page(
        of text: String,
        detail: PageDetail = .plain,
        configuration: Configuration = Configuration()
    ) throws -> ReferencePage {
        let pages = try pages(of: text, detail: detail, configuration: configuration)
        #expect(pages.count == 1)
        return try #require(pages.first)
    }

    /// The page of `FooBar` in `example.com/v1` with the schema, whose lines begin at the margin.
    static func page(
        ofSchema schema: String,
        scope: String = "Cluster",
        detail: PageDetail = .plain,
        configuration: Configuration = Configuration()
    ) throws -> ReferencePage {
        let lines = schema.split(separator: "\n", omittingEmptySubsequences: false)
        return try page(
            of: """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  name: foobars.example.com
                spec:
                  group: example.com
                  names:
                    kind: FooBar
                    plural: foobars
                  scope: \(scope)
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema:
                      openAPIV3Schema:
                        \(lines.joined(separator: "\n" + String(repeating: " ", count: 8)))
                """,
            detail: detail,
            configuration: configuration
        )
    }

    /// The text without the anchors of attributes, and without the links of Swift types.
    var textWithoutLinks: String {
        text.replacing(/- <a id="att--[^"]*"><\/a>/, with: "- ")
            .replacing(/Swift \[(`[^`]+`)\]\(#[^)]+\)/) { "Swift \($0.1)" }
    }

    /// The part of the text without links, from the line `start` to before the line `end`.
    func section(_ start: String, before end: String? = nil) -> String {
        let lines = textWithoutLinks.components(separatedBy: "\n")
        let from = lines.firstIndex(of: start) ?? lines.endIndex
        let to = end.flatMap { lines[from...].firstIndex(of: $0) } ?? lines.endIndex
        return lines[from..<to].joined(separator: "\n")
    }

    /// The attribute lines of `spec`.
    var specLines: [String] {
        let lines = section("### Nested Schema for `spec`").components(separatedBy: "\n")
        return lines.prefix { !$0.hasPrefix("<a id=") }.filter { $0.hasPrefix("- ") }
    }
}

/// CRDs and the pages that the Terraform provider published for them.
struct ProviderCorpus {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent()
        .appending(path: "../../../shared/corpus/provider")
        .standardizedFileURL

    /// A CRD and its page; `nil` if it has none.
    struct Pair: CustomTestStringConvertible, Sendable {
        let crd: String
        let page: String?

        var testDescription: String { crd }

        var crdText: String {
            get throws { try ProviderCorpus.text("crds/\(crd)") }
        }
    }

    /// The pairs; empty where the corpus is not present.
    static let pairs: [Pair] = {
        guard let table = try? text("pairs.tsv") else { return [] }  // a plain clone has none
        return table.split(separator: "\n").map { line in
            let columns = line.split(separator: "\t").map(String.init)
            return Pair(crd: columns[0], page: columns[1] == "-" ? nil : columns[1])
        }
    }()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }
}
