// The attributes of `TrainingJob` with `Codable` as the compiler writes it, which is what the
// generated type is measured against.

struct SynthesisedJob: Codable, Hashable {
    var apiVersion: String
    var kind: String
    var metadata: Metadata
    var spec: Spec?
    var status: Status?

    struct Metadata: Codable, Hashable {
        var name: String
        var namespace: String?
        var labels: [String: String]?
        var annotations: [String: String]?
        var creationTimestamp: String?
        var deletionGracePeriodSeconds: Int?
        var deletionTimestamp: String?
        var finalizers: [String]?
        var generateName: String?
        var generation: Int?
        var managedFields: [ManagedFields]?
        var ownerReferences: [OwnerReference]?
        var resourceVersion: String?
        var selfLink: String?
        var uid: String?

        struct ManagedFields: Codable, Hashable {
            var apiVersion: String?
            var fieldsType: String?
            var fieldsV1: [String: String]?
            var manager: String?
            var operation: String?
            var subresource: String?
            var time: String?
        }

        struct OwnerReference: Codable, Hashable {
            var apiVersion: String
            var blockOwnerDeletion: Bool?
            var controller: Bool?
            var kind: String
            var name: String
            var uid: String
        }
    }

    struct Spec: Codable, Hashable {
        var algorithmSpecification: AlgorithmSpecification
        var checkpointConfig: CheckpointConfig?
        var debugHookConfig: DebugHookConfig?
        var debugRuleConfigurations: [DebugRuleConfigurations]?
        var enableInterContainerTrafficEncryption: Bool?
        var enableManagedSpotTraining: Bool?
        var enableNetworkIsolation: Bool?
        var environment: [String: String]?
        var experimentConfig: ExperimentConfig?
        var hyperParameters: [String: String]?
        var inputDataConfig: [InputDataConfig]?
        var outputDataConfig: OutputDataConfig
        var profilerConfig: ProfilerConfig?
        var profilerRuleConfigurations: [ProfilerRuleConfigurations]?
        var resourceConfig: ResourceConfig
        var roleARN: String
        var stoppingCondition: StoppingCondition
        var tags: [Tags]?
        var tensorBoardOutputConfig: TensorBoardOutputConfig?
        var trainingJobName: String
        var vpcConfig: VpcConfig?

        struct AlgorithmSpecification: Codable, Hashable {
            var algorithmName: String?
            var enableSageMakerMetricsTimeSeries: Bool?
            var metricDefinitions: [MetricDefinitions]?
            var trainingImage: String?
            var trainingInputMode: String?

            struct MetricDefinitions: Codable, Hashable {
                var name: String?
                var regex: String?
            }
        }

        struct CheckpointConfig: Codable, Hashable {
            var localPath: String?
            var s3URI: String?
        }

        struct DebugHookConfig: Codable, Hashable {
            var collectionConfigurations: [CollectionConfigurations]?
            var hookParameters: [String: String]?
            var localPath: String?
            var s3OutputPath: String?

            struct CollectionConfigurations: Codable, Hashable {
                var collectionName: String?
                var collectionParameters: [String: String]?
            }
        }

        struct DebugRuleConfigurations: Codable, Hashable {
            var instanceType: String?
            var localPath: String?
            var ruleConfigurationName: String?
            var ruleEvaluatorImage: String?
            var ruleParameters: [String: String]?
            var s3OutputPath: String?
            var volumeSizeInGB: Int?
        }

        struct ExperimentConfig: Codable, Hashable {
            var experimentName: String?
            var trialComponentDisplayName: String?
            var trialName: String?
        }

        struct InputDataConfig: Codable, Hashable {
            var channelName: String?
            var compressionType: String?
            var contentType: String?
            var dataSource: DataSource?
            var inputMode: String?
            var recordWrapperType: String?
            var shuffleConfig: ShuffleConfig?

            struct DataSource: Codable, Hashable {
                var fileSystemDataSource: FileSystemDataSource?
                var s3DataSource: S3DataSource?

                struct FileSystemDataSource: Codable, Hashable {
                    var directoryPath: String?
                    var fileSystemAccessMode: String?
                    var fileSystemID: String?
                    var fileSystemType: String?
                }

                struct S3DataSource: Codable, Hashable {
                    var attributeNames: [String]?
                    var s3DataDistributionType: String?
                    var s3DataType: String?
                    var s3URI: String?
                }
            }

            struct ShuffleConfig: Codable, Hashable {
                var seed: Int?
            }
        }

        struct OutputDataConfig: Codable, Hashable {
            var kmsKeyID: String?
            var s3OutputPath: String?
        }

        struct ProfilerConfig: Codable, Hashable {
            var profilingIntervalInMilliseconds: Int?
            var profilingParameters: [String: String]?
            var s3OutputPath: String?
        }

        struct ProfilerRuleConfigurations: Codable, Hashable {
            var instanceType: String?
            var localPath: String?
            var ruleConfigurationName: String?
            var ruleEvaluatorImage: String?
            var ruleParameters: [String: String]?
            var s3OutputPath: String?
            var volumeSizeInGB: Int?
        }

        struct ResourceConfig: Codable, Hashable {
            var instanceCount: Int?
            var instanceType: String?
            var volumeKMSKeyID: String?
            var volumeSizeInGB: Int?
        }

        struct StoppingCondition: Codable, Hashable {
            var maxRuntimeInSeconds: Int?
            var maxWaitTimeInSeconds: Int?
        }

        struct Tags: Codable, Hashable {
            var key: String?
            var value: String?
        }

        struct TensorBoardOutputConfig: Codable, Hashable {
            var localPath: String?
            var s3OutputPath: String?
        }

        struct VpcConfig: Codable, Hashable {
            var securityGroupIDs: [String]?
            var subnets: [String]?
        }
    }

    struct Status: Codable, Hashable {
        var ackResourceMetadata: AckResourceMetadata?
        var conditions: [Conditions]?
        var debugRuleEvaluationStatuses: [DebugRuleEvaluationStatuses]?
        var failureReason: String?
        var modelArtifacts: ModelArtifacts?
        var profilerRuleEvaluationStatuses: [ProfilerRuleEvaluationStatuses]?
        var secondaryStatus: String?
        var trainingJobStatus: String?

        struct AckResourceMetadata: Codable, Hashable {
            var arn: String?
            var ownerAccountID: String
            var region: String
        }

        struct Conditions: Codable, Hashable {
            var lastTransitionTime: String?
            var message: String?
            var reason: String?
            var status: String
            var type: String
        }

        struct DebugRuleEvaluationStatuses: Codable, Hashable {
            var lastModifiedTime: String?
            var ruleConfigurationName: String?
            var ruleEvaluationJobARN: String?
            var ruleEvaluationStatus: String?
            var statusDetails: String?
        }

        struct ModelArtifacts: Codable, Hashable {
            var s3ModelArtifacts: String?
        }

        struct ProfilerRuleEvaluationStatuses: Codable, Hashable {
            var lastModifiedTime: String?
            var ruleConfigurationName: String?
            var ruleEvaluationJobARN: String?
            var ruleEvaluationStatus: String?
            var statusDetails: String?
        }
    }
}
