import ArgumentParser
import CRDGeneratorCore

/// The option for the output folder.
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

    func validate() throws {
        try output.requirePath(of: "--output")
    }

    /// The output folder.
    var outputFolder: OutputFolder {
        OutputFolder(path: (output ?? OutputFolder.usual).withoutSlash)
    }
}

/// The option for the detail of the pages.
struct DetailOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The detail of the pages, instead of 'docs' in 'crdgen.yaml': 'plain' or 'full'.",
            valueName: "detail"
        ),
        completion: .list(PageDetail.allCases.map(\.rawValue))
    )
    var docs: PageDetail?
}

extension OutputFolder {
    /// The path of the folder without an option.
    static let usual = "Generated"
}

extension String? {
    /// Checks the path of a folder that is written to.
    ///
    /// Files in the folder of an empty path would be written to the root of the file system.
    ///
    /// - Parameter option: The option.
    /// - Throws: `ValidationError` if the path is empty.
    func requirePath(of option: String) throws(ValidationError) {
        if self != "" { return }
        throw ValidationError("'\(option)' is empty, expected the path of a folder")
    }

    /// Checks the path of a folder that is written to, by a command that can't print the files.
    ///
    /// - Parameter option: The option.
    /// - Throws: `ValidationError` if the path is empty, or `-`, which is standard output elsewhere.
    func requireFolder(of option: String) throws(ValidationError) {
        try requirePath(of: option)
        if self != "-" { return }
        throw ValidationError("'\(option)' is '-', expected the path of a folder")
    }
}

extension PageDetail: ExpressibleByArgument {}
