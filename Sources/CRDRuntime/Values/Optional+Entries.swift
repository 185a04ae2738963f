extension Optional {
    /// The value of a key in a map that may be missing; `nil` if there is none.
    ///
    /// Setting a value creates a missing map: `metadata.labels["app"] = "web"`.
    public subscript<Value>(key: String) -> Value? where Wrapped == [String: Value] {
        get { self?[key] }
        set {
            if self != nil {
                self?[key] = newValue
            } else if let newValue {
                self = [key: newValue]
            }
        }
    }
}
