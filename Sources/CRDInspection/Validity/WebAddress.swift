import CRDRuntime
import CRDSchema
import CRDValidation

/// The parts of a URL, as Go's net/url reads them.
struct WebAddress {
    /// Why a text is no URL.
    struct Failure: Error {
        let message: String
    }

    /// In lower case; empty where there is none.
    private(set) var scheme = ""
    /// With the port; empty where there is none.
    private(set) var host = ""
    /// What stands in front of `@`; `nil` where there is none, as for the others.
    private(set) var user: String?
    private(set) var query: String?
    private(set) var fragment: String?

    /// Whether a text is an address with a scheme and a host (`url.ParseRequestURI`).
    static func isAddressOfHost(_ text: String) -> Bool {
        guard let address = try? WebAddress(text, hasFragment: false) else { return false }
        return !address.scheme.isEmpty && !address.host.isEmpty
    }

    /// Reads an address (`url.Parse`).
    init(_ text: String) throws(Failure) {
        try self.init(text, hasFragment: true)
    }

    private init(_ text: String, hasFragment: Bool) throws(Failure) {
        var rest = text[...]
        var fragment: Substring?
        if hasFragment, let mark = rest.firstIndex(of: "#") {
            fragment = rest[rest.index(after: mark)...]
            rest = rest[..<mark]
        }
        do throws(Failure) {
            try read(rest)
        } catch {
            throw Failure(message: "parse \(GoText.quoted(String(rest))): \(error.message)")
        }
        self.fragment = fragment.flatMap { $0.isEmpty ? nil : String($0) }
    }

    private mutating func read(_ text: Substring) throws(Failure) {
        if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            throw Failure(message: "net/url: invalid control character in URL")
        }
        if text == "*" { return }
        var rest = try readScheme(text)
        if let mark = rest.firstIndex(of: "?") {
            let found = rest[rest.index(after: mark)...]
            query = found.isEmpty ? nil : String(found)
            rest = rest[..<mark]
        }
        if !rest.hasPrefix("/") {
            if !scheme.isEmpty { return }
            let segment = rest.prefix { $0 != "/" }
            guard segment.contains(":") else { return try checkEscapes(rest) }
            throw Failure(message: "first path segment in URL cannot contain colon")
        }
        if rest.hasPrefix("//"), !scheme.isEmpty || !rest.hasPrefix("///") {
            let authority = rest.dropFirst(2).prefix { $0 != "/" }
            try readAuthority(authority)
            rest = rest[authority.endIndex...]
        }
        try checkEscapes(rest)
    }

    /// - Returns: What follows the scheme.
    private mutating func readScheme(_ text: Substring) throws(Failure) -> Substring {
        for index in text.indices {
            switch text[index] {
            case "a"..."z", "A"..."Z": continue
            case "0"..."9", "+", "-", ".":
                if index == text.startIndex { return text }
            case ":":
                if index == text.startIndex { throw Failure(message: "missing protocol scheme") }
                scheme = text[..<index].lowercased()
                return text[text.index(after: index)...]
            default: return text
            }
        }
        return text
    }

    private mutating func readAuthority(_ authority: Substring) throws(Failure) {
        var found = authority
        if let mark = authority.lastIndex(of: "@") {
            let name = authority[..<mark]
            let others = "-._:~!$&'()*+,;=%@".unicodeScalars
            let isAllowed = name.unicodeScalars.allSatisfy {
                $0.isAlphanumeric || others.contains($0)
            }
            guard isAllowed else { throw Failure(message: "net/url: invalid userinfo") }
            user = String(name)
            found = authority[authority.index(after: mark)...]
        }
        try checkHost(found)
        host = String(found)
    }

    private func checkHost(_ host: Substring) throws(Failure) {
        var port = host[host.endIndex...]
        if host.hasPrefix("[") {
            guard let end = host.lastIndex(of: "]") else {
                throw Failure(message: "missing ']' in host")
            }
            port = host[host.index(after: end)...]
        } else if let colon = host.lastIndex(of: ":") {
            port = host[colon...]
        }
        let digits = port.dropFirst()
        let isPort = port.isEmpty || port.hasPrefix(":") && digits.allSatisfy("0123456789".contains)
        guard isPort else {
            throw Failure(message: "invalid port \(GoText.quoted(String(port))) after host")
        }
        let allowed = "-_.~!$&'()*+,;=:[]<>\"%"
        for scalar in host.unicodeScalars
        where scalar.isASCII && !scalar.isAlphanumeric && !allowed.unicodeScalars.contains(scalar) {
            let shown = GoText.quoted(String(scalar))
            throw Failure(message: "invalid character \(shown) in host name")
        }
    }

    private func checkEscapes(_ text: Substring) throws(Failure) {
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "%") {
            let escape = bytes[index...].prefix(3)
            let isRight = escape.count == 3 && escape.dropFirst().allSatisfy(\.isHexadecimal)
            if isRight { continue }
            let shown = GoText.quoted(String(decoding: escape, as: UTF8.self))
            throw Failure(message: "invalid URL escape \(shown)")
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isAlphanumeric: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
