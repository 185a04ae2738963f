// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "swift-crd-generator",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .library(name: "CRDRuntime", targets: ["CRDRuntime"]),
        .library(name: "CRDConventions", targets: ["CRDConventions"]),
        .library(name: "CRDJSON", targets: ["CRDJSON"]),
        .library(name: "CRDManifests", targets: ["CRDManifests"]),
        .library(name: "CRDEditing", targets: ["CRDEditing"]),
        .library(name: "CRDValidation", targets: ["CRDValidation"]),
        .library(name: "CRDFoundation", targets: ["CRDFoundation"]),
        .library(name: "KubernetesAPI", targets: ["KubernetesAPI"]),
        .library(name: "KubernetesCEL", targets: ["KubernetesCEL"]),
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
        .target(name: "CRDParsing", dependencies: ["CRDYAML"]),
        .target(name: "CRDLibYAML", dependencies: ["CCRDLibYAML", "CRDParsing", "CRDYAML"]),
        .target(name: "CRDValues", dependencies: ["CRDYAML"]),
        .target(name: "CRDSchema", dependencies: ["CRDParsing", "CRDValues", "CRDYAML"]),
        .target(name: "CRDRuntime", dependencies: ["CRDValues", "CRDYAML"]),
        .target(name: "CRDFoundation", dependencies: ["CRDRuntime"]),
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
        .target(name: "CRDFiles", dependencies: ["CRDYAML"]),
        .executableTarget(
            name: "crdgen-build",
            dependencies: ["CRDFiles", "CRDGeneratorCore", "CRDYAML"]
        ),
        .target(
            name: "CRDPages",
            dependencies: [
                "CRDGeneratorCore", "CRDRegularExpressions", "CRDRuntime", "CRDSchema",
                "CRDValidation", "CRDValues", "CRDYAML", "KubernetesCEL", "KubernetesUnits",
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
        .executableTarget(
            name: "crdgen",
            dependencies: [
                "CRDCatalog", "CRDComparison", "CRDDefinitionValidity", "CRDEditing", "CRDFiles",
                "CRDGeneratorCore", "CRDInspection", "CRDLibYAML", "CRDPages", "CRDReports",
                "CRDRuntime", "CRDValidation", "CRDValues", "CRDYAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        .target(
            name: "SageMaker",
            dependencies: ["CRDRuntime"],
            exclude: ["crds"],
            plugins: ["CRDGenerator"]
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

        .target(
            name: "TestSupport",
            dependencies: ["CRDRuntime", "CRDValidation", "CRDYAML"],
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
            name: "ManifestTexts",
            dependencies: [
                "CRDCatalog", "CRDGeneratorCore", "CRDInspection", "CRDRuntime", "CRDValidation",
                "CRDYAML", "TestSupport",
            ],
            path: "Tests/ManifestTexts"
        ),
        // Not in the test targets: there the plugin's tool would be linked a second time.
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
            dependencies: ["CRDConventions", "CRDFoundation", "CRDRuntime", "InternalResources"],
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
            name: "CRDYAMLTests",
            dependencies: ["CRDEditing", "CRDLibYAML", "CRDParsing", "CRDYAML", "TestSupport"]
        ),
        .testTarget(
            name: "CRDLibYAMLTests",
            dependencies: ["CRDLibYAML", "CRDParsing", "CRDRuntime", "CRDYAML", "TestSupport"]
        ),
        .testTarget(
            name: "CRDEditingTests",
            dependencies: ["CRDEditing", "CRDLibYAML", "CRDYAML", "TestSupport"]
        ),
        .testTarget(
            name: "CRDSchemaTests",
            dependencies: [
                "CRDLibYAML", "CRDParsing", "CRDRuntime", "CRDSchema", "CRDValues", "CRDYAML",
                "TestSupport",
            ]
        ),
        .testTarget(
            name: "CRDRuntimeTests",
            dependencies: [
                "CRDConventions", "CRDFoundation", "CRDJSON", "CRDLibYAML", "CRDManifests",
                "CRDRuntime", "CRDValidation", "CRDYAML", "TestSupport",
            ]
        ),
        .testTarget(
            name: "CRDValidationTests",
            dependencies: [
                "CRDGeneratorCore", "CRDLibYAML", "CRDParsing", "CRDRegularExpressions",
                "CRDRuntime", "CRDSchema", "CRDValidation", "CRDYAML", "KubernetesCEL",
                "TestSupport",
            ],
            resources: [.copy("Rules/Probes")]
        ),
        .testTarget(
            name: "KubernetesCELTests",
            dependencies: ["CRDRegularExpressions", "KubernetesCEL", "KubernetesUnits"],
            resources: [.copy("Probes")]
        ),
        .testTarget(
            name: "KubernetesAPITests",
            dependencies: [
                "CRDRuntime", "KubernetesAPI", "SageMaker", "TestResources", "TestSupport",
            ],
            resources: [.copy("Exchanges")]
        ),
        .testTarget(
            name: "CRDGeneratorCoreTests",
            dependencies: [
                "CRDGeneratorCore", "CRDLibYAML", "CRDPages", "CRDRuntime", "CRDSchema",
                "CRDValidation", "CRDValues", "CRDYAML", "TestSupport",
            ]
        ),
        .testTarget(
            name: "CRDPagesTests",
            dependencies: [
                "CRDGeneratorCore", "CRDLibYAML", "CRDPages", "CRDRegularExpressions", "CRDRuntime",
                "CRDSchema", "CRDValidation", "CRDValues", "CRDYAML", "TestSupport",
            ]
        ),
        .testTarget(
            name: "CRDDefinitionValidityTests",
            dependencies: [
                "CRDDefinitionValidity", "CRDLibYAML", "CRDRuntime", "CRDValidation", "CRDYAML",
                "TestSupport",
            ]
        ),
        .testTarget(
            name: "CRDCatalogTests",
            dependencies: [
                "CRDCatalog", "CRDGeneratorCore", "CRDInspection", "CRDLibYAML", "CRDRuntime",
                "CRDValues", "CRDYAML", "ManifestTexts", "TestSupport",
            ]
        ),
        .testTarget(
            name: "CRDComparisonTests",
            dependencies: [
                "CRDCatalog", "CRDComparison", "CRDDefinitionValidity", "CRDGeneratorCore",
                "CRDLibYAML", "CRDReports", "CRDRuntime", "CRDValidation", "CRDValues", "CRDYAML",
                "TestSupport",
            ]
        ),
        .testTarget(
            name: "KubernetesAdmissionPoliciesTests",
            dependencies: [
                "CRDCatalog", "CRDInspection", "CRDReports", "CRDRuntime", "CRDValues", "CRDYAML",
                "KubernetesAdmissionPolicies", "ManifestTexts", "TestSupport",
            ],
            exclude: ["AdmissionPolicies"]
        ),
        .testTarget(
            name: "CRDInspectionTests",
            dependencies: [
                "CRDCatalog", "CRDDefinitionValidity", "CRDEditing", "CRDGeneratorCore",
                "CRDInspection", "CRDLibYAML", "CRDPages", "CRDReports", "CRDRuntime", "CRDSchema",
                "CRDValidation", "CRDValues", "CRDYAML", "KubernetesCEL", "ManifestTexts",
                "TestSupport",
            ]
        ),
        .testTarget(
            name: "SageMakerTests",
            dependencies: ["CRDManifests", "CRDRuntime", "CRDValidation", "CRDYAML", "SageMaker"]
        ),
        .testTarget(
            name: "GeneratedTypesTests",
            dependencies: [
                "CRDConventions", "CRDFoundation", "CRDManifests", "CRDRuntime", "CRDValidation",
                "CRDYAML", "ConfiguredResources", "InternalResources", "RoundTrip", "TestResources",
                "TestSupport",
            ]
        ),
        // Sees what an adopter sees: products, and nothing that is 'package'.
        .testTarget(
            name: "AdopterTests",
            dependencies: [
                "CRDConventions", "CRDEditing", "CRDFoundation", "CRDJSON", "CRDManifests",
                "CRDRuntime",
                "CRDValidation", "KubernetesAPI", "SageMaker",
            ],
            packageAccess: false
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: ["CRDLibYAML", "CRDYAML", "TestSupport", "crdgen", "crdgen-build"]
        ),
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
    if target.name != "CRDLibYAML" {
        target.swiftSettings?.append(.strictMemorySafety())
    }
}
