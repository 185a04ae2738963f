/// A type in the declaration of a function.
indirect enum Signature: Sendable, Equatable {
    case dyn
    case null
    case bool
    case int
    case uint
    case double
    case string
    case bytes
    case timestamp
    case duration
    case list(Signature)
    case map(Signature, Signature)
    case optional(Signature)
    case type(Signature)
    case opaque(String)
    /// A type parameter, by its letter.
    case parameter(Character)

    static let a = Signature.parameter("A")
    static let b = Signature.parameter("B")
    static let k = Signature.parameter("K")
    static let t = Signature.parameter("T")
    static let v = Signature.parameter("V")

    static let ip = Signature.opaque("net.IP")
    static let cidr = Signature.opaque("net.CIDR")
    static let quantity = Signature.opaque("kubernetes.Quantity")
    static let url = Signature.opaque("kubernetes.URL")
    static let semver = Signature.opaque("kubernetes.Semver")
    static let format = Signature.opaque("kubernetes.NamedFormat")

    /// Returns whether a value has this type, without a look at elements, keys, and values.
    func admits(_ value: Value) -> Bool {
        switch (self, value) {
        case (.dyn, _), (.parameter, _), (.null, .null), (.bool, .bool), (.int, .int),
            (.uint, .uint),
            (.double, .double), (.string, .string), (.bytes, .bytes), (.timestamp, .timestamp),
            (.duration, .duration), (.list, .list), (.map, .map), (.optional, .optional),
            (.type, .type):
            true
        case (.opaque(let name), _): name == value.kindName
        default: false
        }
    }
}
