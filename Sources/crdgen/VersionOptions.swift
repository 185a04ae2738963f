import ArgumentParser

/// The option for the version of a kind.
struct VersionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The group and version of the kind, or only one of them.",
            valueName: "group/version"
        )
    )
    var apiVersion: String?
}
