// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "swift-crd-generator",
    platforms: [.macOS(.v13)],
    products: [
        .library(name: "CRDRuntime", targets: ["CRDRuntime"]),
        .library(name: "CRDManifests", targets: ["CRDManifests"]),
        .library(name: "CRDFoundation", targets: ["CRDFoundation"]),
        .library(name: "SageMaker", targets: ["SageMaker"]),
        .plugin(name: "CRDGenerator", targets: ["CRDGenerator"]),
        .plugin(name: "GenerateCRDs", targets: ["GenerateCRDs"]),
        .plugin(name: "CheckCRDs", targets: ["CheckCRDs"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
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
        .target(
            name: "CRDInspection",
            dependencies: ["CRDGeneratorCore", "CRDRuntime", "LibYAML", "YAML"]
        ),
        .target(
            name: "SageMaker",
            dependencies: ["CRDRuntime"],
            exclude: ["crds"],
            plugins: ["CRDGenerator"]
        ),
        .target(name: "Files", dependencies: ["YAML"]),
        .executableTarget(
            name: "crdgen-build",
            dependencies: ["CRDGeneratorCore", "Files", "YAML"]
        ),
        .executableTarget(
            name: "crdgen",
            dependencies: [
                "CRDGeneratorCore", "CRDInspection", "CRDRuntime", "Files", "LibYAML", "YAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .plugin(name: "CRDGenerator", capability: .buildTool(), dependencies: ["crdgen-build"]),
        .plugin(
            name: "GenerateCRDs",
            capability: .command(
                intent: .custom(
                    verb: "generate-crds",
                    description: "Write Swift and Markdown for the CRDs to 'Generated'."
                ),
                permissions: [
                    .writeToPackageDirectory(reason: "to write the folder 'Generated'")
                ]
            ),
            dependencies: ["crdgen"]
        ),
        .plugin(
            name: "CheckCRDs",
            capability: .command(
                intent: .custom(
                    verb: "check-crds",
                    description: "Fail where 'Generated' is not what the CRDs give."
                )
            ),
            dependencies: ["crdgen"]
        ),
        .executableTarget(
            name: "parsing-benchmark",
            dependencies: ["BenchmarkSupport", "LibYAML", "YAML"],
            path: "Benchmarks/Parsing"
        ),
        .target(
            name: "BenchmarkSupport",
            dependencies: ["CLibYAML"],
            path: "Benchmarks/BenchmarkSupport"
        ),
        .target(
            name: "RoundTrip",
            dependencies: ["CRDManifests", "CRDRuntime", "TestSupport"],
            path: "Benchmarks/RoundTrip"
        ),
        .executableTarget(
            name: "corpus-check",
            dependencies: [
                "BenchmarkSupport", "CRDGeneratorCore", "RoundTrip", "YAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/CorpusCheck"
        ),
        .executableTarget(
            name: "reader-fuzz",
            dependencies: [
                "BenchmarkSupport", "CRDGeneratorCore", "CRDManifests", "CRDRuntime", "LibYAML",
                "RoundTrip", "SageMaker", "TestResources", "TestSupport", "YAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/ReaderFuzz"
        ),
        .executableTarget(
            name: "compile-cost-benchmark",
            dependencies: [
                "BenchmarkSupport", "CRDGeneratorCore", "CRDRuntime", "YAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/CompileCost"
        ),
        .executableTarget(
            name: "generation-cost-benchmark",
            dependencies: [
                "BenchmarkSupport", "CRDGeneratorCore", "YAML", "crdgen-build",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/GenerationCost"
        ),
        .target(
            name: "TestSupport",
            dependencies: ["CRDRuntime", "YAML"],
            path: "Tests/TestSupport"
        ),
        .testTarget(name: "YAMLTests", dependencies: ["LibYAML", "TestSupport", "YAML"]),
        .testTarget(name: "LibYAMLTests", dependencies: ["LibYAML", "TestSupport", "YAML"]),
        .testTarget(
            name: "CRDRuntimeTests",
            dependencies: [
                "CRDFoundation", "CRDManifests", "CRDRuntime", "LibYAML", "TestSupport", "YAML",
            ]
        ),
        .testTarget(
            name: "ValidationTests",
            dependencies: ["CRDGeneratorCore", "CRDRuntime", "LibYAML", "TestSupport", "YAML"]
        ),
        .testTarget(
            name: "CRDGeneratorCoreTests",
            dependencies: ["CRDGeneratorCore", "CRDRuntime", "LibYAML", "TestSupport", "YAML"]
        ),
        .testTarget(
            name: "InspectionTests",
            dependencies: [
                "CRDGeneratorCore", "CRDInspection", "CRDRuntime", "LibYAML", "TestSupport", "YAML",
            ]
        ),
        .testTarget(
            name: "SageMakerTests",
            dependencies: ["CRDManifests", "CRDRuntime", "SageMaker", "YAML"]
        ),
        // Not in the test target itself: there the plugin's tool would be linked a second time.
        .target(
            name: "TestResources",
            dependencies: ["CRDRuntime"],
            path: "Tests/TestResources",
            exclude: ["crds"],
            plugins: ["CRDGenerator"]
        ),
        // Between them, these two have every option of 'crdgen.yaml'.
        .target(
            name: "ConfiguredResources",
            dependencies: ["CRDFoundation", "CRDRuntime", "InternalResources"],
            path: "Tests/ConfiguredResources",
            exclude: ["crds"],
            plugins: ["CRDGenerator"]
        ),
        .target(
            name: "InternalResources",
            dependencies: ["CRDRuntime"],
            path: "Tests/InternalResources",
            exclude: ["crds"],
            plugins: ["CRDGenerator"]
        ),
        .testTarget(
            name: "GeneratedTypesTests",
            dependencies: [
                "CRDFoundation", "CRDManifests", "CRDRuntime", "ConfiguredResources",
                "InternalResources", "RoundTrip", "TestResources", "TestSupport",
            ]
        ),
        .testTarget(name: "CommandTests", dependencies: ["crdgen", "crdgen-build"]),
        .testTarget(name: "PluginTests"),
    ],
    swiftLanguageModes: [.v6]
)

// Warnings are errors where this package is worked on, which CI says by this variable. In a package
// that depends on it, one of SwiftPM's build systems suppresses warnings and refuses both together.
let warningsAreErrors = Context.environment["CRD_GENERATOR_WARNINGS_ARE_ERRORS"] != nil

// One set of rules for every Swift target; only what calls libyaml handles pointers.
for target in package.targets where target.type != .system && target.type != .plugin {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
    if warningsAreErrors {
        target.swiftSettings?.append(.treatAllWarnings(as: .error))
    }
    if ![
        "LibYAML", "BenchmarkSupport", "generation-cost-benchmark", "parsing-benchmark",
    ].contains(target.name) {
        target.swiftSettings?.append(.strictMemorySafety())
    }
}
