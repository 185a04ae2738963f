extension JSONObject {
    /// Returns the string under a key; `""` if there is none.
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
