import CRDFoundation
import CRDManifests
import Foundation
import SageMaker
import Testing

/// Reading files, as the article `Manifests` describes it.
struct FileReadingTests {
    private static let yaml = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: b}

        """

    @Test func `a file is read by its path or URL`() throws {
        let folder = FileManager.default.temporaryDirectory
        let url = folder.appending(path: "manifests-\(UUID()).yaml")
        try Data(Self.yaml.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let stream = try ManifestStream(contentsOf: url.path, kinds: [TrainingJob.self])
        #expect(stream.items.map(\.location.description) == ["\(url.path):1:1", "\(url.path):5:1"])
        let same = try ManifestStream(contentsOf: url, kinds: [])
        #expect(same.objects.map(\.metadata.name) == ["a", "b"])
        let error = #expect(throws: ManifestError.self) { try TrainingJob(contentsOf: url) }
        #expect(error?.diagnostics.first?.message == "found 2 documents, expected one TrainingJob")
    }

    @Test func `a missing file is an error with its path`() throws {
        let error = #expect(throws: ManifestError.self) {
            try TrainingJob(contentsOf: "no-such-file.yaml")
        }
        #expect(
            error?.description
                == "no-such-file.yaml: error: cannot be read: No such file or directory"
        )
    }
}
