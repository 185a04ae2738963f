/// A file of a site or of a catalog.
package struct PageFile {
    /// The path of the file, relative to the folder of all files.
    package let path: String
    /// The content.
    package let text: String
}
