extension Array: FieldValue where Element: FieldValue {
    /// Creates a stand-in that reading overwrites.
    public init(_ unread: Unread) { self = [] }

    /// Reads the value from a manifest; `nil` after reporting what is wrong.
    public static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> [Element]? {
        reader.readElements(of: node)
    }

    /// Writes the value into a manifest.
    public func write(to writer: ManifestWriter) { writer.write(self) }

    /// Adds what makes the value equal to another.
    public func appendTokens(to tokens: FieldTokens) {
        tokens.append(.elements(count))
        for element in self { element.appendTokens(to: tokens) }
    }
}

extension Dictionary: FieldValue where Key == String, Value: FieldValue {
    /// Creates a stand-in that reading overwrites.
    public init(_ unread: Unread) { self = [:] }

    /// Reads the value from a manifest; `nil` after reporting what is wrong.
    public static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> [String:
        Value]?
    {
        reader.readValues(of: node)
    }

    /// Writes the value into a manifest.
    public func write(to writer: ManifestWriter) { writer.write(sortedPairs) }

    /// Adds what makes the value equal to another.
    public func appendTokens(to tokens: FieldTokens) {
        tokens.append(.elements(count))
        for (key, value) in sortedPairs {
            tokens.append(.string(key))
            value.appendTokens(to: tokens)
        }
    }

    private var sortedPairs: [(String, Value)] {
        map { ($0, $1) }.sorted { $0.0 < $1.0 }
    }
}
