// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody but this benchmark fetches Yams.
let package = Package(
    name: "ManifestBenchmark",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "swift-crd-generator", path: "../.."),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .executableTarget(
            name: "manifest-benchmark",
            dependencies: [
                .product(name: "CRDRuntime", package: "swift-crd-generator"),
                .product(name: "CRDManifests", package: "swift-crd-generator"),
                .product(name: "SageMaker", package: "swift-crd-generator"),
                .product(name: "Yams", package: "Yams"),
            ],
            path: "Sources"
        )
    ]
)
