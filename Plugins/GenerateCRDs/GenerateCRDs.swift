import PackagePlugin

/// Writes Swift files and Markdown pages for the CRDs of a package to its folder 'Generated'.
@main
struct GenerateCRDs: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        try CRDGenCommand(name: "generate").run(context, arguments)
    }
}
