import ArgumentParser
import CRDGeneratorCore

/// The options for the output folder and for the detail of the pages.
struct FolderOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The output folder; several modules have a folder each in it. "
                + "(default: Generated)",
            valueName: "folder"
        ),
        completion: .directory
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The detail of the pages, instead of 'docs' in 'crdgen.yaml': 'plain' or 'full'.",
            valueName: "detail"
        ),
        completion: .list(PageDetail.allCases.map(\.rawValue))
    )
    var docs: PageDetail?

    /// The output folder.
    var outputFolder: OutputFolder {
        OutputFolder(path: (output ?? "Generated").withoutSlash)
    }
}

extension PageDetail: ExpressibleByArgument {}
