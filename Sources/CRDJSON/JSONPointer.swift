public import CRDValues

/// A path to a value within a JSON value (JSON Pointer, RFC 6901), such as `/spec/ports/0`.
///
/// ```swift
/// value[at: "/spec/replicas"] = 3
/// ```
public struct JSONPointer: Hashable, Sendable {
    /// The keys and indexes from the root, without escapes.
    public var tokens: [String]

    /// Creates a pointer from keys and indexes.
    ///
    /// - Parameter tokens: The keys and indexes from the root. An empty list is the pointer to the
    ///   whole value.
    public init(tokens: [String]) {
        self.tokens = tokens
    }

    /// Returns a pointer to a member or an element of the value of this one.
    public func appending(_ token: String) -> JSONPointer {
        JSONPointer(tokens: tokens + [token])
    }
}

extension JSONPointer: LosslessStringConvertible, ExpressibleByStringLiteral {
    /// Creates a pointer from a text; returns `nil` if the text is not a JSON pointer.
    public init?(_ text: String) {
        var tokens: [String] = []
        let parts = text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
        for part in parts {
            guard let token = Self.unescaped(part) else { return nil }
            tokens.append(token)
        }
        // The part before the first slash must be empty.
        if !text.isEmpty, tokens.removeFirst() != "" { return nil }
        self.tokens = text.isEmpty ? [] : tokens
    }

    /// Creates a pointer.
    ///
    /// - Precondition: The text is a JSON pointer: it is empty or begins with a slash.
    public init(stringLiteral text: String) {
        guard let pointer = JSONPointer(text) else {
            preconditionFailure("'\(text)' is not a JSON pointer")
        }
        self = pointer
    }

    /// The text, with `~` as `~0` and `/` as `~1` in keys.
    public var description: String {
        tokens.map { "/" + Self.escaped($0) }.joined()
    }

    private static func escaped(_ token: String) -> String {
        var text = ""
        for scalar in token.unicodeScalars {
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Returns a token without escapes; `nil` if a `~` is followed by neither `0` nor `1`.
    private static func unescaped(_ part: Substring.UnicodeScalarView) -> String? {
        var token = ""
        var scalars = part.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "~" else {
                token.unicodeScalars.append(scalar)
                continue
            }
            switch scalars.next() {
            case "0": token += "~"
            case "1": token += "/"
            default: return nil
            }
        }
        return token
    }
}

extension JSONValue {
    /// The value at a pointer; `nil` if there is none.
    ///
    /// Setting a value creates the missing objects on the way. An index is a number without leading
    /// zeros; the index after the last element, or `-`, appends an element. Setting `nil` removes
    /// the member or element. Setting has no effect where an array has no such index.
    public subscript(at pointer: JSONPointer) -> JSONValue? {
        get {
            var value = self
            for token in pointer.tokens {
                guard let next = value.child(token) else { return nil }
                value = next
            }
            return value
        }
        set {
            var value: JSONValue? = self
            value.set(newValue, at: pointer.tokens[...])
            self = value ?? .null
        }
    }

    fileprivate func child(_ token: String) -> JSONValue? {
        switch self {
        case .object(let object): object[token]
        case .array(let elements): Self.index(token, in: elements).map { elements[$0] }
        case .null, .boolean, .number, .string: nil
        }
    }

    /// Returns the index of an existing element.
    fileprivate static func index(_ token: String, in elements: [JSONValue]) -> Int? {
        // The text of the number must be the token: '01' and '+1' are not indexes.
        guard let index = Int(token), String(index) == token, elements.indices.contains(index)
        else { return nil }
        return index
    }
}

extension JSONValue? {
    fileprivate mutating func set(_ value: JSONValue?, at tokens: ArraySlice<String>) {
        guard let token = tokens.first else {
            self = value
            return
        }
        guard let elements = self?.array else {
            if value != nil || self[token] != nil { self[token].set(value, at: tokens.dropFirst()) }
            return
        }
        if let index = JSONValue.index(token, in: elements) {
            self[index].set(value, at: tokens.dropFirst())
        } else if value != nil, token == "-" || token == String(elements.count) {
            self[elements.count].set(value, at: tokens.dropFirst())
        }
    }
}
