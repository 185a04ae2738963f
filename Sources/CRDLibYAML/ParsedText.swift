import CRDYAML

/// The documents of a text up to its first error.
struct ParsedText {
    /// The tree of the documents before the error.
    let tree: NodeTree
    /// The first error; `nil` if there is none.
    var error: Diagnostic?
    /// The offset of the byte that libyaml cannot decode; `nil` for other errors.
    var invalidByte: Int?
}
