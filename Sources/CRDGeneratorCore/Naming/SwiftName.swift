import CRDValues
import CRDYAML

/// Derives Swift names from names in a CRD.
///
/// All names that generated code declares are derived here; ``NameScope`` resolves conflicts.
package enum SwiftName {
    /// Returns the name of a property: snake_case, and always an identifier.
    ///
    /// `s3OutputPath` gives `s3_output_path`, `two words` gives `two_words`, `7zip` gives `_7zip`.
    /// Keywords don't change; ``escaped(_:)`` adds back-ticks.
    package static func attribute(_ property: String) -> String {
        AttributeName.usual(property)
    }

    /// Returns the type of a property: `algorithmSpecification` gives `AlgorithmSpecification`,
    /// `ip-address` gives `IpAddress`, `$schema` gives `Schema`.
    package static func type(_ property: String) -> String {
        let name = AttributeName.identifier(capitalizingWords(property))
        return name == "empty" ? "Empty" : name
    }

    /// Returns the type of the elements of a list or map: `tags` gives `Tag`, `policies` gives
    /// `Policy`.
    ///
    /// The name doesn't change if it isn't certainly a plural (`status`, `data`), or if the
    /// singular has another meaning in Swift (`types`, `sets`).
    package static func element(_ property: String) -> String {
        let name = type(property)
        let singular = ElementName.singular(name)
        return SwiftKeywords.takenTypeNames.contains(singular) ? name : singular
    }

    /// Returns the type of a kind: the name of the kind, or `StringResource` for a kind such as
    /// `String`, whose type would hide Swift's own in generated code.
    package static func resource(_ kind: String) -> String {
        let name = type(kind)
        return SwiftKeywords.usedTypeNames.contains(name) ? name + "Resource" : name
    }

    /// Returns the reason why a type isn't named like its kind; `nil` if it is.
    static func change(ofKind kind: String) -> ChangedName? {
        let usual = type(kind)
        let name = resource(kind)
        guard name != usual else { return nil }
        return ChangedName(original: kind, usual: usual, name: name, reason: .word)
    }

    /// Returns the type for a group: `sagemaker.services.k8s.aws` gives `SagemakerServicesK8sAws`,
    /// and `open.enumeration` gives `OpenEnumerationGroup`, as the runtime has a type
    /// `OpenEnumeration`.
    package static func group(_ group: String) -> String {
        if group.isEmpty { return "Core" }
        let name = AttributeName.identifier(capitalizingWords(group))
        return SwiftKeywords.usedTypeNames.contains(name) ? name + "Group" : name
    }

    /// Returns the type for a version: `v1alpha1` gives `V1Alpha1`, `v0-1-10` gives `V0_1_10`, and
    /// `self` gives `SelfVersion`, as `Self` is a keyword of Swift.
    ///
    /// Different versions have different names.
    package static func version(_ version: String) -> String {
        var bytes: [UInt8] = []
        var beginsWord = true
        for byte in version.utf8 {
            bytes.append(beginsWord && byte.isLowercase ? byte & 0xDF : byte)
            if byte == UInt8(ascii: "-") { bytes[bytes.count - 1] = UInt8(ascii: "_") }
            beginsWord = byte.isDigit || byte == UInt8(ascii: "-")
        }
        let name = String(decoding: bytes, as: UTF8.self)
        return SwiftKeywords.usedTypeNames.contains(name) ? name + "Version" : name
    }

    /// Whether a text is a valid name of a type.
    package static func isTypeName(_ text: String) -> Bool {
        AttributeName.identifier(text) == text
            && (text.utf8.first?.isUppercase == true || type(text) == text)
            && !isTaken(text)
    }

    /// Whether a name has a meaning in Swift or generated code, so that no type can have it.
    package static func isTaken(_ name: String) -> Bool {
        SwiftKeywords.takenTypeNames.contains(name) || SwiftKeywords.usedTypeNames.contains(name)
    }

    /// Returns the identifier for code, with back-ticks around keywords.
    @inline(never)
    package static func escaped(_ identifier: String) -> String {
        guard identifier.utf8.count <= SwiftKeywords.longestReserved,
            SwiftKeywords.reserved.contains(identifier)
        else { return identifier }
        return "`\(identifier)`"
    }

    /// Returns the identifier as the label of an argument, where the compiler warns about
    /// back-ticks around all keywords but `inout`.
    package static func argumentLabel(_ identifier: String) -> String {
        identifier == "inout" ? "`inout`" : identifier
    }

    /// Returns a name in CamelCase: other characters than letters and digits separate words.
    private static func capitalizingWords(_ text: String) -> String {
        var bytes: [UInt8] = []
        var beginsWord = true
        for byte in text.utf8 {
            if byte.isLetterOrDigit {
                bytes.append(beginsWord && byte.isLowercase ? byte & 0xDF : byte)
                beginsWord = false
            } else {
                beginsWord = true
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
