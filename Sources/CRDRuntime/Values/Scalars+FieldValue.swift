import CRDYAML

extension String: LeafValue {
    /// Creates a stand-in that reading overwrites.
    public init(_ unread: Unread) { self = "" }

    /// Reads the value from a manifest; `nil` after reporting what is wrong.
    public static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> String? {
        guard let scalar = reader.scalar(node, "a string") else { return nil }
        if scalar == .string { return node.node.string }
        reader.expected("a string", node)
        return nil
    }

    /// Writes the value into a manifest.
    public func write(to writer: ManifestWriter) { writer.write(self) }

    /// Adds what makes the value equal to another.
    public func appendTokens(to tokens: FieldTokens) { tokens.append(.string(self)) }
}

extension Bool: LeafValue {
    /// Creates a stand-in that reading overwrites.
    public init(_ unread: Unread) { self = false }

    /// Reads the value from a manifest; `nil` after reporting what is wrong.
    public static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Bool? {
        guard let scalar = reader.scalar(node, "a Boolean") else { return nil }
        if case .boolean(let value) = scalar { return value }
        reader.expected("a Boolean", node)
        return nil
    }

    /// Writes the value into a manifest.
    public func write(to writer: ManifestWriter) { writer.write(self) }

    /// Adds what makes the value equal to another.
    public func appendTokens(to tokens: FieldTokens) { tokens.append(.boolean(self)) }
}

extension Int: LeafValue {
    /// Creates a stand-in that reading overwrites.
    public init(_ unread: Unread) { self = 0 }

    /// Reads the value from a manifest; `nil` after reporting what is wrong.
    public static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Int? {
        guard let scalar = reader.scalar(node, "an integer") else { return nil }
        switch scalar {
        case .integer(let value):
            return Int(value)
        case .float(let value):
            // The API server takes 1.0 for an integer.
            if let integer = Int(exactly: value) { return integer }
        case .null, .boolean, .unsigned, .notFinite, .string:
            break
        }
        reader.expected("an integer", node)
        return nil
    }

    /// Writes the value into a manifest.
    public func write(to writer: ManifestWriter) { writer.write(self) }

    /// Adds what makes the value equal to another.
    public func appendTokens(to tokens: FieldTokens) { tokens.append(.integer(self)) }
}

extension Int32: LeafValue {
    /// Creates a stand-in that reading overwrites.
    public init(_ unread: Unread) { self = 0 }

    /// Reads the value from a manifest; `nil` after reporting what is wrong.
    public static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Int32? {
        guard let integer = Int.fromManifest(node, reader) else { return nil }
        if let value = Int32(exactly: integer) { return value }
        reader.expected("an integer of 32 bits", node)
        return nil
    }

    /// Writes the value into a manifest.
    public func write(to writer: ManifestWriter) { writer.write(Int(self)) }

    /// Adds what makes the value equal to another.
    public func appendTokens(to tokens: FieldTokens) { tokens.append(.integer(Int(self))) }
}

extension Double: LeafValue {
    /// Creates a stand-in that reading overwrites.
    public init(_ unread: Unread) { self = 0 }

    /// Reads the value from a manifest; `nil` after reporting what is wrong.
    public static func fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Double? {
        guard let scalar = reader.scalar(node, "a number") else { return nil }
        switch scalar {
        case .integer(let value): return Double(value)
        case .unsigned(let value): return Double(value)
        case .float(let value): return value
        case .null, .boolean, .notFinite, .string: break
        }
        reader.expected("a number", node)
        return nil
    }

    /// Writes the value into a manifest.
    public func write(to writer: ManifestWriter) { writer.write(self) }

    /// Adds what makes the value equal to another.
    public func appendTokens(to tokens: FieldTokens) { tokens.append(.number(self)) }
}
