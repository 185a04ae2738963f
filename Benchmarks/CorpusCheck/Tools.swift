import BenchmarkSupport

/// What every check needs to compile and link.
struct Tools: Sendable {
    /// `swiftc` with the options that all code is compiled with.
    let compilerArguments: [String]
    /// The objects of the runtime and of the code that makes and compares sample values.
    let objects: [String]

    init() throws {
        let folder = try BuildFolder()
        compilerArguments = folder.compilerArguments
        objects = try folder.objects(
            of: [
                "CRDFiles", "CRDJSON", "CRDLibYAML", "CRDManifests", "CRDParsing",
                "CRDRegularExpressions",
                "CRDRuntime",
                "CRDSchema", "CRDValidation", "CRDValues", "CRDYAML", "KubernetesCEL",
                "KubernetesUnits", "RoundTrip",
                "TestSupport",
            ]
        )
    }
}
