import CRDRuntime
import SageMaker

/// The values that are measured.
enum Samples {
    /// A job as a person writes it.
    static let small = job(channels: 2, parameters: 8, text: "train and report")

    /// A job of one megabyte: many channels, parameters, and texts of several lines.
    static let large = job(
        channels: 900,
        parameters: 6000,
        text: "first line of a script\n  indented: yes\nlast line\n"
    )

    private static func job(channels: Int, parameters: Int, text: String) -> TrainingJob {
        var job = TrainingJob(
            metadata: .init(
                name: "xgboost-mnist",
                namespace: "ml",
                labels: ["team": "vision", "app.kubernetes.io/part-of": "mnist"],
                annotations: ["example.com/note": "on: a schedule"]
            ),
            spec: .init(
                algorithm_specification: .init(
                    metric_definitions: [.init(name: "loss", regex: "loss: ([0-9.]+)")],
                    training_image: "123456789012.dkr.ecr.us-west-2.amazonaws.com/xgboost:1",
                    training_input_mode: "File"
                ),
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
        job.spec?.enable_network_isolation = true
        job.spec?.vpc_config = .init(security_group_i_ds: ["sg-1"], subnets: ["subnet-1"])
        job.spec?.hyper_parameters = pairs(parameters) { "\($0 % 10).\($0 % 7)" }
        job.spec?.environment = pairs(parameters) { _ in text }
        job.spec?.input_data_config = (0..<channels).map { number in
            .init(
                channel_name: "channel-\(number)",
                compression_type: "None",
                content_type: "text/csv",
                data_source: .init(
                    s3_data_source: .init(
                        attribute_names: ["a", "b"],
                        s3_data_distribution_type: "FullyReplicated",
                        s3_data_type: "S3Prefix",
                        s3_uri: "s3://bucket/data/\(number)/"
                    )
                ),
                input_mode: "File",
                shuffle_config: .init(seed: number)
            )
        }
        return job
    }

    private static func pairs(_ count: Int, _ value: (Int) -> String) -> [String: String] {
        Dictionary(uniqueKeysWithValues: (0..<count).map { ("parameter_\($0)", value($0)) })
    }
}
