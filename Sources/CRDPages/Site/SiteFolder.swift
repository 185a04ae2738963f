/// The folder of a module's pages on the site.
struct SiteFolder: Hashable {
    /// The name of the module; empty if the pages are in the folder of the site itself, as those of
    /// a single module are.
    var module = ""

    /// The path, relative to the folder of the site, with a slash; empty for that folder itself.
    var path: String { module.isEmpty ? "" : "\(module)/" }

    /// The path of the folder of the site, relative to this folder, with a slash.
    var root: String { module.isEmpty ? "" : "../" }

    /// The id of the module in the index.
    var id: String { "module-\(module)" }

    /// Returns the id of a group in the index.
    func id(ofGroup group: String) -> String {
        module.isEmpty ? "group-\(group)" : "group-\(module)-\(group)"
    }
}
