import CRDRuntime

/// The rules by which a value is one of an `enum` (kube-openapi, `basicCommonValidator`).
enum EnumerationRules {
    /// Whether a value is equal to an allowed one.
    ///
    /// The value is first converted to the type of the allowed one, as by Go's reflection: 2.5 is 2
    /// if an integer is allowed. Null is equal to nothing.
    static func allows(_ value: JSONValue, as allowed: JSONValue) -> Bool {
        switch (value, allowed) {
        case (.null, _), (_, .null): return false
        case (.number(let value), .number(let allowed)):
            switch (GoNumber(value), GoNumber(allowed)) {
            case (.integer(let value), .integer(let allowed)): return value == allowed
            case (.float(let value), .integer(let allowed)):
                return NumberRules.int64(value) == allowed
            case (let value, .float(let allowed)): return value.double == allowed
            }
        case (.number(let number), .string(let text)):
            // An integer becomes the character with that code.
            guard case .integer(let code) = GoNumber(number) else { return false }
            let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
            return Array(text.unicodeScalars) == [scalar]
        case (.string(let value), .string(let allowed)):
            return value.utf8.elementsEqual(allowed.utf8)
        default:
            return value == allowed
        }
    }
}
