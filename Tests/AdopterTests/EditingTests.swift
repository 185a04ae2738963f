import CRDEditing
import CRDManifests
import SageMaker
import Testing

/// The examples of the article `CRDEditing`.
struct EditingTests {
    private static let yaml = """
        # Nightly training
        apiVersion: sagemaker.services.k8s.aws/v1alpha1
        kind: TrainingJob
        metadata:
          name: mnist  # also the name of the dashboard
        spec:
          trainingJobName: "mnist"
          roleARN: arn:aws:iam::123456789012:role/sagemaker
          # stop early
          stoppingCondition: {maxRuntimeInSeconds: 3600}
          resourceConfig:
            instanceCount: 1   # as many as the quota allows
            instanceType: ml.m5.xlarge
          algorithmSpecification: {trainingInputMode: File}
          outputDataConfig: {s3OutputPath: s3://bucket/out}

        """

    @Test func `values are set and removed in the text`() throws {
        var text = try ManifestText(Self.yaml, file: "job.yaml")
        try text[0].set("spec.resourceConfig.instanceCount", to: 4)
        try text[0].set("metadata.labels[example.com/team]", to: "vision")
        try text[0].remove("spec.stoppingCondition")
        let expected = Self.yaml
            .replacing("instanceCount: 1 ", with: "instanceCount: 4 ")
            .replacing("dashboard\n", with: "dashboard\n  labels:\n    example.com/team: vision\n")
            .replacing("  # stop early\n", with: "")
            .replacing("  stoppingCondition: {maxRuntimeInSeconds: 3600}\n", with: "")
        #expect(text.text == expected)
        #expect(try text[0].value(at: "spec.resourceConfig.instanceCount") == 4)
        #expect(text[0].location.description == "job.yaml:2:1")
    }

    @Test func `an object is updated where it is`() throws {
        let other = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: mnist} # other\n---\n"
        var text = try ManifestText(other + Self.yaml)
        var job = try TrainingJob(yaml: Self.yaml)
        try text.update(job)
        #expect(text.text == other + Self.yaml)
        job.spec?.resource_config.instance_count = 4
        job.spec?.enable_network_isolation = true
        try text.update(job)
        let expected = Self.yaml
            .replacing("instanceCount: 1 ", with: "instanceCount: 4 ")
            .replacing(
                "  trainingJobName",
                with: "  enableNetworkIsolation: true\n  trainingJobName"
            )
        let lines = Set(expected.split(separator: "\n"))
        #expect(
            Set(text.text.split(separator: "\n")).subtracting(other.split(separator: "\n")) == lines
        )
        job.metadata.name = "other"
        let error = #expect(throws: ManifestError.self) { try text.update(job) }
        #expect(
            error?.description
                == "manifest.yaml: error: found no sagemaker.services.k8s.aws/v1alpha1 TrainingJob 'other'"
        )
    }

    @Test func `an item of a list is updated`() throws {
        let list = """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: ConfigMap
              metadata: {name: a}
              data: {k: v}  # kept

            """
        var text = try ManifestText(list)
        let map = try ManifestStream(yaml: list, kinds: []).objects.first as? UntypedResource
        var changed = try #require(map)
        changed.unknown_fields["data"] = ["k": "w"]
        try text.update(changed)
        #expect(text.text == list.replacing("{k: v}", with: "{k: w}"))
    }
}
