import CRDYAML

/// A name that is not the usual one, with the reason.
///
/// The note of one stands beside the declaration in generated code; a name that the usual rules
/// give has none.
struct ChangedName {
    /// Why something cannot have its usual name.
    enum Reason {
        /// Another property or value has the name.
        case other(String)
        /// Every struct or resource has a member of the name.
        case member
        /// The resource has the name.
        case resource
        /// Another type has the name, the one at this path.
        case type(at: String)
        /// The word means something else in Swift, or in every enumeration.
        case word
        /// Nothing, or no letter and no digit, would be left of the value.
        case signs
    }

    /// The property, kind or value.
    let original: String
    /// The name it would have.
    let usual: String
    /// The name it has.
    let name: String
    let reason: Reason

    /// `'host_path' is named 'host_path_2', because 'hostPath' is named 'host_path'`, on one line.
    var note: String {
        "'\(original.excerpt)' is named '\(name)', because \(reasonText)"
    }

    private var reasonText: String {
        switch reason {
        case .other(let other): "'\(other.excerpt)' is named '\(usual)'"
        case .member: "'\(usual)' is a member of every such type"
        case .resource: "'\(usual)' is the resource"
        case .type(let path): "'\(usual)' is the type of '\(path.excerpt)'"
        case .word: "'\(usual)' has another meaning"
        case .signs: "names consist of letters and digits"
        }
    }
}
