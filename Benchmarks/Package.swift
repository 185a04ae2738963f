// swift-tools-version: 6.2
import PackageDescription

// Speed, memory and checks over folders of CRDs. A package of its own, so that users of the library
// neither fetch Yams nor see these targets. It compiles the library's sources, through links, as
// targets of its own: benchmarks measure what only the package itself can call.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .executableTarget(
            name: "parsing-benchmark",
            dependencies: ["BenchmarkSupport", "CRDLibYAML", "CRDYAML"],
            path: "Parsing"
        ),
        .executableTarget(
            name: "generation-cost-benchmark",
            dependencies: [
                "BenchmarkSupport", "CRDGeneratorCore", "CRDPages", "CRDYAML", "crdgen-build",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "GenerationCost"
        ),
        .executableTarget(
            name: "compile-cost-benchmark",
            dependencies: [
                "BenchmarkSupport", "CRDGeneratorCore", "CRDRuntime", "CRDSchema", "CRDYAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "CompileCost"
        ),
        .executableTarget(
            name: "manifest-benchmark",
            dependencies: [
                "BenchmarkSupport", "CRDCatalog", "CRDEditing", "CRDGeneratorCore",
                "CRDInspection", "CRDLibYAML", "CRDManifests", "CRDPages", "CRDRuntime",
                "CRDSchema", "CRDValidation", "CRDYAML", "KubernetesAPI", "SageMaker",
                "TestSupport", "Yams",
            ],
            path: "Manifests"
        ),
        .executableTarget(
            name: "validation-cost-benchmark",
            dependencies: [
                "BenchmarkSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "ValidationCost"
        ),
        .executableTarget(
            name: "corpus-check",
            dependencies: [
                "BenchmarkSupport", "CRDCatalog", "CRDGeneratorCore", "CRDInspection", "CRDPages",
                "CRDRuntime", "CRDSchema", "CRDValidation", "CRDYAML", "RoundTrip",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "CorpusCheck"
        ),
        .executableTarget(
            name: "reader-fuzz",
            dependencies: [
                "BenchmarkSupport", "CRDGeneratorCore", "CRDLibYAML", "CRDManifests", "CRDParsing",
                "CRDRuntime", "CRDYAML", "RoundTrip", "SageMaker", "TestResources", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "ReaderFuzz"
        ),
        .executableTarget(
            name: "expression-benchmark",
            dependencies: [
                "BenchmarkSupport", "CAllocationCount", "KubernetesCEL",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Expressions"
        ),
        .executableTarget(
            name: "expression-fuzz",
            dependencies: [
                "KubernetesCEL",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "ExpressionFuzz"
        ),
        .target(name: "CAllocationCount", path: "CAllocationCount"),
        .target(
            name: "BenchmarkSupport",
            dependencies: ["CCRDLibYAML"],
            path: "BenchmarkSupport"
        ),

        // The library, as in ../Package.swift.
        .systemLibrary(name: "CCRDLibYAML", pkgConfig: "yaml-0.1"),
        .target(name: "CRDYAML"),
        .target(name: "CRDParsing", dependencies: ["CRDYAML"]),
        .target(name: "CRDLibYAML", dependencies: ["CCRDLibYAML", "CRDParsing", "CRDYAML"]),
        .target(name: "CRDValues", dependencies: ["CRDYAML"]),
        .target(name: "CRDSchema", dependencies: ["CRDParsing", "CRDValues", "CRDYAML"]),
        .target(name: "CRDRuntime", dependencies: ["CRDValues", "CRDYAML"]),
        .target(
            name: "CRDJSON",
            dependencies: ["CRDParsing", "CRDRuntime", "CRDValues", "CRDYAML"]
        ),
        .target(
            name: "CRDConventions",
            dependencies: ["CRDJSON", "CRDRuntime", "CRDValues", "KubernetesUnits"]
        ),
        .target(
            name: "CRDManifests",
            dependencies: [
                "CRDFiles", "CRDJSON", "CRDLibYAML", "CRDParsing", "CRDRuntime", "CRDYAML",
            ]
        ),
        .target(
            name: "KubernetesAPI",
            dependencies: ["CRDJSON", "CRDParsing", "CRDRuntime", "CRDValues", "CRDYAML"]
        ),
        .target(
            name: "CRDEditing",
            dependencies: ["CRDLibYAML", "CRDParsing", "CRDRuntime", "CRDValues", "CRDYAML"]
        ),
        .target(name: "CRDRegularExpressions"),
        .target(name: "KubernetesUnits"),
        .target(
            name: "KubernetesCEL",
            dependencies: ["CRDRegularExpressions", "KubernetesUnits"]
        ),
        .target(
            name: "CRDValidation",
            dependencies: [
                "CRDParsing", "CRDRegularExpressions", "CRDRuntime", "CRDSchema", "CRDValues",
                "CRDYAML", "KubernetesCEL", "KubernetesUnits",
            ]
        ),
        .target(
            name: "CRDGeneratorCore",
            dependencies: ["CRDLibYAML", "CRDParsing", "CRDSchema", "CRDValues", "CRDYAML"]
        ),
        .target(
            name: "CRDPages",
            dependencies: [
                "CRDGeneratorCore", "CRDRegularExpressions", "CRDRuntime", "CRDSchema",
                "CRDValidation", "CRDValues", "CRDYAML", "KubernetesCEL",
            ]
        ),
        .target(
            name: "CRDReports",
            dependencies: ["CRDRuntime", "CRDValues", "CRDYAML"]
        ),
        .target(
            name: "CRDDefinitionValidity",
            dependencies: [
                "CRDGeneratorCore", "CRDParsing", "CRDReports", "CRDRuntime", "CRDSchema",
                "CRDValidation", "CRDValues", "CRDYAML", "KubernetesCEL",
            ]
        ),
        .target(
            name: "CRDCatalog",
            dependencies: [
                "CRDDefinitionValidity", "CRDGeneratorCore", "CRDLibYAML", "CRDPages", "CRDParsing",
                "CRDRuntime", "CRDSchema", "CRDValidation", "CRDValues", "CRDYAML",
            ]
        ),
        .target(
            name: "CRDComparison",
            dependencies: [
                "CRDCatalog", "CRDGeneratorCore", "CRDLibYAML", "CRDPages", "CRDReports",
                "CRDRuntime", "CRDSchema", "CRDValidation", "CRDValues", "CRDYAML", "KubernetesCEL",
            ]
        ),
        .target(
            name: "KubernetesAdmissionPolicies",
            dependencies: [
                "CRDCatalog", "CRDDefinitionValidity", "CRDGeneratorCore", "CRDParsing",
                "CRDReports", "CRDRuntime", "CRDSchema", "CRDValidation", "CRDValues", "CRDYAML",
                "KubernetesCEL",
            ]
        ),
        .target(
            name: "CRDInspection",
            dependencies: [
                "CRDCatalog", "CRDComparison", "CRDDefinitionValidity", "CRDEditing",
                "CRDGeneratorCore", "CRDLibYAML", "CRDPages", "CRDParsing", "CRDReports",
                "CRDRuntime", "CRDSchema", "CRDValidation", "CRDValues", "CRDYAML",
                "KubernetesAdmissionPolicies", "KubernetesCEL",
            ]
        ),
        .target(name: "CRDFiles", dependencies: ["CRDYAML"]),
        .executableTarget(
            name: "crdgen-build",
            dependencies: ["CRDFiles", "CRDGeneratorCore", "CRDYAML"]
        ),
        .plugin(name: "CRDGenerator", capability: .buildTool(), dependencies: ["crdgen-build"]),
        .target(
            name: "SageMaker",
            dependencies: ["CRDRuntime"],
            exclude: ["crds"],
            plugins: ["CRDGenerator"]
        ),
        .target(
            name: "TestSupport",
            dependencies: ["CRDRuntime", "CRDSchema", "CRDValidation", "CRDYAML"],
            path: "Tests/TestSupport",
            resources: [.copy("ServerResponses")]
        ),
        .target(
            name: "RoundTrip",
            dependencies: [
                "CRDManifests", "CRDRuntime", "CRDSchema", "CRDValidation", "CRDValues",
                "TestSupport",
            ],
            path: "Tests/RoundTrip"
        ),
        .target(
            name: "TestResources",
            dependencies: ["CRDRuntime"],
            path: "Tests/TestResources",
            exclude: ["crds"],
            plugins: ["CRDGenerator"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

let warningsAreErrors = Context.environment["CRD_GENERATOR_WARNINGS_ARE_ERRORS"] != nil

for target in package.targets where target.type != .system && target.type != .plugin {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
    if warningsAreErrors { target.swiftSettings?.append(.treatAllWarnings(as: .error)) }
}
