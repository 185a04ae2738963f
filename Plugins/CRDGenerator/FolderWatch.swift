import Foundation
import PackagePlugin

/// A command that makes SwiftPM detect added and removed files in a folder outside all targets.
///
/// SwiftPM plans a build again when the output folder of a prebuild command changes, and follows
/// links there. So the command does nothing, and its output folder has a link to the folder of
/// CRDs. The link ends in `.docc`, because SwiftPM treats files with other extensions as resources.
struct FolderWatch {
    /// The folder that is watched.
    let folder: URL
    /// The output folder of the plugin, for the link.
    let outputs: URL

    /// Returns the command for the build; `nil` if the system has no program that does nothing.
    ///
    /// - Throws: The error of Foundation if the link cannot be created.
    func command() throws -> Command? {
        let programs = ["/usr/bin/true", "/bin/true"]
        guard let program = programs.first(where: FileManager.default.isExecutableFile) else {
            return nil
        }
        let outputs = self.outputs.appending(path: "Watched")
        let link = outputs.appending(path: "\(CRDFolder.name).docc")
        try FileManager.default.createDirectory(at: outputs, withIntermediateDirectories: true)
        if link.resolvingSymlinksInPath().path != folder.path {
            try? FileManager.default.removeItem(at: link)  // there may be none
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder)
        }
        return .prebuildCommand(
            displayName: "Watching \(folder.path)",
            executable: URL(filePath: program),
            arguments: [],
            outputFilesDirectory: outputs
        )
    }
}
