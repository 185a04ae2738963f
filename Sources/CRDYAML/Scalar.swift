/// The value of a scalar.
package enum Scalar: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    /// An integer that is greater than `Int64.max`.
    case unsigned(UInt64)
    /// A finite number that is not written as an integer, or is too large for one.
    case float(Double)
    /// `.inf`, `-.inf` or `.nan`, in this spelling. JSON and Kubernetes do not support these
    /// values.
    case notFinite(String)
    /// A string, which is the text itself.
    case string
}
