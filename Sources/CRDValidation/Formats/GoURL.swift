import CRDRuntime
import CRDYAML

/// The parts of a URL that the server checks, as Go's net/url reads them.
package struct GoURL {
    /// The error for an invalid URL, with Go's message.
    package struct Failure: Error {
        /// The message, such as `empty url`.
        package let message: String
    }

    /// The scheme in lower case; empty if there is none.
    package private(set) var scheme = ""
    /// The host with its port; empty if there is none.
    package private(set) var host = ""
    /// The text before `@`; `nil` if there is none.
    package private(set) var user: String?
    /// The text after `?`; `nil` if there is none.
    package private(set) var query: String?
    /// The text after `#`; `nil` if there is none.
    package private(set) var fragment: String?

    /// Reads a URL (`url.Parse`).
    ///
    /// - Throws: `Failure` if the text is not valid.
    package init(_ text: String) throws(Failure) {
        let (address, fragment) = Self.cut(Array(text.utf8)[...], at: "#")
        do throws(Failure) {
            try read(address, isRequest: false)
        } catch {
            throw Failure(message: "parse \(Self.quoted(address)): \(error.message)")
        }
        do throws(Failure) {
            try Self.checkEscapes(fragment ?? [])
        } catch {
            throw Failure(message: "parse \(GoText.quoted(text)): \(error.message)")
        }
        self.fragment = Self.part(fragment)
    }

    /// Reads an absolute URL or an absolute path, without a fragment (`url.ParseRequestURI`).
    ///
    /// - Throws: `Failure` if the text is not valid.
    package init(requestURI text: String) throws(Failure) {
        try read(Array(text.utf8)[...], isRequest: true)
    }

    /// Whether a text is an address with a scheme and a host (`url.ParseRequestURI`).
    package static func isAddressOfHost(_ text: String) -> Bool {
        // The reason is not needed here.
        guard let address = try? GoURL(requestURI: text) else { return false }
        return !address.scheme.isEmpty && !address.host.isEmpty
    }
}

// MARK: - Parts

extension GoURL {
    private mutating func read(_ text: ArraySlice<UInt8>, isRequest: Bool) throws(Failure) {
        if text.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            throw Failure(message: "net/url: invalid control character in URL")
        }
        if text.isEmpty, isRequest { throw Failure(message: "empty url") }
        if text.elementsEqual("*".utf8) { return }
        let (address, query) = Self.cut(try readScheme(text), at: "?")
        self.query = Self.part(query)
        var path = address
        if path.first != UInt8(ascii: "/") {
            if !scheme.isEmpty { return }
            if isRequest { throw Failure(message: "invalid URI for request") }
            if path.prefix(while: { $0 != UInt8(ascii: "/") }).contains(UInt8(ascii: ":")) {
                throw Failure(message: "first path segment in URL cannot contain colon")
            }
        }
        let mayHaveHost = !scheme.isEmpty || !isRequest && !path.starts(with: "///".utf8)
        if mayHaveHost, path.starts(with: "//".utf8) {
            let authority = path.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
            try readAuthority(authority)
            path = path[authority.endIndex...]
        }
        try Self.checkEscapes(path)
    }

    /// Reads the scheme and returns what follows it.
    private mutating func readScheme(_ text: ArraySlice<UInt8>) throws(Failure)
        -> ArraySlice<UInt8>
    {
        let name = text.prefix { $0.isLetterOrDigit || "+-.".utf8.contains($0) }
        guard text[name.endIndex...].first == UInt8(ascii: ":") else { return text }
        guard let first = name.first else { throw Failure(message: "missing protocol scheme") }
        guard first.isLetter else { return text }
        scheme = String(decoding: name, as: UTF8.self).lowercased()
        return text[name.endIndex...].dropFirst()
    }

    private mutating func readAuthority(_ authority: ArraySlice<UInt8>) throws(Failure) {
        let mark = authority.lastIndex(of: UInt8(ascii: "@"))
        let host = mark.map { authority[$0...].dropFirst() } ?? authority
        try Self.checkHost(host)
        self.host = String(decoding: host, as: UTF8.self)
        guard let mark else { return }
        let user = authority[..<mark]
        guard user.allSatisfy({ $0.isLetterOrDigit || "-._:~!$&'()*+,;=%@".utf8.contains($0) })
        else { throw Failure(message: "net/url: invalid userinfo") }
        try Self.checkEscapes(user)
        self.user = String(decoding: user, as: UTF8.self)
    }

    private static func checkHost(_ host: ArraySlice<UInt8>) throws(Failure) {
        var port: ArraySlice<UInt8> = []
        if host.first == UInt8(ascii: "[") {
            guard let end = host.lastIndex(of: UInt8(ascii: "]")) else {
                throw Failure(message: "missing ']' in host")
            }
            port = host[end...].dropFirst()
        } else if let colon = host.lastIndex(of: UInt8(ascii: ":")) {
            port = host[colon...]
        }
        guard port.isEmpty || port.first == UInt8(ascii: ":"),
            port.dropFirst().allSatisfy(\.isDigit)
        else { throw Failure(message: "invalid port \(quoted(port)) after host") }
        try checkEscapes(host, isHost: true)
    }

    /// Checks the escapes and, in a host, all other characters.
    private static func checkEscapes(
        _ text: ArraySlice<UInt8>,
        isHost: Bool = false
    ) throws(Failure) {
        var rest = text
        while let byte = rest.first {
            guard byte == UInt8(ascii: "%") else {
                let isAllowed =
                    !isHost || byte >= 0x80 || byte.isLetterOrDigit
                    || "-_.~!$&'()*+,;=:[]<>\"".utf8.contains(byte)
                guard isAllowed else {
                    throw Failure(message: "invalid character \(quoted([byte])) in host name")
                }
                rest = rest.dropFirst()
                continue
            }
            let escape = rest.prefix(3)
            let digits = escape.dropFirst()
            // In a host, only non-ASCII bytes and `%` may be escaped.
            let mayStand =
                !isHost || digits.elementsEqual("25".utf8)
                || digits.first.map { $0 >= UInt8(ascii: "8") } == true
            guard digits.count == 2, digits.allSatisfy(\.isHexDigit), mayStand else {
                throw Failure(message: "invalid URL escape \(quoted(escape))")
            }
            rest = rest.dropFirst(3)
        }
    }

    /// Splits a text at the first occurrence of a character, which is dropped.
    private static func cut(
        _ text: ArraySlice<UInt8>,
        at mark: Unicode.Scalar
    ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>?) {
        guard let position = text.firstIndex(of: UInt8(ascii: mark)) else { return (text, nil) }
        return (text[..<position], text[position...].dropFirst())
    }

    /// Returns the text of a part; `nil` if it is empty.
    private static func part(_ bytes: ArraySlice<UInt8>?) -> String? {
        guard let bytes, !bytes.isEmpty else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func quoted(_ bytes: ArraySlice<UInt8>) -> String {
        GoText.quoted(String(decoding: bytes, as: UTF8.self))
    }
}
