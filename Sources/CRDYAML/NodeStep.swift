/// A step from a node to one below it.
package enum NodeStep: Hashable, Sendable {
    /// To the value of a key.
    case key(String)
    /// To an item, from 0.
    case index(Int)
}
