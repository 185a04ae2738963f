import CRDRuntime
import CRDYAML

/// A field that strict decoding rejects (apimachinery v0.35, pkg/runtime, `StrictDecodingError`).
struct RejectedField: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case unknown
        case duplicate
    }

    let kind: Kind
    /// The field as the server names it, such as `spec.ports[0].nam`.
    let name: String
    /// Where the key is.
    let place: ValuePlace

    /// `unknown field "spec.x"`.
    var text: String {
        switch kind {
        case .unknown: "unknown field \"\(name)\""
        case .duplicate: "duplicate field \"\(name)\""
        }
    }

    /// A field that the schema does not name, at the end of a path.
    static func unknown(_ path: ValuePath) -> RejectedField {
        RejectedField(
            kind: .unknown,
            name: path.inUnknownFields,
            place: path.place(isKey: true)
        )
    }

    /// A key that stands twice.
    static func duplicate(_ name: String, at place: ValuePlace = .root) -> RejectedField {
        RejectedField(kind: .duplicate, name: name, place: place)
    }
}

extension [RejectedField] {
    /// By name, in byte order.
    mutating func sortByName() {
        sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
