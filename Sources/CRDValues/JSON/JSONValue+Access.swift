extension JSONValue {
    /// The Boolean; `nil` if this is not a Boolean.
    public var bool: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }

    /// The number as an integer; `nil` if this is not a number, has a fraction, or does not fit.
    public var int: Int? {
        if case .number(let number) = self { number.integer } else { nil }
    }

    /// The number as a double; `nil` if this is not a number.
    public var double: Double? {
        if case .number(let number) = self { number.double } else { nil }
    }

    /// The string; `nil` if this is not a string.
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The elements; `nil` if this is not an array.
    public var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members; `nil` if this is not an object.
    public var object: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }
}

// Members and elements are moved out and back in, so that they have one reference while they change.
extension JSONValue {
    /// The value of a key; `nil` if this is not an object or has no such key.
    ///
    /// Setting a value replaces anything other than an object with an object. Setting `nil` removes
    /// the member.
    public subscript(key: String) -> JSONValue? {
        get { object?[key] }
        _modify {
            var (object, other) = takeObject()
            defer { self = object.isEmpty ? other ?? .object(object) : .object(object) }
            yield &object[key]
        }
    }

    /// The element at an index; `nil` if this is not an array or has no such element.
    ///
    /// Setting a value replaces anything other than an array with an array, and adds `null` for
    /// missing elements before the index. Setting `nil` removes the element.
    ///
    /// - Precondition: An index that is set is not negative.
    public subscript(index: Int) -> JSONValue? {
        get { array.flatMap { $0.indices.contains(index) ? $0[index] : nil } }
        _modify {
            precondition(index >= 0, "the index \(index) of a JSON array is negative")
            var (elements, other) = takeElements()
            var element: JSONValue?
            if index < elements.count {
                element = elements[index]
                elements[index] = .null
            }
            defer {
                elements.set(element, at: index)
                self = elements.isEmpty ? other ?? .array(elements) : .array(elements)
            }
            yield &element
        }
    }

    private mutating func takeObject() -> (members: JSONObject, other: JSONValue?) {
        guard case .object(let object) = self else { return (JSONObject(), self) }
        self = .null
        return (object, nil)
    }

    private mutating func takeElements() -> (elements: [JSONValue], other: JSONValue?) {
        guard case .array(let elements) = self else { return ([], self) }
        self = .null
        return (elements, nil)
    }
}

extension [JSONValue] {
    fileprivate mutating func set(_ element: JSONValue?, at index: Int) {
        if let element {
            while count <= index { append(.null) }
            self[index] = element
        } else if index < count {
            remove(at: index)
        }
    }
}

extension JSONValue? {
    /// The value of a key; `nil` if there is none.
    ///
    /// Setting a value creates a missing object.
    public subscript(key: String) -> JSONValue? {
        get { self?[key] }
        _modify {
            var value = self ?? .null
            let wasMissing = self == nil
            self = nil
            defer { self = wasMissing && value == .null ? nil : value }
            yield &value[key]
        }
    }

    /// The element at an index; `nil` if there is none.
    ///
    /// Setting a value creates a missing array.
    public subscript(index: Int) -> JSONValue? {
        get { self?[index] }
        _modify {
            var value = self ?? .null
            let wasMissing = self == nil
            self = nil
            defer { self = wasMissing && value == .null ? nil : value }
            yield &value[index]
        }
    }
}
