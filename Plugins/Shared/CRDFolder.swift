import Foundation
import PackagePlugin

/// The folder `crds` in the folder of a target: a folder of its own or a symbolic link.
///
/// SwiftPM notices a file that is added or removed only inside the folders of targets.
struct CRDFolder {
    /// The name that the folder has in the folder of a target.
    static let name = "crds"

    /// Where the folder is, links resolved: SwiftPM compares the times of real files.
    let url: URL

    /// Finds the folder of a target; `nil` if there is none.
    init?(of target: any Target) {
        url = target.directoryURL.appending(path: Self.name).resolvingSymlinksInPath()
        guard (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true else {
            return nil
        }
    }
}
