import CRDFoundation
import CRDManifests
import CRDRuntime
import CRDValidation
import Foundation
import SageMaker
import Testing

/// The public API as an adopter sees it.
///
/// This target depends on products only and is compiled without access to `package` declarations:
/// that it compiles is the first test.
struct AdopterTests {
    private static let head = """
        apiVersion: sagemaker.services.k8s.aws/v1alpha1
        kind: TrainingJob
        metadata: {name: a}

        """

    @Test func `an error has locations and the paths of fields`() throws {
        let text = Self.head + "spec: {roleARN: 7}"
        let error = try #require(throws: ManifestError.self) {
            try TrainingJob(yaml: text, file: "job.yaml")
        }
        let last = try #require(error.diagnostics.last)
        #expect(last.severity == .error)
        #expect(last.location?.line == 4)
        #expect(last.location?.description == "job.yaml:4:17")
        #expect(last.message == "expected a string, found the number 7")
        #expect(last.description(.wire).contains("error: spec.roleARN: expected"))
        #expect(error.localizedDescription == error.description)
        let report = try #require(ErrorReport(of: text, file: "job.yaml"))
        #expect(Set(report.severities) == [.error])
        #expect(report.lines.last == "job.yaml:4:17 spec.roleARN spec.role_arn")
        #expect(report.violations == [])
    }

    @Test func `an error of the API server's checks has its violations`() throws {
        let text = Self.head + "spec: {roleARN: 7}"
        let report = try #require(ErrorReport(of: text, file: "job.yaml", checks: .apiServer))
        let violation = try #require(report.violations.first { $0.field == "spec.roleARN" })
        #expect(violation.reason == .typeInvalid)
        #expect(violation.location?.description == "job.yaml:4:17")
        #expect(report.violations.count == report.severities.count)
    }

    @Test func `warnings are diagnostics`() throws {
        var warnings: [String] = []
        let text = Self.head + "sepc: {}"
        _ = try TrainingJob(yaml: text, file: "job.yaml", fieldValidation: .warn) {
            warnings.append($0.description)
        }
        #expect(
            warnings == ["job.yaml:4:1: warning: unknown field 'sepc', did you mean 'spec'?"]
        )
        let stream = try ManifestStream(
            yaml: text,
            kinds: [TrainingJob.self],
            fieldValidation: .warn
        )
        #expect(stream.warnings.map(\.severity) == [.warning])
        #expect(stream.objects.first?.metadata.name == "a")
    }

    @Test func `a definition and a schema can be read`() {
        #expect(SchemaOutline.facts.first == "trainingjobs")
        #expect(SchemaOutline.keywords(of: "spec")?.type == .object)
        #expect(SchemaOutline.constraints(of: "roleARN")?.kind == .string)
        #expect(SchemaOutline.definition.apiVersion == TrainingJob.api_version)
    }

    @Test func `the server's response can be read`() throws {
        let value: JSONValue = ["apiVersion": .string(TrainingJob.api_version), "kind": "Job"]
        let rejection = try #require(ServerCheck.rejection(of: value))
        #expect(rejection.code == 422)
        let fields = ServerCheck.fields(of: rejection.violations)
        #expect(fields.contains { $0.field == "kind" && $0.reason == .invalid })
        #expect(SchemaOutline.keys(of: value) == ["apiVersion", "kind"])
        #expect(SchemaOutline.number(2.5)?.double == 2.5)
    }

    @Test func `an invalid resource has its violations`() throws {
        let job = TrainingJob(metadata: ObjectMeta(name: "A"))
        let error = try #require(ServerCheck.invalid(job))
        #expect(error.violations.map(\.field) == ["metadata.name"])
        #expect(error.violations.map(\.location) == [nil])
        #expect(ServerCheck.unchecked.isEmpty)
    }
}
