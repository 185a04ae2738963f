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
        let properties = customMirror.children.map { child in
            "\(child.label ?? ""): \(String(reflecting: child.value))"
        }
        return "\(Self.self)(\(properties.joined(separator: ", ")))"
    }

    /// The properties that are not `nil`, as `dump` and debuggers show them.
    public var customMirror: Mirror {
        let level = FieldLevel(of: Self.self)
        let children = FieldList(of: self).fields.map { field in
            (label: level.name(of: field.key) ?? field.key, value: field.value)
        }
        return Mirror(self, children: children, displayStyle: .struct)
    }
}
