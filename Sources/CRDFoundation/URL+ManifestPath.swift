public import CRDRuntime
public import Foundation

extension URL: ManifestPath {
    /// The path of the file.
    public var _manifestPath: String { isFileURL ? path : absoluteString }
}
