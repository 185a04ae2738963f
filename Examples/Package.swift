// swift-tools-version: 6.2
import PackageDescription

// One package, so that the libraries and the plugin's tool are built only once for all examples.

let runtime = Target.Dependency.product(name: "CRDRuntime", package: "swift-crd-generator")
let manifests = Target.Dependency.product(name: "CRDManifests", package: "swift-crd-generator")
let validation = Target.Dependency.product(name: "CRDValidation", package: "swift-crd-generator")
let json = Target.Dependency.product(name: "CRDJSON", package: "swift-crd-generator")
let conventions = Target.Dependency.product(name: "CRDConventions", package: "swift-crd-generator")
let foundation = Target.Dependency.product(name: "CRDFoundation", package: "swift-crd-generator")
let sageMaker = Target.Dependency.product(name: "SageMaker", package: "swift-crd-generator")
let api = Target.Dependency.product(name: "KubernetesAPI", package: "swift-crd-generator")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let generator = Target.PluginUsage.plugin(name: "CRDGenerator", package: "swift-crd-generator")

let package = Package(
    name: "Examples",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "swift-crd-generator", path: ".."),
        .package(path: "Swiftkube/client"),
        .package(path: "Swiftkube/model"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.30.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.26.0"),
    ],
    targets: [
        .executableTarget(
            name: "Backups",
            dependencies: [runtime, manifests],
            path: "Backups",
            exclude: ["expected-output.yaml"],
            plugins: [generator]
        ),
        .executableTarget(
            name: "ResizeJob",
            dependencies: [runtime, manifests, validation, sageMaker],
            path: "ResizeJob",
            exclude: ["expected-output.yaml", "job.yaml"]
        ),
        .executableTarget(
            name: "Values",
            dependencies: [runtime, json, conventions, sageMaker],
            path: "Values",
            exclude: ["expected-output.txt"]
        ),
        .executableTarget(
            name: "Units",
            dependencies: [runtime, conventions, manifests],
            path: "Units",
            exclude: ["expected-output.txt"],
            plugins: [generator]
        ),
        .executableTarget(
            name: "Swiftkube",
            dependencies: [
                runtime, foundation,
                .product(name: "SwiftkubeClient", package: "client"),
                .product(name: "SwiftkubeModel", package: "model"),
            ],
            path: "Swiftkube/Workers",
            exclude: ["expected-output.txt"],
            plugins: [generator]
        ),
        .target(
            name: "AsyncHTTPClientAdapter",
            dependencies: [
                api, httpClient, "Kubeconfig",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            path: "Cluster/AsyncHTTPClientAdapter"
        ),
        .target(
            name: "URLSessionAdapter",
            dependencies: [api],
            path: "Cluster/URLSessionAdapter"
        ),
        .target(name: "Kubeconfig", path: "Cluster/Kubeconfig"),
        .executableTarget(
            name: "FollowJobs",
            dependencies: [api, httpClient, sageMaker, "AsyncHTTPClientAdapter", "Kubeconfig"],
            path: "Cluster/FollowJobs"
        ),
        // Not in the tests: there the plugin's tool would be linked a second time.
        .target(
            name: "Widgets",
            dependencies: [runtime],
            path: "Cluster/Widgets",
            plugins: [generator]
        ),
        .testTarget(
            name: "AdapterTests",
            dependencies: [
                api, httpClient, sageMaker, "AsyncHTTPClientAdapter", "Kubeconfig",
                "URLSessionAdapter", "Widgets",
                .product(name: "FlyingFox", package: "FlyingFox"),
            ],
            path: "Cluster/Tests"
        ),
    ],
    swiftLanguageModes: [.v6]
)
