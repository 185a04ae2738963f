// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Backups",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "swift-crd-generator", path: "../..")
    ],
    targets: [
        .executableTarget(
            name: "Backups",
            dependencies: [
                .product(name: "CRDRuntime", package: "swift-crd-generator"),
                .product(name: "CRDManifests", package: "swift-crd-generator"),
            ],
            plugins: [
                .plugin(name: "CRDGenerator", package: "swift-crd-generator")
            ]
        )
    ]
)
