import Foundation
import PackagePlugin

/// A folder `crds` of a target, or of the package for targets that have none.
///
/// It can be a symbolic link.
struct CRDFolder {
    /// The name of the folder.
    static let name = "crds"

    /// The location of the folder without symbolic links, as SwiftPM compares the times of real
    /// files.
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
