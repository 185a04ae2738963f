import CRDValues

extension JSONValue {
    /// Returns whether a condition holds for a value in this one, or for this one, that is neither
    /// an array nor an object.
    func containsScalar(where condition: (JSONValue) -> Bool) -> Bool {
        var pending = [[self]]
        while let values = pending.popLast() {
            for value in values {
                switch value {
                case .null, .boolean, .number, .string: if condition(value) { return true }
                case .array(let elements): pending.append(elements)
                case .object(let object): pending.append(object.values)
                }
            }
        }
        return false
    }
}
