extension JSONValue: CustomStringConvertible {
    /// The value as JSON on one line.
    ///
    /// The order of keys and the text of numbers are preserved.
    public var jsonText: String {
        let writer = JSONWriter()
        writer.writeValue(self)
        return writer.text
    }

    /// The value as JSON on one line.
    public var description: String { jsonText }
}

extension JSONObject: CustomStringConvertible {
    /// The object as JSON on one line.
    public var description: String { JSONValue.object(self).jsonText }
}
