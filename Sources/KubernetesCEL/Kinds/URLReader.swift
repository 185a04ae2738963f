/// Reads the parts of a URL as Go's package net/url.
struct URLReader {
    /// The error in a part of a URL, with Go's message.
    struct Reason: Error {
        let message: String
    }

    /// Reads a URL without a fragment.
    ///
    /// - Parameters:
    ///   - text: The text of the URL.
    ///   - isRequest: Whether it must be an absolute URL or an absolute path.
    /// - Returns: The URL.
    /// - Throws: `Reason` if the text is not a URL.
    static func read(
        _ text: ArraySlice<UInt8>,
        isRequest: Bool
    ) throws(Reason) -> URLReference {
        if text.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            throw Reason(message: "net/url: invalid control character in URL")
        }
        if text.isEmpty, isRequest { throw Reason(message: "empty url") }
        var url = URLReference()
        if text.elementsEqual("*".utf8) {
            url.path = "*"
            return url
        }
        let afterScheme = try readScheme(text, &url)
        var rest = readQuery(afterScheme, &url)
        if rest.first != UInt8(ascii: "/") {
            if !url.scheme.isEmpty {
                url.opaque = String(decoding: rest, as: UTF8.self)
                return url
            }
            try checkRelative(rest, isRequest: isRequest)
        }
        let mayHaveHost = !url.scheme.isEmpty || !isRequest && !rest.starts(with: "///".utf8)
        if mayHaveHost, rest.starts(with: "//".utf8) {
            let authority = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
            try readAuthority(authority, &url)
            rest = rest[authority.endIndex...]
        } else {
            url.omitsHost = !url.scheme.isEmpty
        }
        _ = try URLEscaping.path.decoded(rest)
        url.path = String(decoding: rest, as: UTF8.self)
        return url
    }

    private static func checkRelative(
        _ rest: ArraySlice<UInt8>,
        isRequest: Bool
    ) throws(Reason) {
        if isRequest { throw Reason(message: "invalid URI for request") }
        if rest.prefix(while: { $0 != UInt8(ascii: "/") }).contains(UInt8(ascii: ":")) {
            throw Reason(message: "first path segment in URL cannot contain colon")
        }
    }

    /// Reads the scheme and returns what follows it.
    private static func readScheme(
        _ text: ArraySlice<UInt8>,
        _ url: inout URLReference
    ) throws(Reason) -> ArraySlice<UInt8> {
        let name = text.prefix { $0.isLetterOrDigit || "+-.".utf8.contains($0) }
        guard text[name.endIndex...].first == UInt8(ascii: ":") else { return text }
        guard let first = name.first else { throw Reason(message: "missing protocol scheme") }
        guard first.isLetter else { return text }
        url.scheme = String(decoding: name.map { $0.isUppercase ? $0 | 0x20 : $0 }, as: UTF8.self)
        return text[name.endIndex...].dropFirst()
    }

    /// Reads the query and returns what is in front of it.
    private static func readQuery(
        _ text: ArraySlice<UInt8>,
        _ url: inout URLReference
    ) -> ArraySlice<UInt8> {
        guard let mark = text.firstIndex(of: UInt8(ascii: "?")) else { return text }
        url.hasEmptyQuery = mark + 1 == text.endIndex
        url.query = String(decoding: text[(mark + 1)...], as: UTF8.self)
        return text[..<mark]
    }

    private static func readAuthority(
        _ authority: ArraySlice<UInt8>,
        _ url: inout URLReference
    ) throws(Reason) {
        let mark = authority.lastIndex(of: UInt8(ascii: "@"))
        let host = try readHost(mark.map { authority[$0...].dropFirst() } ?? authority)
        url.host = String(decoding: host, as: UTF8.self)
        guard let mark else { return }
        let user = authority[..<mark]
        guard user.allSatisfy({ $0.isLetterOrDigit || "-._:~!$&'()*+,;=%@".utf8.contains($0) })
        else { throw Reason(message: "net/url: invalid userinfo") }
        let parts = user.split(
            separator: UInt8(ascii: ":"),
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        let name = try URLEscaping.user.decoded(parts[0])
        let password = parts.count > 1 ? try URLEscaping.user.decoded(parts[1]) : nil
        url.user = URLReference.User(
            name: String(decoding: name, as: UTF8.self),
            password: password.map { String(decoding: $0, as: UTF8.self) }
        )
    }

    private static func readHost(_ host: ArraySlice<UInt8>) throws(Reason) -> [UInt8] {
        guard let start = host.lastIndex(of: UInt8(ascii: "[")) else {
            if let colon = host.lastIndex(of: UInt8(ascii: ":")) { try checkPort(host[colon...]) }
            return try URLEscaping.host.decoded(host)
        }
        guard let end = host.lastIndex(of: UInt8(ascii: "]")), end > start else {
            throw Reason(message: "missing ']' in host")
        }
        let port = host[end...].dropFirst()
        try checkPort(port)
        let address = try decodedAddress(host[start..<end].dropFirst())
        return [UInt8(ascii: "[")] + address + [UInt8(ascii: "]")]
            + (try URLEscaping.host.decoded(port))
    }

    /// Returns the IPv6 address in brackets without escapes; Go checks it since version 1.25.2.
    private static func decodedAddress(_ text: ArraySlice<UInt8>) throws(Reason) -> [UInt8] {
        let zone =
            text.indices.first { text[$0...].starts(with: "%25".utf8) } ?? text.endIndex
        let decoded =
            try URLEscaping.host.decoded(text[..<zone]) + URLEscaping.zone.decoded(text[zone...])
        let isIPv4: Bool
        do throws(AddressReader.Failure) {
            isIPv4 = try AddressReader.read(decoded[...]).value.isIPv4
        } catch {
            throw Reason(message: "invalid host: " + error.message)
        }
        if isIPv4 { throw Reason(message: "invalid IP-literal") }
        return decoded
    }

    private static func checkPort(_ port: ArraySlice<UInt8>) throws(Reason) {
        guard port.isEmpty || port.first == UInt8(ascii: ":"),
            port.dropFirst().allSatisfy(\.isDigit)
        else { throw Reason(message: "invalid port \(GoText.quoted(port)) after host") }
    }
}
