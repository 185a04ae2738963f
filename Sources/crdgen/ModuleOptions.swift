import ArgumentParser
import CRDGeneratorCore
import CRDYAML

/// The options for the input of generation: CRDs, and the modules of their types.
struct ModuleOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Folders or files of CRDs, or '-' for standard input, all for one module.",
            discussion: "Default: the folder 'crds' of each target, or else 'crds'."
        ),
        completion: .file(extensions: CRDSource.endings)
    )
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            "A folder of CRDs: '.yaml', '.yml', and '.json' files at any depth, and 'crdgen.yaml'.",
            discussion:
                "Instead of arguments. For several modules, pass '--module' for each '--crds'.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var crds: [String] = []

    @Option(
        help: ArgumentHelp(
            "The name of the module that compiles the types.",
            discussion: "Default: the target whose folder contains the CRDs or the output folder.",
            valueName: "name"
        )
    )
    var module: [String] = []

    @Option(
        help: ArgumentHelp(
            "The configuration file, instead of 'crdgen.yaml' in the folder of the CRDs.",
            valueName: "file"
        ),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var config: String?

    func validate() throws {
        if !paths.isEmpty, !crds.isEmpty {
            throw ValidationError("pass CRDs as arguments or with '--crds', not both")
        }
        try CRDSource.requireOneStandardInput(in: paths)
        guard module.isEmpty || module.count == max(crds.count, 1) else {
            let wanted = crds.isEmpty ? "one '--module'" : "one '--module' for each '--crds'"
            let found = crds.isEmpty ? "" : " for \(crds.count)"
            throw ValidationError("expected \(wanted), found \(module.count)\(found)")
        }
        if let name = module.first(where: { !$0.isModuleName }) {
            throw ValidationError("'\(name)' is not the name of a Swift module")
        }
        if let name = Set(module).first(where: { name in module.count { $0 == name } > 1 }) {
            throw ValidationError("duplicate '--module \(name)'; each module needs its own name")
        }
    }

    /// Returns the CRDs of each module, in the order of the options.
    ///
    /// - Parameter output: The output folder, which can be in the folder of a target.
    /// - Returns: At least one module.
    /// - Throws: `Diagnostic` if no CRDs are passed and the default folders don't exist;
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
            throw ValidationError("expected one '--module' for each '--crds'")
        }
        if config != nil, groups.count > 1 {
            throw ValidationError("'--config' is for one module, found \(groups.count)")
        }
        return zip(groups, names).map {
            CRDModule(sources: $0, name: $1, configurationFile: config)
        }
    }
}

extension String {
    /// Whether the text can be the name of a Swift module: SwiftPM replaces other characters.
    fileprivate var isModuleName: Bool {
        let isWord = unicodeScalars.allSatisfy { scalar in
            !scalar.isASCII || scalar == "_" || scalar.properties.isAlphabetic
                || ("0"..."9").contains(scalar)
        }
        return isWord && !isEmpty && first?.isNumber == false
    }
}
