import CRDYAML

/// Names of properties and enumeration cases in camelCase.
package enum CamelCase {
    /// Returns the name of a property or value: `s3OutputPath` is unchanged, `ip-address` becomes
    /// `ipAddress`, `URLPath` becomes `urlPath`, `v1.2` becomes `v1_2`.
    ///
    /// A property that begins with a lowercase letter and consists of letters and digits keeps its
    /// name, so that it is spelled the same in manifests and Swift. The result is empty for a text
    /// without letters and digits, and may begin with a digit.
    package static func name(_ text: String) -> String {
        var bytes: [UInt8] = []
        var beginsWord = false
        for byte in text.utf8 {
            guard byte.isLetterOrDigit else {
                beginsWord = !bytes.isEmpty
                continue
            }
            if beginsWord, byte.isDigit, let last = bytes.last, last.isDigit {
                bytes.append(UInt8(ascii: "_"))
            }
            bytes.append(beginsWord && byte.isLowercase ? byte & 0xDF : byte)
            beginsWord = false
        }
        return String(decoding: lowercasingFirstWord(bytes), as: UTF8.self)
    }

    /// Returns a text with its first word in lowercase: `URLPath` becomes `urlPath`, `URL` becomes
    /// `url`, `URLs` becomes `urls`.
    private static func lowercasingFirstWord(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        let capitals = bytes.prefix { $0.isUppercase }.count
        let small = bytes.dropFirst(capitals).prefix { $0.isLowercase }
        // The last of several uppercase letters begins the next word, if one follows.
        let isFollowed = capitals > 1 && !small.isEmpty && !small.elementsEqual("s".utf8)
        for position in 0..<(isFollowed ? capitals - 1 : capitals) { result[position] |= 0x20 }
        return result
    }
}
