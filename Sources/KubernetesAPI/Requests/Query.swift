import CRDYAML

/// The query of a URL.
struct Query {
    /// The query with its question mark; empty if it has no parameters.
    private(set) var text = ""

    /// Adds a parameter, unless its value is `nil`.
    mutating func add(_ name: String, _ value: String?) {
        guard let value else { return }
        text += "\(text.isEmpty ? "?" : "&")\(name)=\(value.percentEncoded)"
    }

    /// Adds a parameter, unless its value is `nil`.
    mutating func add(_ name: String, _ value: Int?) {
        add(name, value.map { String($0) })
    }

    /// Adds a parameter if it is true.
    mutating func add(_ name: String, _ value: Bool) {
        if value { add(name, "true") }
    }
}

extension String {
    /// The text as a part of a URL: each byte that RFC 3986 does not list as unreserved is encoded.
    var percentEncoded: String {
        var encoded = ""
        for byte in utf8 {
            switch byte {
            case _ where byte.isLetterOrDigit, 0x2D, 0x2E, 0x5F, 0x7E:
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += "%" + Unicode.Scalar(byte).hexadecimal(digits: 2, uppercase: true)
            }
        }
        return encoded
    }
}
