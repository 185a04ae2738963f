import PackagePlugin

/// Fails where the folder 'Generated' of a package is not what its CRDs give.
@main
struct CheckCRDs: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        try CRDGenCommand(name: "check").run(context, arguments)
    }
}
