import CRDManifests
import CRDRuntime
import CRDValidation
import CRDYAML
import Foundation
import SageMaker
import Testing

/// The generated type as its users see it.
struct TrainingJobTests {
    private var job: TrainingJob {
        var job = TrainingJob(
            metadata: .init(name: "xgboost-mnist", namespace: "ml", labels: ["team": "vision"]),
            spec: .init(
                algorithm_specification: .init(
                    training_image: "registry.example/xgboost:1",
                    training_input_mode: "File"
                ),
                hyper_parameters: ["max_depth": "5"],
                output_data_config: .init(s3_output_path: "s3://bucket/out"),
                resource_config: .init(
                    instance_count: 1,
                    instance_type: "ml.m5.xlarge",
                    volume_size_in_gb: 30
                ),
                role_arn: "arn:aws:iam::123456789012:role/sagemaker",
                stopping_condition: .init(max_runtime_in_seconds: 3600),
                training_job_name: "xgboost-mnist"
            )
        )
        job.spec?.vpc_config = .init(security_group_i_ds: ["sg-1"], subnets: ["subnet-1"])
        return job
    }

    private let manifest = """
        apiVersion: sagemaker.services.k8s.aws/v1alpha1
        kind: TrainingJob
        metadata:
          name: xgboost-mnist
          namespace: ml
          labels:
            team: vision
        spec:
          algorithmSpecification:
            trainingImage: registry.example/xgboost:1
            trainingInputMode: File
          hyperParameters:
            max_depth: '5'
          outputDataConfig:
            s3OutputPath: s3://bucket/out
          resourceConfig:
            instanceCount: 1
            instanceType: ml.m5.xlarge
            volumeSizeInGB: 30
          roleARN: arn:aws:iam::123456789012:role/sagemaker
          stoppingCondition:
            maxRuntimeInSeconds: 3600
          trainingJobName: xgboost-mnist
          vpcConfig:
            securityGroupIDs:
            - sg-1
            subnets:
            - subnet-1

        """

    @Test func `the manifest has the keys of the CRD in its order`() throws {
        #expect(try job.yaml == manifest)
    }

    @Test func `a manifest read back is equal`() throws {
        #expect(try TrainingJob(yaml: job.yaml) == job)
    }

    @Test func `JSON through Foundation has the keys of the CRD and reads back equal`() throws {
        let data = try JSONEncoder().encode(job)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(Set(object.keys) == ["apiVersion", "kind", "metadata", "spec"])
        #expect((object["spec"] as? [String: Any])?["roleARN"] is String)
        #expect(try JSONDecoder().decode(TrainingJob.self, from: data) == job)
    }

    @Test func `a value without a name has no manifest`() {
        var job = job
        job.metadata.name = ""
        #expect {
            try job.yaml
        } throws: { error in
            "\(error)"
                == "TrainingJob is invalid: "
                + "metadata.name: Required value: name or generateName is required"
        }
    }
}

// MARK: - Identity

extension TrainingJobTests {
    @Test func `every change gives a greater id and nothing else does`() {
        var job = job
        let before = job.id
        #expect(job.id == before)
        job.spec?.training_job_name = "other"
        let afterSpec = job.id
        #expect(afterSpec > before)
        job.metadata.labels?["team"] = "speech"
        #expect(job.id > afterSpec)
    }

    @Test func `the id is the time in nanoseconds and no part of equality`() {
        let now = Int(Date().timeIntervalSince1970 * 1e9)
        #expect(abs(job.id - now) < 60_000_000_000)
        let copy = job
        var changed = copy
        changed.spec?.training_job_name = "other"
        changed.spec?.training_job_name = "xgboost-mnist"
        #expect(changed.id != copy.id)
        #expect(changed == copy)
        #expect(changed.hashValue == copy.hashValue)
    }

    @Test func `a copy does not see later changes of the original`() {
        var original = job
        let copy = original
        original.spec?.resource_config.instance_count = 8
        #expect(copy.spec?.resource_config.instance_count == 1)
        #expect(original != copy)
    }

