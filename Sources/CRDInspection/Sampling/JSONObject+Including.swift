import CRDValues

extension JSONObject {
    /// Returns the object with the members of another one that are missing here, at any depth.
    ///
    /// Of lists, only the first elements are compared.
    func including(_ other: JSONObject) -> JSONObject {
        var result = self
        for (key, value) in zip(other.keys, other.values) {
            result[key] = result[key]?.including(value) ?? value
        }
        return result
    }
}

extension JSONValue {
    fileprivate func including(_ other: JSONValue) -> JSONValue {
        switch (self, other) {
        case (.object(let object), .object(let other)): return .object(object.including(other))
        case (.array(var elements), .array(let other)):
            guard let first = elements.first, let otherFirst = other.first else {
                return elements.isEmpty ? .array(other) : self
            }
            elements[0] = first.including(otherFirst)
            return .array(elements)
        default: return self
        }
    }
}
