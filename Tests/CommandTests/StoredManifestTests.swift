import Foundation
import TestSupport
import Testing

/// Manifests of public projects that an API server accepted, with the objects that it stored.
@Suite struct StoredManifestTests {
    /// The CRDs of the kinds that are read here, 427 of 1,268 manifests; `corpus-check --manifests`
    /// reads all.
    private static let files = [
        "CustomResourceDefinition-clickhouseinstallations.clickhouse.altinity.com.yaml",
        "postgresql.cnpg.io_backups.yaml", "postgresql.cnpg.io_clusters.yaml",
        "postgresql.cnpg.io_databases.yaml", "postgresql.cnpg.io_scheduledbackups.yaml",
        "scheduling.volcano.sh_queues.yaml", "tekton-300-pipeline.yaml",
        "tekton-300-stepaction.yaml",
    ]

    @Test(
        .enabled(if: SharedFolder.has("corpus/manifests"), "needs ../shared/corpus/manifests"),
        .timeLimit(.minutes(15))
    )
    func `what is written for a manifest agrees with the stored object`() throws {
        try Workspace.with { folder in
            for file in Self.files {
                let bytes = try SharedFolder.bytes("corpus/manifests/crds/\(file)")
                try folder.write("crds/\(file)", String(decoding: bytes, as: UTF8.self))
            }
            let arguments = ["generate", "--crds", "crds", "--module", "Main", "--output", "out"]
            try #require(try folder.run("crdgen", arguments).status == 0)
            try folder.write(
                "out/main.swift",
                "import RoundTrip\n\nRoundTrip.main(customResourceKinds)\n"
            )
            let sources = try folder.files("out").filter { $0.hasSuffix(".swift") }
            let compilation = try folder.compile(
                sources.map { "out/\($0)" },
                to: "program",
                modules: Workspace.roundTrip
            )
            try #require(compilation.status == 0, "\(compilation.errors)")
            let manifests = SharedFolder.url("corpus/manifests/accepted").path
            let result = try folder.execute("program", ["manifests", manifests])
            #expect(result.output == "427\n")
        }
    }
}
