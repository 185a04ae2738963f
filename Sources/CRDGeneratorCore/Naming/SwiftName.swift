import CRDSchema
import CRDYAML

/// Makes Swift names of names in a CRD.
///
/// Every name that generated code declares is made here; where two would collide,
/// ``NameScope`` decides.
package enum SwiftName {
    /// The attribute of a property: snake_case, and always an identifier.
    ///
    /// `s3OutputPath` gives `s3_output_path`, `two words` gives `two_words`, `7zip` gives `_7zip`.
    /// Keywords stay as they are; ``escaped(_:)`` puts back-ticks round them.
    package static func attribute(_ property: String) -> String {
        AttributeName.usual(property)
    }

    /// The type of a property's value: `algorithmSpecification` gives `AlgorithmSpecification`,
    /// `ip-address` gives `IpAddress`, `$schema` gives `Schema`.
    package static func type(_ property: String) -> String {
        let name = AttributeName.identifier(capitalizingWords(property))
        return name == "empty" ? "Empty" : name
    }

    /// The type of the elements of a list or map: `tags` gives `Tag`, `policies` gives `Policy`.
    ///
    /// The name of the property stays where it is no plural for sure (`status`, `data`), and where
    /// Swift means something else by the singular (`types`, `sets`).
    package static func element(_ property: String) -> String {
        let name = type(property)
        let singular = ElementName.singular(name)
        return SwiftKeywords.takenTypeNames.contains(singular) ? name : singular
    }

    /// The type of a kind: the kind itself, but for a kind such as `String`, whose type would hide
    /// Swift's own in generated code: `StringResource`.
    package static func resource(_ kind: String) -> String {
        let name = type(kind)
        return SwiftKeywords.usedTypeNames.contains(name) ? name + "Resource" : name
    }

    /// Why the type of a kind is not named like the kind; `nil` where it is.
    static func change(ofKind kind: String) -> ChangedName? {
        let usual = type(kind)
        let name = resource(kind)
        guard name != usual else { return nil }
        return ChangedName(original: kind, usual: usual, name: name, reason: .word)
    }

    /// The type that holds a group's versions: `sagemaker.services.k8s.aws` gives
    /// `SagemakerServicesK8sAws`, and `open.enumeration`, whose type would be the
    /// runtime's, `OpenEnumerationGroup`.
    package static func group(_ group: String) -> String {
        if group.isEmpty { return "Core" }
        let name = AttributeName.identifier(capitalizingWords(group))
        return SwiftKeywords.usedTypeNames.contains(name) ? name + "Group" : name
    }

    /// The type that holds a version's kinds: `v1alpha1` gives `V1Alpha1`, and `self`, whose type
    /// would be Swift's own, `SelfVersion`.
    package static func version(_ version: String) -> String {
        var bytes = Array(version.utf8)
        for position in bytes.indices where bytes[position].isLowercase {
            if position == 0 || bytes[position - 1].isDigit { bytes[position] &= 0xDF }
        }
        let name = type(String(decoding: bytes, as: UTF8.self))
        return SwiftKeywords.usedTypeNames.contains(name) ? name + "Version" : name
    }

    /// Whether a text can be the name of a type as it stands.
    package static func isTypeName(_ text: String) -> Bool {
        AttributeName.identifier(text) == text && type(text) == text
            && !SwiftKeywords.takenTypeNames.contains(text)
            && !SwiftKeywords.usedTypeNames.contains(text)
    }

    /// The identifier as code must write it: with back-ticks round keywords.
    package static func escaped(_ identifier: String) -> String {
        guard identifier.utf8.count <= SwiftKeywords.longestReserved,
            SwiftKeywords.reserved.contains(identifier)
        else { return identifier }
        return "`\(identifier)`"
    }

    /// An identifier as the label of an argument, where the compiler warns of back-ticks round any
    /// keyword but `inout`.
    package static func argumentLabel(_ identifier: String) -> String {
        identifier == "inout" ? "`inout`" : identifier
    }

    /// Letters and digits stay, capitals begin each word, everything else separates words.
    private static func capitalizingWords(_ text: String) -> String {
        var bytes: [UInt8] = []
        var beginsWord = true
        for byte in text.utf8 {
            if byte.isLowercase || byte.isUppercase || byte.isDigit {
                bytes.append(beginsWord && byte.isLowercase ? byte & 0xDF : byte)
                beginsWord = false
            } else {
                beginsWord = true
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
