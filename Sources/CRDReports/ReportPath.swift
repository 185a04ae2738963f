import CRDYAML

/// The path of a file in a report.
struct ReportPath {
    /// The path, without `./` at its start.
    let text: String

    init(_ path: String) {
        var path = path[...]
        while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
        text = String(path)
    }

    /// Whether it is the path of a file, not the name of standard input, of a pipe, or of a file in a
    /// git revision.
    var isFile: Bool { !["<", "/dev/", "git:"].contains(where: text.hasPrefix) }

    /// The path in a git revision; `nil` if it has no such form.
    var inRevision: ReportPath? {
        let parts = text.split(separator: ":", maxSplits: 2)
        guard text.hasPrefix("git:"), parts.count == 3 else { return nil }
        return ReportPath(String(parts[2]))
    }

    /// The URI reference for standard input and for findings about the command line.
    static let inputURI = "stdin"

    /// The path as a URI reference, or that of standard input if it is no path of a file.
    var fileURI: String { isFile ? uri : Self.inputURI }

    /// The path as a URI reference: relative, or with the scheme `file` if the path is absolute.
    var uri: String {
        let encoded = text.utf8.map { byte in
            Self.isPlain(byte)
                ? String(UnicodeScalar(byte))
                : "%" + UnicodeScalar(byte).hexadecimal(digits: 2, uppercase: true)
        }.joined()
        return text.hasPrefix("/") ? "file://\(encoded)" : encoded
    }

    /// Whether a byte is allowed in every segment of a relative reference (RFC 3986, 4.2).
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~/@!$&'()*+,;=".utf8.contains(byte)
        }
    }
}
