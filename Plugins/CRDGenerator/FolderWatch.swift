import Foundation
import PackagePlugin

/// What lets SwiftPM notice a file that is added to or removed from a folder outside all targets.
///
/// SwiftPM plans a build anew when the output folder of a prebuild command changes, and follows links
/// there. So the command does nothing, and its output folder has a link to the folder of CRDs. The
/// link ends in `.docc`, as SwiftPM takes files with other endings for resources of the program.
struct FolderWatch {
    /// The folder that is watched.
    let folder: URL
    /// A folder of the plugin, for the link.
    let outputs: URL

    /// The command for the build; `nil` where the system has no program that does nothing.
    ///
    /// - Throws: What Foundation throws when the link cannot be made.
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
