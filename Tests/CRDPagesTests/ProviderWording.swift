import Foundation
import Testing

@testable import CRDGeneratorCore
@testable import CRDPages

/// The provider's fixed texts, read from one of its pages.
enum ProviderWording {
    /// Every text but the example, which differs from page to page.
    static func wording(example: String) throws -> ReferencePage.Wording {
        var wording = try fixed.get()
        wording.example = PagePattern(stringLiteral: example)
        return wording
    }

    /// What stands between "Example Usage" and the comment above the schema.
    static func example(in page: String) throws -> String {
        let start = try #require(page.range(of: "## Example Usage\n\n"))
        let end = try #require(
            page.range(of: "\n\n<!-- schema", range: start.upperBound..<page.endIndex)
        )
        return String(page[start.upperBound..<end.lowerBound])
    }

    private static let resource = "sagemaker_services_k8s_aws_training_job_v1alpha1"

    private static let fixed = Result<ReferencePage.Wording, any Error> {
        let page = try ProviderCorpus.text("docs/\(resource).md")
        let lines = page.components(separatedBy: "\n")
        func line(_ start: String) throws -> Substring {
            try #require(lines.first { $0.hasPrefix(start) }).dropFirst(start.count)
        }
        func attribute(_ name: String, _ type: String) throws -> PagePattern {
            let text = try line("- `\(name)` (\(type)) ")
            let end = text.range(of: " (see [below")?.lowerBound ?? text.endIndex
            return PagePattern(stringLiteral: String(text[..<end]))
        }
        return ReferencePage.Wording(
            title: pattern(try line("page_title: ").dropFirst().dropLast()),
            frontMatterComment: PagePattern(stringLiteral: "# \(try line("# "))"),
            heading: pattern(try #require(lines.first { $0.hasPrefix("# k8s") }).dropFirst(2)),
            example: "",
            schemaComment: PagePattern(stringLiteral: "<!-- \(try line("<!-- "))"),
            attributes: ReferencePage.Wording.Attributes(
                metadata: try attribute("metadata", "Attributes"),
                name: try attribute("name", "String"),
                namespace: try attribute("namespace", "String"),
                labels: try attribute("labels", "Map of String"),
                annotations: try attribute("annotations", "Map of String"),
                apiVersion: try attribute("api_version", "String"),
                kind: try attribute("kind", "String"),
                id: try attribute("id", "Number"),
                yaml: try attribute("yaml", "String")
            )
        )
    }

    /// A text with a place for the resource's name where that of the page stands.
    private static func pattern(_ text: Substring) -> PagePattern {
        let parts = text.components(separatedBy: resource)
        return parts.count == 2 ? "\(text: parts[0])\(.resource)\(text: parts[1])" : "\(text: "")"
    }
}

extension PagePattern.StringInterpolation {
    fileprivate mutating func appendInterpolation(text: String) {
        appendLiteral(text)
    }
}
