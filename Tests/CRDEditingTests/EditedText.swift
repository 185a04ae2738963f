import CRDEditing
import Testing

/// Returns a text after a change of its first document.
func edited(
    _ text: String,
    _ change: (inout ManifestDocument) throws(ManifestError) -> Void
) throws -> String {
    var manifest = try ManifestText(text)
    #expect(manifest.text == text)
    try change(&manifest[0])
    return manifest.text
}

/// Returns a text after setting the value at a path.
func setting(_ path: String, to value: JSONValue, in text: String) throws -> String {
    try edited(text) { document throws(ManifestError) in try document.set(path, to: value) }
}

/// Returns a text after removing the value at a path.
func removing(_ path: String, from text: String) throws -> String {
    try edited(text) { document throws(ManifestError) in
        let wasFound = try document.remove(path)
        #expect(wasFound)
    }
}
