import CRDYAML

/// The syntax of names in Kubernetes, with the messages of the API server for invalid names
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

    /// Returns the errors in the name of an object.
    package static func subdomainErrors(_ text: String, unit: String = "characters") -> [String] {
        var errors: [String] = []
        if text.utf8.count > longestSubdomain {
            errors.append("must be no more than \(longestSubdomain) \(unit)")
        }
        if !text.parts(separatedBy: ".").allSatisfy(isLabel) { errors.append(subdomainForm) }
        return errors
    }

    /// Returns the errors in the name of a namespace (RFC 1123).
    package static func labelErrors(_ text: String) -> [String] {
        labelErrors(text, isRight: isLabel(text), labelForm)
    }

    /// Returns the errors in a label that must begin with a letter (RFC 1035), such as a kind.
    package static func label1035Errors(_ text: String) -> [String] {
        let isRight = isLabel(text) && text.utf8.first?.isLetter == true
        return labelErrors(text, isRight: isRight, label1035Form)
    }

    private static func labelErrors(_ text: String, isRight: Bool, _ form: String) -> [String] {
        var errors: [String] = []
        if text.utf8.count > longestLabel {
            errors.append("must be no more than \(longestLabel) characters")
        }
        if !isRight { errors.append(form) }
        return errors
    }

    /// Returns the errors in the key of a label or annotation, or in a finalizer: a name, or a
    /// subdomain and a name separated by `/`.
    package static func keyErrors(_ text: String) -> [String] {
        let parts = text.parts(separatedBy: "/")
        guard parts.count <= 2, let name = parts.last else {
            let prefix = "with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
            return ["a valid label key \(keyForm) \(prefix)"]
        }
        var errors: [String] = []
        if parts.count == 2 {
            if parts[0].isEmpty {
                errors.append("prefix part must be non-empty")
            } else {
                errors += subdomainErrors(parts[0], unit: "bytes").map { "prefix part \($0)" }
            }
        }
        if name.isEmpty {
            errors.append("name part must be non-empty")
        } else if name.utf8.count > longestLabel {
            errors.append("name part must be no more than \(longestLabel) bytes")
        }
        if !isName(name) { errors.append("name part \(keyForm)") }
        return errors
    }

    /// Returns the errors in the value of a label.
    package static func labelValueErrors(_ text: String) -> [String] {
        var errors: [String] = []
        if text.utf8.count > longestLabel {
            errors.append("must be no more than \(longestLabel) bytes")
        }
        if !text.isEmpty, !isName(text) { errors.append(labelValueForm) }
        return errors
    }

    /// Whether a text is `[a-z0-9]([-a-z0-9]*[a-z0-9])?`.
    private static func isLabel(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last else { return false }
        return first.isLowercaseOrDigit && last.isLowercaseOrDigit
            && bytes.allSatisfy { $0.isLowercaseOrDigit || $0 == UInt8(ascii: "-") }
    }

    /// Whether a text is `([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]`.
    private static func isName(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last else { return false }
        return first.isLetterOrDigit && last.isLetterOrDigit
            && bytes.allSatisfy { $0.isLetterOrDigit || "-_.".utf8.contains($0) }
    }
}

extension UInt8 {
    fileprivate var isLowercaseOrDigit: Bool { isLowercase || isDigit }
}
