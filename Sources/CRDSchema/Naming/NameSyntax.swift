import CRDYAML

/// The forms of names in Kubernetes, and what the API server says of a text that has them not
/// (k8s.io/apimachinery v0.35, pkg/util/validation and pkg/api/validate/content).
package enum NameSyntax {
    private static let longestSubdomain = 253
    private static let longestLabel = 63

    private static let subdomainForm = """
        a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or \
        '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex \
        used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')
        """
    private static let labelForm = """
        a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', \
        and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', \
        regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')
        """
    private static let label1035Form = """
        a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an \
        alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or \
        'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')
        """
    private static let keyForm = """
        must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an \
        alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for \
        validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')
        """
    private static let labelValueForm = """
        a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or \
        '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or \
        'my_value',  or '12345', regex used for validation is \
        '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')
        """

    /// What is wrong with the name of an object.
    package static func subdomainFaults(_ text: String, unit: String = "characters") -> [String] {
        var faults: [String] = []
        if text.utf8.count > longestSubdomain {
            faults.append("must be no more than \(longestSubdomain) \(unit)")
        }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if !parts.allSatisfy(isLabel) { faults.append(subdomainForm) }
        return faults
    }

    /// What is wrong with the name of a namespace (RFC 1123).
    package static func labelFaults(_ text: String) -> [String] {
        labelFaults(text, isRight: isLabel(text.utf8[...]), labelForm)
    }

    /// What is wrong with a label that begins with a letter (RFC 1035), such as a kind.
    package static func label1035Faults(_ text: String) -> [String] {
        let isRight = isLabel(text.utf8[...]) && text.utf8.first?.isLetter == true
        return labelFaults(text, isRight: isRight, label1035Form)
    }

    private static func labelFaults(_ text: String, isRight: Bool, _ form: String) -> [String] {
        var faults: [String] = []
        if text.utf8.count > longestLabel {
            faults.append("must be no more than \(longestLabel) characters")
        }
        if !isRight { faults.append(form) }
        return faults
    }

    /// What is wrong with the key of a label or annotation, or with a finalizer: a name, or a
    /// subdomain and a name with `/` between.
    package static func keyFaults(_ text: String) -> [String] {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let name = parts.last else {
            let prefix = "with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
            return ["a valid label key \(keyForm) \(prefix)"]
        }
        var faults: [String] = []
        if parts.count == 2 {
            if parts[0].isEmpty {
                faults.append("prefix part must be non-empty")
            } else {
                let prefix = String(parts[0])
                faults += subdomainFaults(prefix, unit: "bytes").map { "prefix part \($0)" }
            }
        }
        if name.isEmpty {
            faults.append("name part must be non-empty")
        } else if name.utf8.count > longestLabel {
            faults.append("name part must be no more than \(longestLabel) bytes")
        }
        if !isName(name.utf8) { faults.append("name part \(keyForm)") }
        return faults
    }

    /// What is wrong with the value of a label.
    package static func labelValueFaults(_ text: String) -> [String] {
        var faults: [String] = []
        if text.utf8.count > longestLabel {
            faults.append("must be no more than \(longestLabel) bytes")
        }
        if !text.isEmpty, !isName(text.utf8[...]) { faults.append(labelValueForm) }
        return faults
    }

    /// Whether a text is `[a-z0-9]([-a-z0-9]*[a-z0-9])?`.
    private static func isLabel(_ bytes: Substring.UTF8View) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return false }
        return first.isLowercaseOrDigit && last.isLowercaseOrDigit
            && bytes.allSatisfy { $0.isLowercaseOrDigit || $0 == UInt8(ascii: "-") }
    }

    /// Whether a text is `([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]`.
    private static func isName(_ bytes: Substring.UTF8View) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return false }
        return first.isLetterOrDigit && last.isLetterOrDigit
            && bytes.allSatisfy { $0.isLetterOrDigit || "-_.".utf8.contains($0) }
    }
}

extension UInt8 {
    fileprivate var isLowercaseOrDigit: Bool { isLowercase || isDigit }
}
