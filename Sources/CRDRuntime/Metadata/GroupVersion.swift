/// Names that the server completes with five random characters.
package enum GeneratedName {
    /// A name that may come out of it; the beginning has at most 58 bytes.
    package static func example(_ base: String) -> String {
        String(decoding: base.utf8.prefix(58), as: UTF8.self) + "xxxxx"
    }

    /// How a message shows it, since the end is not known.
    package static func shown(_ base: String) -> String {
        String(decoding: base.utf8.prefix(58), as: UTF8.self) + "<random>"
    }
}

/// `group/version`, or a version alone.
package struct GroupVersion {
    package let group: String
    package let version: String

    /// - Returns: `nil` where there is more than one `/` (`schema.ParseGroupVersion`).
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if text == "/" {
            (group, version) = ("", "")
            return
        }
        switch parts.count {
        case 1: (group, version) = ("", parts[0])
        case 2: (group, version) = (parts[0], parts[1])
        default: return nil
        }
    }
}

extension JSONObject {
    /// The string under a key, or an empty one.
    package func text(_ key: String) -> String {
        if case .string(let text)? = self[key] { return text }
        return ""
    }

    package func elements(_ key: String) -> [JSONValue] {
        if case .array(let elements)? = self[key] { return elements }
        return []
    }

    package func members(_ key: String) -> [(key: String, value: String)] {
        guard case .object(let object)? = self[key] else { return [] }
        return zip(object.keys, object.values).compactMap { key, value in
            guard case .string(let text) = value else { return nil }
            return (key, text)
        }
    }
}
