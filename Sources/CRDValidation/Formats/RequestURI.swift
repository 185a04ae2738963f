import CRDRuntime

/// What Go's `url.ParseRequestURI` accepts: an absolute URI or an absolute path.
enum RequestURI {
    static func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            return false
        }
        if bytes == [UInt8(ascii: "*")] { return true }
        guard let (scheme, start) = scheme(bytes) else { return false }
        var rest = bytes[start...]
        if let question = rest.firstIndex(of: UInt8(ascii: "?")) { rest = rest[..<question] }
        if rest.first != UInt8(ascii: "/") { return !scheme.isEmpty }
        var path = rest
        if !scheme.isEmpty || !rest.starts(with: "///".utf8), rest.starts(with: "//".utf8) {
            guard !scheme.isEmpty else { return isPath(rest) }
            let authority = rest.dropFirst(2)
            let end = authority.firstIndex(of: UInt8(ascii: "/")) ?? authority.endIndex
            guard isAuthority(authority[..<end]) else { return false }
            path = authority[end...]
        }
        return isPath(path)
    }

    /// The scheme and where the rest begins; `nil` where it is malformed.
    private static func scheme(_ bytes: [UInt8]) -> (ArraySlice<UInt8>, Int)? {
        for (index, byte) in bytes.enumerated() {
            if byte.isLetter { continue }
            if byte.isDigit || "+-.".utf8.contains(byte) {
                if index == 0 { return ([], 0) }
                continue
            }
            if byte == UInt8(ascii: ":") {
                return index == 0 ? nil : (bytes[..<index], index + 1)
            }
            return ([], 0)
        }
        return ([], 0)
    }

    private static func isPath(_ bytes: ArraySlice<UInt8>) -> Bool {
        hasValidEscapes(bytes)
    }

    private static func hasValidEscapes(_ bytes: ArraySlice<UInt8>) -> Bool {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%") {
                guard index + 2 < bytes.endIndex, bytes[index + 1].isHexDigit,
                    bytes[index + 2].isHexDigit
                else { return false }
                index += 2
            }
            index += 1
        }
        return true
    }

    private static func isAuthority(_ bytes: ArraySlice<UInt8>) -> Bool {
        var host = bytes
        if let at = bytes.lastIndex(of: UInt8(ascii: "@")) {
            let user = bytes[..<at]
            let isAllowed = user.allSatisfy {
                $0.isLetterOrDigit || "-._:~!$&'()*+,;=%@".utf8.contains($0)
            }
            guard isAllowed, hasValidEscapes(user) else { return false }
            host = bytes[(at + 1)...]
        }
        return isHost(host)
    }

    private static func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
        if bytes.first == UInt8(ascii: "[") {
            guard let end = bytes.lastIndex(of: UInt8(ascii: "]")), isPort(bytes[(end + 1)...])
            else { return false }
            return hasHostCharacters(bytes[...end])
        }
        if let colon = bytes.lastIndex(of: UInt8(ascii: ":")) {
            guard isPort(bytes[colon...]) else { return false }
        }
        return hasHostCharacters(bytes)
    }

    private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return true }
        return first == UInt8(ascii: ":") && bytes.dropFirst().allSatisfy(\.isDigit)
    }

    /// In a host, only bytes outside ASCII may be escaped.
    private static func hasHostCharacters(_ bytes: ArraySlice<UInt8>) -> Bool {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%") {
                guard index + 2 < bytes.endIndex, bytes[index + 1].isHexDigit,
                    bytes[index + 2].isHexDigit
                else { return false }
                let isHigh = bytes[index + 1] >= UInt8(ascii: "8")
                let escape = String(decoding: bytes[index...(index + 2)], as: UTF8.self)
                guard isHigh || escape == "%25" else { return false }
                index += 2
            } else if byte < 0x80, !byte.isLetterOrDigit,
                !"-_.~!$&'()*+,;=:[]<>\"".utf8.contains(byte)
            {
                return false
            }
            index += 1
        }
        return true
    }
}
