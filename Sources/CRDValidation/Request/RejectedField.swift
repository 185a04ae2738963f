import CRDRuntime
import CRDYAML

/// A field that strict decoding rejects (apimachinery v0.35, pkg/runtime, `StrictDecodingError`).
struct RejectedField: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case unknown
        case duplicate
    }

    let kind: Kind
    /// The path of the field in messages of the server, such as `spec.ports[0].nam`.
    let name: String
    /// The location of the key.
    let place: ValuePlace

    /// The message of the server, such as `unknown field "spec.x"`.
    var text: String {
        switch kind {
        case .unknown: "unknown field \"\(name)\""
        case .duplicate: "duplicate field \"\(name)\""
        }
    }

    /// Creates an unknown field at the end of a path.
    static func unknown(_ path: ValuePath) -> RejectedField {
        RejectedField(
            kind: .unknown,
            name: path.inUnknownFields,
            place: path.place(isKey: true)
        )
    }

    /// Creates a duplicate key.
    static func duplicate(_ name: String, at place: ValuePlace = .root) -> RejectedField {
        RejectedField(kind: .duplicate, name: name, place: place)
    }
}

extension [RejectedField] {
    /// Sorts the fields by name, in byte order.
    mutating func sortByName() {
        sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
