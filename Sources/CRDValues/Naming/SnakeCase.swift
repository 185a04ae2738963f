import CRDYAML

/// Names of fields, groups and kinds in snake_case.
///
/// The rules are those of the Terraform provider's pages, so that a field has the same name in
/// both: `securityGroupIDs` becomes `security_group_i_ds`.
package enum SnakeCase {
    /// Returns the name of a property: `s3OutputPath` becomes `s3_output_path`, `$schema` becomes
    /// `dollarschema`, `externalURLs` becomes `external_urls`.
    ///
    /// The result is not always a valid identifier; ``SwiftName`` converts it to one.
    package static func attribute(_ property: String) -> String {
        attribute(property, spellsThree: true)
    }

    /// Returns the name of a value of an enumeration, which is that of a property except that a `3`
    /// at the beginning doesn't change: `3DES` becomes `3_des`.
    package static func value(_ value: String) -> String {
        attribute(value, spellsThree: false)
    }

    private static func attribute(_ property: String, spellsThree: Bool) -> String {
        var bytes = Array(property.utf8)
        if isLowercase(bytes) { return property }
        if bytes.first == UInt8(ascii: "-") { bytes.removeFirst() }
        if spellsThree, bytes.first == UInt8(ascii: "3") {
            bytes.replaceSubrange(0..<1, with: "Three".utf8)
        }
        if bytes.first == UInt8(ascii: "$") { bytes.replaceSubrange(0..<1, with: "Dollar".utf8) }
        return name(lowercasingURL(bytes))
    }

    /// Whether a text consists of lowercase letters only, so that nothing changes.
    private static func isLowercase(_ bytes: [UInt8]) -> Bool {
        // A loop over indexes, because `allSatisfy` is slow in a debug build.
        var position = 0
        while position < bytes.count {
            guard bytes[position].isLowercase else { return false }
            position += 1
        }
        return true
    }

    /// Returns the name of a group or kind in snake_case: `TrainingJob` becomes `training_job`.
    package static func name(_ text: String) -> String {
        name(Array(text.utf8))
    }

    private static func name(_ bytes: [UInt8]) -> String {
        var bytes = separatingLowercase(separatingWords(bytes))
        for position in bytes.indices {
            switch bytes[position] {
            case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"):
                bytes[position] = UInt8(ascii: "_")
            case let byte where byte.isUppercase:
                bytes[position] = byte | 0x20
            default:
                break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Replaces `URL` with `Url`.
    private static func lowercasingURL(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        var position = 0
        while position + 2 < result.count {
            if result[position] == UInt8(ascii: "U"), result[position + 1] == UInt8(ascii: "R"),
                result[position + 2] == UInt8(ascii: "L")
            {
                result[position + 1] |= 0x20
                result[position + 2] |= 0x20
                position += 2
            }
            position += 1
        }
        return result
    }

    /// Inserts `_` between any character and an uppercase letter that is followed by lowercase
    /// letters.
    ///
    /// Matches do not overlap.
    private static func separatingWords(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8)
        var position = 0
        while position < bytes.count {
            result.append(bytes[position])
            position += 1
            guard position + 1 < bytes.count, bytes[position - 1] != UInt8(ascii: "\n"),
                bytes[position].isUppercase, bytes[position + 1].isLowercase
            else { continue }
            result.append(UInt8(ascii: "_"))
            result.append(bytes[position])
            position += 1
            while position < bytes.count, bytes[position].isLowercase {
                result.append(bytes[position])
                position += 1
            }
        }
        return result
    }

    /// Inserts `_` between a lowercase letter or digit and an uppercase letter.
    private static func separatingLowercase(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8)
        // A loop over indexes, because the iterator and `last` are slow in a debug build.
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte.isUppercase, position > 0 {
                let last = bytes[position - 1]
                if last.isLowercase || last.isDigit { result.append(UInt8(ascii: "_")) }
            }
            result.append(byte)
            position += 1
        }
        return result
    }
}
