import PackagePlugin

/// Validates the CRDs of a package, and fails if its folder 'Generated' is not up to date.
@main
struct CheckCRDs: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        try CRDGenCommand(name: "check").run(context, arguments)
    }
}