    @Test func `a list deep in the spec is changed in place`() {
        var job = job
        job.spec?.vpc_config?.subnets = Array(repeating: "subnet", count: 1000)
        let before = address(of: job.spec?.vpc_config?.subnets)
        job.spec?.vpc_config?.subnets?[500] = "other"
        #expect(address(of: job.spec?.vpc_config?.subnets) == before)
    }

    private func address(of list: [String]?) -> UInt? {
        unsafe list?.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    }
}

// MARK: - Constants

extension TrainingJobTests {
    @Test func `group, names, scope, columns and schema are on the type`() throws {
        let definition = TrainingJob.definition
        #expect(definition.group == "sagemaker.services.k8s.aws")
        #expect(definition.version == "v1alpha1")
        #expect(definition.names.plural == "trainingjobs")
        #expect(definition.names.singular == "trainingjob")
        #expect(definition.names.shortNames.isEmpty)
        #expect(definition.names.categories.isEmpty)
        #expect(definition.scope == .namespaced)
        #expect(definition.hasStatusSubresource)
        #expect(
            definition.printerColumns.map(\.name)
                == ["FAILURE-REASON", "SECONDARY-STATUS", "STATUS"]
        )
        #expect(TrainingJob.api_version == "sagemaker.services.k8s.aws/v1alpha1")
        #expect(job.kind == "TrainingJob")
        let spec = try #require(TrainingJob.schema.keywords.properties.first { $0.name == "spec" })
        #expect(spec.schema.keywords.required.contains("roleARN"))
        #expect(TrainingJob.self == SagemakerServicesK8sAws.V1Alpha1.TrainingJob.self)
    }
}

// MARK: - What a cluster returns

extension TrainingJobTests {
    private static let fromCluster = """
        apiVersion: sagemaker.services.k8s.aws/v1alpha1
        kind: TrainingJob
        metadata:
          name: a
          namespace: ml
          uid: 0f6c
          resourceVersion: '12'
          generation: 3
          creationTimestamp: '2026-01-02T03:04:05Z'
          finalizers:
          - finalizers.example
          ownerReferences:
          - apiVersion: v1
            controller: true
            kind: Pod
            name: p
            uid: '1'
          managedFields:
          - manager: kubectl
            fieldsV1:
              f:spec: {}
          addedLater:
            x: 1.50
        status:
          conditions:
          - lastTransitionTime: '2026-01-02T03:04:05.678+02:00'
            status: 'True'
            type: Ready
          trainingJobStatus: Completed

        """

    @Test func `all of the metadata and the status survive a round trip`() throws {
        let job = try TrainingJob(yaml: Self.fromCluster)
        #expect(try job.yaml == Self.fromCluster)
        #expect(job.status?.conditions?[0].last_transition_time == "2026-01-02T03:04:05.678+02:00")
        #expect(job.metadata.owner_references?[0].controller == true)
        let json = try JSONEncoder().encode(job)
        #expect(try JSONDecoder().decode(TrainingJob.self, from: json) == job)
    }

    @Test func `everything that does not fit is reported with its place`() throws {
        let text = """
            apiVersion: sagemaker.services.k8s.aws/v1
            kind: TrainingJob
            metadata: {name: a}
            spec:
              resourceConfig: {instanceCount: two}
              roleARN: 7
            """
        let error = try #require(throws: ManifestError.self) {
            try TrainingJob(yaml: text, file: "job.yaml")
        }
        #expect(
            error.description == """
                job.yaml:1:13: error: 'apiVersion' is the string \
                "sagemaker.services.k8s.aws/v1", expected 'sagemaker.services.k8s.aws/v1alpha1'
                job.yaml:5:3: error: spec: required field 'algorithmSpecification' is missing
                job.yaml:5:3: error: spec: required field 'outputDataConfig' is missing
                job.yaml:5:3: error: spec: required field 'stoppingCondition' is missing
                job.yaml:5:3: error: spec: required field 'trainingJobName' is missing
                job.yaml:5:35: error: spec.resource_config.instance_count: \
                expected an integer, found the string "two"
                job.yaml:6:12: error: spec.role_arn: expected a string, found the number 7
                """
        )
    }
}
