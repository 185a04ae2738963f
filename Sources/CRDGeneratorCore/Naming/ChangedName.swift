import CRDYAML

/// A name that differs from the usual one, with the reason.
///
/// Generated code has a note about it in the documentation of the declaration.
struct ChangedName {
    /// The reason for a changed name.
    enum Reason {
        /// Another property or value has the name.
        case other(String)
        /// All structs or resources have a member with the name.
        case member
        /// The resource has the name.
        case resource
        /// An attribute of the resource has the name.
        case attribute
        /// Another type has the name, the one at this path.
        case type(at: String)
        /// The word has another meaning in Swift or in all enumerations.
        case word
        /// The value has no letters or digits.
        case signs
    }

    /// The property, kind or value.
    let original: String
    /// The usual name.
    let usual: String
    /// The changed name.
    let name: String
    let reason: Reason

    /// The note, such as `'host_path' is named 'host_path_2', because 'hostPath' is named 'host_path'`.
    var note: String {
        "'\(original.excerpt)' is named '\(name)', because \(reasonText)"
    }

    private var reasonText: String {
        switch reason {
        case .other(let other): "'\(other.excerpt)' is named '\(usual)'"
        case .member: "'\(usual)' is a member of every such type"
        case .resource: "'\(usual)' is the resource"
        case .attribute: "'\(usual)' is an attribute of the resource"
        case .type(let path): "'\(usual)' is the type of '\(path.excerpt)'"
        case .word: "'\(usual)' has another meaning"
        case .signs: "names consist of letters and digits"
        }
    }
}
