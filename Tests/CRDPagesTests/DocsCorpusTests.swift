import Foundation
import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

/// Compares pages with those of the Terraform provider, up to two of its faults: see
/// ``ProviderFaults``.
@Suite(.enabled(if: !ProviderCorpus.pairs.isEmpty, "no corpus beside the package"))
struct DocsCorpusTests {
    @Test(.timeLimit(.minutes(15)), arguments: ProviderCorpus.pairs.filter { $0.page != nil })
    func `a plain page with the provider's texts is the provider's page`(
        _ pair: ProviderCorpus.Pair
    ) throws {
        let name = try #require(pair.page)
        let expected = try ProviderCorpus.text("docs/\(name)")
        let wording = try ProviderWording.wording(example: ProviderWording.example(in: expected))
        let crd = ProviderFaults.exchangingSpellings(in: try pair.crdText)
        let pages = try ReferencePage.pages(of: crd, detail: .plain, wording: wording)
        let page = try #require(pages.first { $0.fileName == name })
        #expect(page.hasOwnAttributes)
        let text = ProviderFaults.sharingNames(in: page.text)
        #expect(Self.firstDifference(text, expected) == nil)
    }

    @Test func `all pairs are compared`() {
        #expect(ProviderCorpus.pairs.count { $0.page != nil } == 193)
    }

    @Test(.timeLimit(.minutes(15)), arguments: ProviderCorpus.pairs)
    func `anchors are unique, and links lead to sections of their path`(
        _ pair: ProviderCorpus.Pair
    ) throws {
        for page in try ReferencePage.pages(of: pair.crdText, detail: .full) {
            let lines = page.text.components(separatedBy: "\n")
            let anchors = lines.compactMap { line in
                line.hasPrefix("<a id=\"") ? String(line.dropFirst(7).dropLast(6)) : nil
            }
            let paths = lines.compactMap { line in
                line.hasPrefix("`") ? line.firstMatch(of: /^`([^`]+)`, in \[`/)?.1 : nil
            }
            let links = lines.compactMap { line in
                line.range(of: "](#nestedatt--").map { range in
                    "nestedatt--" + line[range.upperBound...].prefix { $0 != ")" }
                }
            }
            #expect(Set(anchors).count == anchors.count)
            #expect(Set(links) == Set(anchors))
            #expect(paths.map { "nestedatt--" + $0.replacing(".", with: "--") } == anchors)
        }
    }

    @Test(arguments: ProviderCorpus.pairs.filter { $0.page == nil })
    func `the provider has no page where a CRD adds no attributes`(
        _ pair: ProviderCorpus.Pair
    ) throws {
        #expect(try ReferencePage.pages(of: pair.crdText).allSatisfy { !$0.hasOwnAttributes })
    }
}

extension DocsCorpusTests {
    /// The first lines that differ; `nil` if none do.
    private static func firstDifference(_ found: String, _ expected: String) -> String? {
        if Array(found.utf8) == Array(expected.utf8) { return nil }
        let found = found.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
        for (found, expected) in zip(found, expected) where found != expected {
            return "found: \(found)\nexpected: \(expected)"
        }
        return "found \(found.count) lines, expected \(expected.count)"
    }
}
