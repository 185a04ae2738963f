/// A step from a node to a child node.
package enum NodeStep: Hashable, Sendable {
    /// The value of a key.
    case key(String)
    /// The item at an index, from 0.
    case index(Int)
}
