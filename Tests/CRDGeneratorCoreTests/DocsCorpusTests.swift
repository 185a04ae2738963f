import Foundation
import Testing

@testable import CRDGeneratorCore

/// Compares pages with those of the Terraform provider, which have their headings from a slice
/// that siblings share by mistake.
@Suite(.enabled(if: !ProviderCorpus.pairs.isEmpty, "no corpus beside the package"))
struct DocsCorpusTests {
    @Test(.timeLimit(.minutes(1)), arguments: ProviderCorpus.pairs.filter { $0.page != nil })
    func `the schema is that of the provider's page`(_ pair: ProviderCorpus.Pair) throws {
        let name = try #require(pair.page)
        let pages = try ReferencePage.pages(of: pair.crdText, wording: Self.wording)
        var page = try #require(pages.first { $0.fileName == name })
        page.headingName = Self.sharedHeadingName
        let expected = try ProviderCorpus.text("docs/\(name)")
        #expect(page.hasOwnAttributes)
        #expect(
            Self.firstDifference(Self.schema(page.text), Self.schema(expected)) == nil
        )
        #expect(Self.head(page.text) == Self.head(expected))
    }

    @Test(.timeLimit(.minutes(1)), arguments: ProviderCorpus.pairs)
    func `anchors are unique, and links lead to headings of their path`(
        _ pair: ProviderCorpus.Pair
    ) throws {
        for page in try ReferencePage.pages(of: pair.crdText) {
            let lines = page.text.components(separatedBy: "\n")
            let anchors = lines.compactMap { line in
                line.hasPrefix("<a id=\"") ? String(line.dropFirst(7).dropLast(6)) : nil
            }
            let headings = lines.compactMap { line in
                line.hasPrefix("### Nested") ? String(line.dropFirst(23).dropLast()) : nil
            }
            let links = lines.compactMap { line in
                line.range(of: "](#").map { String(line[$0.upperBound...].dropLast(2)) }
            }
            #expect(Set(anchors).count == anchors.count)
            #expect(Set(links.filter { $0.hasPrefix("nestedatt--") }) == Set(anchors))
            #expect(
                headings.map { "nestedatt--" + $0.replacing(".", with: "--") } == anchors
            )
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
    /// The name in a slot of the path that siblings share is that of the last of them; slots are
    /// shared where Go's `append` finds spare capacity.
    private static let sharedHeadingName: HeadingName = { name, last, depth in
        let isShared = depth >= 3 && depth & (depth - 1) != 0
        return isShared ? last : name
    }

    /// Our wording, with the provider's descriptions read from one of its pages.
    private static let wording: ReferencePage.Wording = {
        var wording = ReferencePage.Wording.default
        let path = "docs/sagemaker_services_k8s_aws_training_job_v1alpha1.md"
        guard let page = try? ProviderCorpus.text(path) else { return wording }
        let lines = page.components(separatedBy: "\n")
        func description(_ attribute: String, _ type: String) -> PagePattern {
            let start = "- `\(attribute)` (\(type)) "
            let line = lines.first { $0.hasPrefix(start) } ?? start
            let text = line.dropFirst(start.count)
            let end = text.range(of: " (see [below")?.lowerBound ?? text.endIndex
            return PagePattern(stringLiteral: String(text[..<end]))
        }
        wording.attributes.metadata = description("metadata", "Attributes")
        wording.attributes.name = description("name", "String")
        wording.attributes.namespace = description("namespace", "String")
        wording.attributes.labels = description("labels", "Map of String")
        wording.attributes.annotations = description("annotations", "Map of String")
        wording.attributes.apiVersion = description("api_version", "String")
        wording.attributes.kind = description("kind", "String")
        wording.attributes.id = description("id", "Number")
        wording.attributes.yaml = description("yaml", "String")
        return wording
    }()

    /// Group, front-matter description and description.
    private static func head(_ page: String) -> [String] {
        let lines = page.components(separatedBy: "\n").prefix { $0 != "## Example Usage" }
        return lines.filter { line in
            !line.hasPrefix("#") && !line.hasPrefix("page_title: ")
        }
    }

    private static func schema(_ page: String) -> Substring {
        guard let start = page.range(of: "## Schema\n") else { return "" }
        return page[start.lowerBound...]
    }

    /// The first lines that differ; `nil` if none do.
    private static func firstDifference(_ found: Substring, _ expected: Substring) -> String? {
        if found == expected { return nil }
        let found = found.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
        for (found, expected) in zip(found, expected) where found != expected {
            return "found: \(found)\nexpected: \(expected)"
        }
        return "found \(found.count) lines, expected \(expected.count)"
    }
}
