/// Comparisons and sizes of strings by Unicode scalars.
///
/// Swift's own operators treat strings as equal that differ only in normalization.
enum Text {
    /// Returns the text of bytes in UTF-8; `nil` if they are invalid.
    ///
    /// `String(validating:as:)` requires macOS 15.
    static func decode(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.utf8.elementsEqual(bytes) ? text : nil
    }

    /// Returns whether all scalars are ASCII.
    ///
    /// Swift knows this for most strings without looking.
    static func isASCII(_ text: String) -> Bool {
        text.utf8.count == text.utf16.count
    }

    /// Returns the number of code points.
    static func count(_ text: String) -> Int {
        let bytes = text.utf8.count
        return bytes == text.utf16.count ? bytes : text.unicodeScalars.count
    }

    /// Returns whether two strings consist of the same scalars.
    static func equal(_ first: String, _ second: String) -> Bool {
        guard first.utf8.count == second.utf8.count, first == second else { return false }
        return isASCII(first) || first.utf8.elementsEqual(second.utf8)
    }

    /// Returns whether the first string is before the second in the order of code points.
    static func precedes(_ first: String, _ second: String) -> Bool {
        if isASCII(first), isASCII(second) { return first < second }
        return first.utf8.lexicographicallyPrecedes(second.utf8)
    }

    /// Returns whether a string begins with another, scalar by scalar.
    static func hasPrefix(_ text: String, _ prefix: String) -> Bool {
        if isASCII(prefix), isASCII(text) { return text.hasPrefix(prefix) }
        return text.utf8.starts(with: prefix.utf8)
    }

    /// Returns whether a string ends with another, scalar by scalar.
    static func hasSuffix(_ text: String, _ suffix: String) -> Bool {
        if isASCII(suffix), isASCII(text) { return text.hasSuffix(suffix) }
        return text.utf8.reversed().starts(with: suffix.utf8.reversed())
    }

    /// Returns whether a string contains another; the empty string is contained in every string.
    static func contains(_ text: String, _ part: String) -> Bool {
        guard let first = part.utf8.first else { return true }
        let text = text.utf8
        let part = part.utf8
        var start = text.startIndex
        var left = text.count - part.count
        while left >= 0 {
            if text[start] == first, text[start...].starts(with: part) { return true }
            start = text.index(after: start)
            left -= 1
        }
        return false
    }
}
