/// What names, labels and their values may be, with the server's words
/// (k8s.io/apimachinery v0.35, pkg/util/validation).
enum NameRule {
    /// RFC 1123 label, such as the name of a namespace.
    case label
    /// RFC 1123 subdomain, such as the name of most resources.
    case subdomain
    /// RFC 1035 label, which begins with a letter.
    case label1035
    /// `prefix/name`, the key of an annotation.
    case qualifiedName
    /// The key of a label, which is a qualified name with words of its own.
    case labelKey
    /// The value of a label.
    case labelValue

    /// What the server says of a name; nothing where it is right.
    func violations(of name: String) -> [String] {
        let bytes = Array(name.utf8)
        switch self {
        case .label: return Self.dns(bytes, 63, Self.isLabel(bytes), Self.labelMessage)
        case .subdomain:
            let parts = bytes.split(
                separator: UInt8(ascii: "."),
                omittingEmptySubsequences: false
            )
            let isRight = parts.allSatisfy { Self.isLabel(Array($0)) }
            return Self.dns(bytes, 253, isRight, Self.subdomainMessage)
        case .label1035:
            let isRight = Self.isLabel(bytes) && bytes.first?.isLetter == true
            return Self.dns(bytes, 63, isRight, Self.label1035Message)
        case .qualifiedName: return Self.qualified(name, "a qualified name")
        case .labelKey: return Self.qualified(name, "a valid label key")
        case .labelValue:
            let isRight = bytes.isEmpty || Self.isNamePart(bytes)
            let length = bytes.count > 63 ? ["must be no more than 63 bytes"] : []
            return length + (isRight ? [] : [Self.labelValueMessage])
        }
    }

    /// The server counts bytes, but says characters here.
    private static func dns(
        _ bytes: [UInt8],
        _ maximum: Int,
        _ isRight: Bool,
        _ message: String
    ) -> [String] {
        var messages: [String] = []
        if bytes.count > maximum { messages.append("must be no more than \(maximum) characters") }
        if !isRight { messages.append(message) }
        return messages
    }

    private static func qualified(_ name: String, _ noun: String) -> [String] {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let last = parts.last else {
            return [
                "\(noun) "
                    + regex(
                        "must consist of alphanumeric characters, '-', '_' or '.', and must start "
                            + "and end with an alphanumeric character",
                        ["MyName", "my.name", "123-abc"],
                        #"([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]"#
                    )
                    + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
            ]
        }
        var messages: [String] = []
        if parts.count == 2 {
            if parts[0].isEmpty {
                messages.append("prefix part must be non-empty")
            } else {
                let prefix = NameRule.subdomain.violations(of: String(parts[0]))
                messages += prefix.map { "prefix part \($0)" }
            }
        }
        let bytes = Array(last.utf8)
        if bytes.isEmpty {
            messages.append("name part must be non-empty")
        } else if bytes.count > 63 {
            messages.append("name part must be no more than 63 bytes")
        }
        if !isNamePart(bytes) { messages.append("name part \(namePartMessage)") }
        return messages
    }

    private static func isLabel(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return false }
        return isLowerOrDigit(first) && isLowerOrDigit(last)
            && bytes.allSatisfy { isLowerOrDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isNamePart(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return false }
        return first.isLetterOrDigit && last.isLetterOrDigit
            && bytes.allSatisfy { $0.isLetterOrDigit || "-_.".utf8.contains($0) }
    }

    private static func isLowerOrDigit(_ byte: UInt8) -> Bool {
        byte.isDigit || UInt8(ascii: "a") <= byte && byte <= UInt8(ascii: "z")
    }

    // MARK: - Words

    private static func regex(_ message: String, _ examples: [String], _ regex: String) -> String {
        let list = examples.map { "'\($0)', " }.joined(separator: " or ")
        return "\(message) (e.g. \(list)regex used for validation is '\(regex)')"
    }

    private static let labelMessage = regex(
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
            + "and must start and end with an alphanumeric character",
        ["my-name", "123-abc"],
        "[a-z0-9]([-a-z0-9]*[a-z0-9])?"
    )
    private static let subdomainMessage = regex(
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, "
            + "'-' or '.', and must start and end with an alphanumeric character",
        ["example.com"],
        #"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"#
    )
    private static let label1035Message = regex(
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with "
            + "an alphabetic character, and end with an alphanumeric character",
        ["my-name", "abc-123"],
        "[a-z]([-a-z0-9]*[a-z0-9])?"
    )
    private static let namePartMessage = regex(
        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with "
            + "an alphanumeric character",
        ["MyName", "my.name", "123-abc"],
        "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]"
    )
    private static let labelValueMessage = regex(
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' "
            + "or '.', and must start and end with an alphanumeric character",
        ["MyValue", "my_value", "12345"],
        "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?"
    )
}
