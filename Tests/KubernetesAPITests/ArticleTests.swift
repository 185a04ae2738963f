import Foundation
import Testing

/// The article about clusters, which shows code of the examples.
struct ArticleTests {
    private let package = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardizedFileURL

    private func text(_ path: String) throws -> String {
        try String(contentsOf: package.appending(path: path), encoding: .utf8)
    }

    @Test(arguments: [
        ("AsyncHTTPClientAdapter/Cluster.swift", "public import AsyncHTTPClient"),
        ("AsyncHTTPClientAdapter/HTTPClient+Kubeconfig.swift", "public import AsyncHTTPClient"),
        ("URLSessionAdapter/Cluster.swift", "public import Foundation"),
        ("FollowJobs/main.swift", "var watcher"),
    ])
    func `the article shows the code that is compiled`(file: String, start: String) throws {
        let code = try text("Examples/Cluster/\(file)")
        let shown = try #require(code.range(of: start)).lowerBound
        let article = try text("Sources/KubernetesAPI/KubernetesAPI.docc/TalkingToACluster.md")
        #expect(article.contains("```swift\n\(code[shown...])```\n"))
    }
}
