import CRDCatalog
import CRDInspection
import CRDYAML
import ManifestTexts
import TestSupport
import Testing

/// `crdgen explain` of kinds that are Go types in the API server.
struct BuiltInExplanationTests {
    private static func text(_ path: String) throws(Diagnostic) -> String {
        let path = try AttributePath(path)
        let input = ManifestText.input("openapi.json", BuiltInKindText.document)
        let documents = try OpenAPIDocuments(input)
        var errors: [Diagnostic] = []
        let catalog = try ResourceCatalog(of: path.kind, in: documents, &errors)
        #expect(errors == [])
        return try Explanation(path, in: catalog).text()
    }

    @Test(arguments: ["Pod", "pods", "po", "PO"])
    func `a kind has the names that kubectl accepts`(name: String) throws {
        #expect(
            try Self.text(name) == """
                KIND:     Pod
                VERSION:  v1

                FIELDS:
                  apiVersion <string>

                  kind <string>

                  metadata <ObjectMeta>

                  spec <PodSpec>

                """
        )
    }

    @Test(
        arguments: [
            ("pod.spec.containers", "[]Container"), ("pod.spec.containers.command", "[]string"),
            ("pod.spec.nodeSelector", "map[string]string"),
            ("pod.spec.activeDeadlineSeconds", "integer"), ("pod.spec.hostNetwork", "boolean"),
            ("quota.spec.hard", "map[string]Quantity"), ("pdb.spec.minAvailable", "IntOrString"),
            ("pod.spec.inline", "[]Object"),
            ("pod.spec.inline.innerValue", "map[string]Object"),
            ("pod.spec.inline.innerValue.someTime", "string"),
            ("pod.metadata.creationTimestamp", "string"), ("secret.data", "map[string]string"),
        ]
    )
    func `a field has the type of kubectl`(path: String, type: String) throws {
        let text = try Self.text(path)
        let name = path.split(separator: ".").dropFirst().joined(separator: ".")
            .replacing("containers.", with: "containers[].")
            .replacing("inline.", with: "inline[].")
            .replacing("innerValue.", with: "innerValue.*.")
        #expect(text.contains("\nFIELD: \(name) <\(type)>\n"))
        #expect(!text.contains("KEY:"))
    }

    @Test func `an unknown field is named by its key`() {
        do throws(Diagnostic) {
            _ = try Self.text("pod.spec.host_network")
            Issue.record("the field was found")
        } catch {
            #expect(
                error.message
                    == "unknown field 'host_network' of Pod.spec, did you mean 'hostNetwork'?"
            )
        }
    }
}
