import ArgumentParser
import CRDGeneratorCore
import CRDYAML

/// What is generated from: CRDs, and the modules that their types are compiled in.
struct ModuleOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Folders or files of CRDs, or '-' for standard input, all of one module.",
            discussion: "Without them: the folder 'crds' of each target, else 'crds'."
        ),
        completion: .file(extensions: CRDSource.endings)
    )
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            "A folder of CRDs: '.yaml', '.yml' and '.json' files at any depth, and 'crdgen.yaml'.",
            discussion: "Instead of arguments, for several modules: each with its '--module'.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var crds: [String] = []

    @Option(
        help: ArgumentHelp(
            "The module that the types are compiled in.",
            discussion: "Without it: the target whose folder the CRDs or the result are in.",
            valueName: "name"
        )
    )
    var module: [String] = []

    @Option(
        help: ArgumentHelp(
            "The configuration, instead of the 'crdgen.yaml' beside the CRDs.",
            valueName: "file"
        ),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var config: String?

    func validate() throws {
        if !paths.isEmpty, !crds.isEmpty {
            throw ValidationError("name CRDs as arguments or with '--crds', not both")
        }
        guard module.isEmpty || module.count == max(crds.count, 1) else {
            let wanted = crds.isEmpty ? "one '--module'" : "a '--module' for each '--crds'"
            let found = crds.isEmpty ? "" : " for \(crds.count)"
            throw ValidationError("expected \(wanted), found \(module.count)\(found)")
        }
        if let name = Set(module).first(where: { name in module.count { $0 == name } > 1 }) {
            throw ValidationError("'--module \(name)' is given twice")
        }
    }

    /// The CRDs of each module, in the order they are given in.
    ///
    /// - Parameter output: Where the result belongs, which may tell the module.
    /// - Returns: At least one module.
    /// - Throws: `Diagnostic` if nothing is named and the usual places have no CRDs;
    ///   `ValidationError` if modules have the same name or no name.
    func modules(output: String?) throws -> [CRDModule] {
        let groups: [[CRDSource]]
        if !paths.isEmpty {
            groups = [paths.map { CRDSource($0) }]
        } else if !crds.isEmpty {
            groups = crds.map { [CRDSource($0)] }
        } else {
            groups = try CRDSource.usual().map { [$0] }
        }
        let names = module.isEmpty ? groups.map { CRDModule.name(of: $0, output) } : module
        guard names.count == groups.count, Set(names).count == names.count else {
            throw ValidationError("expected a '--module' for each '--crds'")
        }
        if config != nil, groups.count > 1 {
            throw ValidationError("'--config' is for one module, found \(groups.count)")
        }
        return zip(groups, names).map {
            CRDModule(sources: $0, name: $1, configurationFile: config)
        }
    }
}
