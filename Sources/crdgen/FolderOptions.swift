import ArgumentParser
import CRDGeneratorCore

/// Where the result belongs, and how much its pages say.
struct FolderOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of the result, with a folder for each module if there are several. "
                + "(default: Generated)",
            valueName: "folder"
        ),
        completion: .directory
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            "How much the pages say, whatever 'crdgen.yaml' wants: 'plain' or 'full'.",
            valueName: "detail"
        ),
        completion: .list(PageDetail.allCases.map(\.rawValue))
    )
    var docs: PageDetail?

    /// The folder of the result.
    var outputFolder: OutputFolder {
        OutputFolder(path: (output ?? "Generated").withoutSlash)
    }
}

extension PageDetail: ExpressibleByArgument {}
