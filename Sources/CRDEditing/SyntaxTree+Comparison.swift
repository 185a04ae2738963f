import CRDParsing
import CRDRuntime
import CRDYAML

extension SyntaxTree {
    /// Whether this has the value of another tree, with another value for one entry.
    ///
    /// - Parameters:
    ///   - other: The tree before the change.
    ///   - entry: The entry of `other` that is changed.
    ///   - value: Its new value.
    /// - Returns: Whether all other values are equal.
    func isSame(as other: SyntaxTree, exceptAt entry: Int, _ value: JSONValue) -> Bool {
        if entry == 0 { return (try? JSONValue(node(0))) == value }
        // Without aliases and merge keys, the nodes below an entry are those of its text.
        return isSame(0, as: 0, of: other, exceptAt: entry, value)
    }

    private func isSame(
        _ own: Int,
        as before: Int,
        of other: SyntaxTree,
        exceptAt entry: Int,
        _ value: JSONValue
    ) -> Bool {
        if before == entry { return (try? JSONValue(node(own))) == value }
        let ownChildren = children(own)
        let children = other.children(before)
        guard ownChildren.count == children.count else { return false }
        if children.isEmpty { return node(own).isSameScalar(as: other.node(before)) }
        guard entries[own].kind == other.entries[before].kind else { return false }
        return zip(ownChildren, children).allSatisfy {
            isSame($0, as: $1, of: other, exceptAt: entry, value)
        }
    }
}

extension Node {
    /// Whether two scalars, or sequences or mappings without children, have the same value.
    fileprivate func isSameScalar(as other: Node) -> Bool {
        guard kind == other.kind else { return false }
        guard kind == .scalar else { return true }
        return text == other.text && tag == other.tag
            && (style == .plain) == (other.style == .plain)
    }
}
