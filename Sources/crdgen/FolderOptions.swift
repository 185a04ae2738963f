import ArgumentParser
import CRDGeneratorCore

/// What is read, and where the result belongs.
struct FolderOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder of CRDs: '.yaml', '.yml' and '.json' files at any depth, and 'crdgen.yaml'.",
            discussion: "Given several times, each with its '--module'.",
            valueName: "folder"
        )
    )
    var crds: [String]

    @Option(
        help: ArgumentHelp("The module that the types are compiled in.", valueName: "name")
    )
    var module: [String]

    @Option(
        help: ArgumentHelp(
            "The folder of the result, with a folder for each module if there are several.",
            valueName: "folder"
        )
    )
    var output = "Generated"

    @Option(
        help: ArgumentHelp(
            "How much the pages say, whatever 'crdgen.yaml' wants: 'plain' or 'full'.",
            valueName: "detail"
        )
    )
    var docs: PageDetail?

    /// The CRDs of each module, in the order they are given in.
    var modules: [CRDModule] {
        zip(crds, module).map { CRDModule(sources: [CRDSource($0)], name: $1) }
    }

    /// The folder of the result.
    var generatedFolder: GeneratedFolder {
        GeneratedFolder(path: output.withoutSlash)
    }

    func validate() throws {
        guard crds.count == module.count else {
            throw ValidationError(
                "expected a '--module' for each '--crds', found \(module.count) for \(crds.count)"
            )
        }
        if let name = Set(module).first(where: { name in module.count { $0 == name } > 1 }) {
            throw ValidationError("'--module \(name)' is given twice")
        }
    }
}

extension PageDetail: ExpressibleByArgument {}
