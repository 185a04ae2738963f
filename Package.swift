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
            name: "CCRDLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        .target(name: "CRDYAML"),
        .target(name: "CRDLibYAML", dependencies: ["CCRDLibYAML", "CRDYAML"]),
        .target(name: "CRDRuntime", dependencies: ["CRDYAML"]),
        .target(name: "CRDFoundation", dependencies: ["CRDRuntime"]),
        .target(name: "CRDManifests", dependencies: ["CRDRuntime", "CRDLibYAML", "CRDYAML"]),
        .target(name: "CRDGeneratorCore", dependencies: ["CRDRuntime", "CRDLibYAML", "CRDYAML"]),
        .target(
            name: "CRDInspection",
            dependencies: ["CRDGeneratorCore", "CRDRuntime", "CRDLibYAML", "CRDYAML"]
        ),
        .target(
            name: "SageMaker",
            dependencies: ["CRDRuntime"],
            exclude: ["crds"],
            plugins: ["CRDGenerator"]
        ),
        .target(name: "CRDFiles", dependencies: ["CRDYAML"]),
        .executableTarget(
            name: "crdgen-build",
            dependencies: ["CRDGeneratorCore", "CRDFiles", "CRDYAML"]
        ),
        .executableTarget(
            name: "crdgen",
            dependencies: [
                "CRDGeneratorCore", "CRDInspection", "CRDRuntime", "CRDFiles", "CRDLibYAML",
                "CRDYAML",
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
            dependencies: ["BenchmarkSupport", "CRDLibYAML", "CRDYAML"],
            path: "Benchmarks/Parsing"
        ),
        .target(
            name: "BenchmarkSupport",
            dependencies: ["CCRDLibYAML"],
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
                "BenchmarkSupport", "CRDGeneratorCore", "RoundTrip", "CRDYAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/CorpusCheck"
        ),
        .executableTarget(
            name: "reader-fuzz",
            dependencies: [
                "BenchmarkSupport", "CRDGeneratorCore", "CRDManifests", "CRDRuntime", "CRDLibYAML",
                "RoundTrip", "SageMaker", "TestResources", "TestSupport", "CRDYAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/ReaderFuzz"
        ),
        .executableTarget(
            name: "compile-cost-benchmark",
            dependencies: [
                "BenchmarkSupport", "CRDGeneratorCore", "CRDRuntime", "CRDYAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/CompileCost"
        ),
        .executableTarget(
            name: "generation-cost-benchmark",
            dependencies: [
                "BenchmarkSupport", "CRDGeneratorCore", "CRDYAML", "crdgen-build",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/GenerationCost"
        ),
        .target(
            name: "TestSupport",
            dependencies: ["CRDRuntime", "CRDYAML"],
            path: "Tests/TestSupport"
        ),
        .testTarget(name: "CRDYAMLTests", dependencies: ["CRDLibYAML", "TestSupport", "CRDYAML"]),
        .testTarget(
            name: "CRDLibYAMLTests",
            dependencies: ["CRDLibYAML", "TestSupport", "CRDYAML"]
        ),
        .testTarget(
            name: "CRDRuntimeTests",
            dependencies: [
                "CRDFoundation", "CRDManifests", "CRDRuntime", "CRDLibYAML", "TestSupport",
                "CRDYAML",
            ]
        ),
        .testTarget(
            name: "ValidationTests",
            dependencies: [
                "CRDGeneratorCore", "CRDRuntime", "CRDLibYAML", "TestSupport", "CRDYAML",
            ]
        ),
        .testTarget(
            name: "CRDGeneratorCoreTests",
            dependencies: [
                "CRDGeneratorCore", "CRDRuntime", "CRDLibYAML", "TestSupport", "CRDYAML",
            ]
        ),
        .testTarget(
            name: "InspectionTests",
            dependencies: [
                "CRDGeneratorCore", "CRDInspection", "CRDRuntime", "CRDLibYAML", "TestSupport",
                "CRDYAML",
            ]
        ),
        .testTarget(
            name: "SageMakerTests",
            dependencies: ["CRDManifests", "CRDRuntime", "SageMaker", "CRDYAML"]
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
        "CRDLibYAML", "BenchmarkSupport", "generation-cost-benchmark", "parsing-benchmark",
    ].contains(target.name) {
        target.swiftSettings?.append(.strictMemorySafety())
    }
}
