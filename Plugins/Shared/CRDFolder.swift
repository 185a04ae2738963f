import Foundation
import PackagePlugin

/// A folder `crds`: that of a target or, for targets without one, that of the package.
///
/// Either is a folder of its own or a symbolic link.
struct CRDFolder {
    /// The name that the folder has.
    static let name = "crds"

    /// Where the folder is, links resolved: SwiftPM compares the times of real files.
    let url: URL

    /// Finds the folder of a target; `nil` if it has none.
    init?(of target: any Target) {
        self.init(in: target.directoryURL)
    }

    /// Finds the folder of a package; `nil` if it has none.
    init?(of package: Package) {
        self.init(in: package.directoryURL)
    }

    private init?(in folder: URL) {
        url = folder.appending(path: Self.name).resolvingSymlinksInPath()
        guard (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true else {
            return nil
        }
    }
}
