// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "swift-crd-generator",
    platforms: [.macOS(.v13)],
    products: [
        .library(name: "CRDRuntime", targets: ["CRDRuntime"]),
        .library(name: "CRDManifests", targets: ["CRDManifests"]),
        .library(name: "CRDFoundation", targets: ["CRDFoundation"]),
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        .target(name: "YAML"),
        .target(name: "LibYAML", dependencies: ["CLibYAML", "YAML"]),
        .target(name: "CRDRuntime", dependencies: ["YAML"]),
        .target(name: "CRDFoundation", dependencies: ["CRDRuntime"]),
        .target(name: "CRDManifests", dependencies: ["CRDRuntime", "LibYAML", "YAML"]),
        .target(name: "CRDGeneratorCore", dependencies: ["CRDRuntime", "LibYAML", "YAML"]),
        .executableTarget(
            name: "parsing-benchmark",
            dependencies: ["CLibYAML", "LibYAML", "YAML"],
            path: "Benchmarks/Parsing"
        ),
        .target(name: "TestSupport", dependencies: ["YAML"], path: "Tests/TestSupport"),
        .testTarget(name: "YAMLTests", dependencies: ["LibYAML", "TestSupport", "YAML"]),
        .testTarget(name: "LibYAMLTests", dependencies: ["LibYAML", "TestSupport", "YAML"]),
        .testTarget(
            name: "CRDRuntimeTests",
            dependencies: ["CRDManifests", "CRDRuntime", "LibYAML", "TestSupport", "YAML"]
        ),
        .testTarget(
            name: "CRDGeneratorCoreTests",
            dependencies: ["CRDGeneratorCore", "CRDRuntime", "LibYAML", "TestSupport", "YAML"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// One set of rules for every Swift target; only what calls libyaml handles pointers.
for target in package.targets where target.type != .system && target.type != .plugin {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
    if !["LibYAML", "parsing-benchmark"].contains(target.name) {
        target.swiftSettings?.append(.strictMemorySafety())
    }
}
