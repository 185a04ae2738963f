/// A URL as Go's `url.URL`.
public struct URLReference: Sendable {
    /// The error for a text that is not a URL, with Go's message.
    package struct Failure: Error {
        /// The message, such as `parse "x": invalid URI for request`.
        package let message: String
    }

    /// The name and the password before the host.
    package struct User: Sendable {
        let name: String
        let password: String?
    }

    /// The scheme in lower case; empty if there is none.
    package internal(set) var scheme = ""
    /// The text after the scheme if it does not begin with `/`, as in `mailto:a@b.c`.
    var opaque = ""
    /// The text before `@` in the host; `nil` if there is none.
    package internal(set) var user: User?
    /// The host with its port, without escapes; empty if there is none.
    package internal(set) var host = ""
    /// Whether there is a scheme, but no `//` after it.
    var omitsHost = false
    /// The path as it was written.
    var path = ""
    /// The text after `?`.
    package internal(set) var query = ""
    /// Whether there is a `?` without a text after it.
    var hasEmptyQuery = false
    /// The text after `#` as it was written.
    package internal(set) var fragment = ""

    init() {}

    /// Reads an absolute URL or an absolute path (`url.ParseRequestURI`, then `url.Parse`).
    ///
    /// - Throws: `Failure` if Go rejects the text.
    init(_ text: String) throws(Failure) {
        _ = try Self.request(text)
        try self.init(parsing: text)
    }

    /// Reads a URL, which can be relative (`url.Parse`).
    ///
    /// - Throws: `Failure` if Go rejects the text.
    package init(parsing text: String) throws(Failure) {
        let bytes = Array(text.utf8)
        let mark = bytes.firstIndex(of: UInt8(ascii: "#"))
        let address = bytes[..<(mark ?? bytes.endIndex)]
        self = try Self.named(address) { () throws(URLReader.Reason) in
            try URLReader.read(address, isRequest: false)
        }
        guard let mark else { return }
        fragment = String(decoding: bytes[(mark + 1)...], as: UTF8.self)
        _ = try Self.named(bytes[...]) { () throws(URLReader.Reason) in
            try URLEscaping.fragment.decoded(bytes[(mark + 1)...])
        }
    }

    /// Reads an absolute URL or an absolute path, without a fragment (`url.ParseRequestURI`).
    ///
    /// - Throws: `Failure` if the text is neither.
    package static func request(_ text: String) throws(Failure) -> URLReference {
        let bytes = Array(text.utf8)[...]
        return try named(bytes) { () throws(URLReader.Reason) in
            try URLReader.read(bytes, isRequest: true)
        }
    }

    /// Runs a step of reading, and adds the URL to the message of its error.
    private static func named<Result>(
        _ text: ArraySlice<UInt8>,
        _ step: () throws(URLReader.Reason) -> Result
    ) throws(Failure) -> Result {
        do throws(URLReader.Reason) {
            return try step()
        } catch {
            throw Failure(message: "parse \(GoText.quoted(text)): \(error.message)")
        }
    }
}

// MARK: - Parts

extension URLReference {
    /// The host without the port and without the brackets of an IPv6 address.
    var hostname: String {
        let name = host.utf8.prefix(hostnameLength)
        guard name.first == UInt8(ascii: "["), name.last == UInt8(ascii: "]"), name.count > 1 else {
            return String(decoding: name, as: UTF8.self)
        }
        return String(decoding: name.dropFirst().dropLast(), as: UTF8.self)
    }

    /// The port; empty if there is none.
    var port: String {
        String(decoding: host.utf8.dropFirst(hostnameLength + 1), as: UTF8.self)
    }

    private var hostnameLength: Int {
        let bytes = Array(host.utf8)
        guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")),
            bytes[(colon + 1)...].allSatisfy(\.isDigit)
        else { return bytes.count }
        return colon
    }

    /// The path with escapes: as it was written if that is valid.
    var escapedPath: String { URLEscaping.path.encoded(keeping: path) }

    /// The parameters of the query, with the values of each in order; invalid ones are left out.
    var queryValues: [(key: String, values: [String])] {
        var keys: [String: Int] = [:]
        var result: [(key: String, values: [String])] = []
        for pair in query.utf8.split(separator: UInt8(ascii: "&")) {
            guard !pair.contains(UInt8(ascii: ";")) else { continue }
            let parts = Array(pair).split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            // A pair with an invalid escape is left out, as in Go.
            guard let key = try? URLEscaping.query.decoded(parts[0]),
                let value = try? URLEscaping.query.decoded(parts.count > 1 ? parts[1] : [])
            else { continue }
            let name = String(decoding: key, as: UTF8.self)
            let text = String(decoding: value, as: UTF8.self)
            if let position = keys[name] {
                result[position].values.append(text)
            } else {
                keys[name] = result.count
                result.append((name, [text]))
            }
        }
        return result
    }
}

extension URLReference: Equatable {
    /// Returns whether two URLs are assembled to the same text.
    public static func == (left: Self, right: Self) -> Bool {
        left.description.utf8.elementsEqual(right.description.utf8)
    }
}

extension URLReference: CustomStringConvertible {
    /// The whole URL, as Go assembles it from the parts.
    public var description: String {
        var text = scheme.isEmpty ? "" : scheme + ":"
        if opaque.isEmpty {
            if hasAuthority {
                if !host.isEmpty || !path.isEmpty || user != nil { text += "//" }
                if let user { text += "\(user)@" }
                text += URLEscaping.host.encoded(host.utf8)
            }
            let path = escapedPath
            if !host.isEmpty, let first = path.utf8.first, first != UInt8(ascii: "/") {
                text += "/"
            }
            let segment = path.utf8.prefix { $0 != UInt8(ascii: "/") }
            if text.isEmpty, segment.contains(UInt8(ascii: ":")) { text += "./" }
            text += path
        } else {
            text += opaque
        }
        if hasEmptyQuery || !query.isEmpty { text += "?" + query }
        if !fragment.isEmpty { text += "#" + URLEscaping.fragment.encoded(keeping: fragment) }
        return text
    }

    private var hasAuthority: Bool {
        let isOmitted = omitsHost && host.isEmpty && user == nil
        return !isOmitted && !(scheme.isEmpty && host.isEmpty && user == nil)
    }
}

extension URLReference.User: CustomStringConvertible {
    /// The name and the password with escapes.
    package var description: String {
        if name.isEmpty, password?.isEmpty ?? true { return "" }
        let name = URLEscaping.user.encoded(name.utf8)
        return password.map { name + ":" + URLEscaping.user.encoded($0.utf8) } ?? name
    }
}
