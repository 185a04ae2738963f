extension _FieldStruct {
    /// The value as YAML, without the line break at the end.
    ///
    /// Fields that are `nil` are omitted. Unlike the `yaml` of a resource, it is not checked.
    public var description: String {
        // A type of your own may throw an error when it is written.
        let text = try? YAMLWriter().text { $0.writeDocument(self) }
        return text.map { String($0.dropLast()) } ?? debugDescription
    }

    /// The type with the properties that are not `nil`: `Part(size: 3, color: "red")`.
    public var debugDescription: String {
        FieldList(of: self).text(of: Self.self, FieldLevel(of: Self.self))
    }

    /// The properties that are not `nil`, as `dump` and debuggers show them.
    public var customMirror: Mirror {
        let properties = FieldList(of: self).properties(FieldLevel(of: Self.self))
        return Mirror(self, children: properties, displayStyle: .struct)
    }
}

// Not in the extension of the protocol, of which the compiler makes a copy for each struct of the
// runtime.
extension FieldList {
    /// Returns the fields with the names of their properties.
    fileprivate func properties(_ level: FieldLevel) -> [Mirror.Child] {
        fields.map { (label: level.name(of: $0.key) ?? $0.key, value: $0.value) }
    }

    /// Returns the name of a type with its properties.
    fileprivate func text(of type: Any.Type, _ level: FieldLevel) -> String {
        let texts = properties(level).map { property in
            "\(property.label ?? ""): \(String(reflecting: property.value))"
        }
        return "\(type)(\(texts.joined(separator: ", ")))"
    }
}
