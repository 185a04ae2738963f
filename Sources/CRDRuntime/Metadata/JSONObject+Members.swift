extension JSONObject {
    /// Returns the string under a key; `""` if there is none.
    package func text(_ key: String) -> String { self[key]?.string ?? "" }

    package func elements(_ key: String) -> [JSONValue] { self[key]?.array ?? [] }

    package func members(_ key: String) -> [(key: String, value: String)] {
        (self[key]?.object ?? [:]).compactMap { key, value in value.string.map { (key, $0) } }
    }
}
