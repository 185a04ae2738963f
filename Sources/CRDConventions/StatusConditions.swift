public import CRDRuntime

extension StatusCondition {
    /// Whether the status is `True`.
    public var isTrue: Bool { Self.text(status) == "True" }

    /// Whether the status is `False`.
    public var isFalse: Bool { Self.text(status) == "False" }

    /// Whether the condition has a type.
    func hasType(_ type: String) -> Bool { Self.text(self.type) == type }

    /// Returns the text of a string or an enumeration; `nil` for a missing value.
    private static func text(_ value: Any) -> String? {
        if let text = value as? String { return text }
        return (value as? any OpenEnumeration)?.rawValue as? String
    }
}

extension Sequence where Element: StatusCondition {
    /// Returns the first condition of a type, such as `Ready`; `nil` if there is none.
    public func first(_ type: String) -> Element? {
        first { $0.hasType(type) }
    }

    /// Whether the condition of a type is `True`; false if there is none.
    public func isTrue(_ type: String) -> Bool { first(type)?.isTrue ?? false }

    /// Whether the condition of a type is `False`; false if there is none.
    public func isFalse(_ type: String) -> Bool { first(type)?.isFalse ?? false }
}

// Most generated types have an optional list of conditions.
extension Optional where Wrapped: Sequence, Wrapped.Element: StatusCondition {
    /// Returns the first condition of a type, such as `Ready`; `nil` if there is none.
    public func first(_ type: String) -> Wrapped.Element? { self?.first(type) }

    /// Whether the condition of a type is `True`; false if there is none.
    public func isTrue(_ type: String) -> Bool { self?.isTrue(type) ?? false }

    /// Whether the condition of a type is `False`; false if there is none.
    public func isFalse(_ type: String) -> Bool { self?.isFalse(type) ?? false }
}
