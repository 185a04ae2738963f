// swift-tools-version: 6.2
import PackageDescription

// One package, so that the libraries and the plugin's tool are built only once for all examples.

let runtime = Target.Dependency.product(name: "CRDRuntime", package: "swift-crd-generator")
let manifests = Target.Dependency.product(name: "CRDManifests", package: "swift-crd-generator")
let validation = Target.Dependency.product(name: "CRDValidation", package: "swift-crd-generator")
let foundation = Target.Dependency.product(name: "CRDFoundation", package: "swift-crd-generator")
let sageMaker = Target.Dependency.product(name: "SageMaker", package: "swift-crd-generator")
let generator = Target.PluginUsage.plugin(name: "CRDGenerator", package: "swift-crd-generator")

let package = Package(
    name: "Examples",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "swift-crd-generator", path: ".."),
        .package(path: "Swiftkube/client"),
        .package(path: "Swiftkube/model"),
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
    ],
    swiftLanguageModes: [.v6]
)
