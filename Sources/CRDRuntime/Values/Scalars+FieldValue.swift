import CRDYAML

extension String: _LeafValue {
    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread: _Unread) { self = "" }

    /// Reads the value from a manifest.
    ///
    /// If the value is invalid, it reports an error and returns `nil`.
    public static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> String? {
        guard let scalar = reader.scalar(node, "a string") else { return nil }
        if scalar == .string { return node.node.string }
        reader.expected("a string", node)
        return nil
    }

    /// Writes the value into a manifest.
    public func _write(to writer: ManifestWriter) { writer.write(self) }
}

extension Bool: _LeafValue {
    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread: _Unread) { self = false }

    /// Reads the value from a manifest.
    ///
    /// If the value is invalid, it reports an error and returns `nil`.
    public static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Bool? {
        guard let scalar = reader.scalar(node, "a Boolean") else { return nil }
        if case .boolean(let value) = scalar { return value }
        reader.expected("a Boolean", node)
        return nil
    }

    /// Writes the value into a manifest.
    public func _write(to writer: ManifestWriter) { writer.write(self) }
}

extension FixedWidthInteger {
    /// Reads an integer of at most 64 bits from a manifest.
    ///
    /// - Returns: `nil` if the value is not an integer or does not fit, after an error was
    ///   reported.
    package static func integer(fromManifest node: ManifestNode, _ reader: ManifestReader) -> Self?
    {
        guard let scalar = reader.scalar(node, "an integer") else { return nil }
        guard let value = scalar.integer else {
            reader.expected("an integer", node)
            return nil
        }
        guard let integer = Self(exactly: value) else {
            reader.expected("an integer of \(Self.bitWidth) bits", node)
            return nil
        }
        return integer
    }
}

extension Scalar {
    /// The value as an integer; `nil` if it is not an integer or does not fit.
    ///
    /// The API server accepts `1.0` as an integer.
    package var integer: Int64? {
        switch self {
        case .integer(let value): value
        case .float(let value): Int64(exactly: value)
        case .null, .boolean, .unsigned, .notFinite, .string: nil
        }
    }
}

extension Int: _LeafValue {
    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread: _Unread) { self = 0 }

    /// Reads the value from a manifest.
    ///
    /// If the value is invalid, it reports an error and returns `nil`.
    public static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Int? {
        integer(fromManifest: node, reader)
    }

    /// Writes the value into a manifest.
    public func _write(to writer: ManifestWriter) { writer.write(self) }
}

extension Int32: _LeafValue {
    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread: _Unread) { self = 0 }

    /// Reads the value from a manifest.
    ///
    /// If the value is invalid, it reports an error and returns `nil`.
    public static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Int32? {
        integer(fromManifest: node, reader)
    }

    /// Writes the value into a manifest.
    public func _write(to writer: ManifestWriter) { writer.write(Int(self)) }
}

extension Double: _LeafValue {
    /// Creates a placeholder, which is overwritten when the value is read.
    public init(_unread: _Unread) { self = 0 }

    /// Reads the value from a manifest.
    ///
    /// If the value is invalid, it reports an error and returns `nil`.
    public static func _fromManifest(_ node: ManifestNode, _ reader: ManifestReader) -> Double? {
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
    public func _write(to writer: ManifestWriter) { writer.write(self) }
}
