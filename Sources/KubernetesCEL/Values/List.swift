/// A list that is looked at element by element.
///
/// A caller implements it to hand over a list without copying it.
public protocol LazyList: AnyObject, Sendable {
    /// The number of elements.
    var count: Int { get }

    /// Returns an element.
    ///
    /// - Parameter index: At least 0 and less than `count`.
    /// - Returns: The element; `Value.error` if it isn't valid.
    func element(at index: Int) -> Value

    /// Whether errors in the elements are errors of a comparison, as in lists of resources; in other
    /// lists, the server ignores them.
    var isStrict: Bool { get }

    /// Compares the list with another one to its right, or returns `nil` if the elements are
    /// compared in order.
    func equality(with other: List) -> Equality?

    /// Returns the list with the elements of another one added by the rules of this list, or `nil`
    /// if they are appended.
    func adding(_ other: List) -> List?
}

extension LazyList {
    /// Returns `nil`: the elements are compared in order.
    public func equality(with other: List) -> Equality? { nil }

    /// Returns `nil`: elements are appended.
    public func adding(_ other: List) -> List? { nil }
}

/// A list of values.
public enum List: Sendable {
    case array([Value])
    case lazy(any LazyList)

    /// The number of elements.
    public var count: Int {
        switch self {
        case .array(let elements): elements.count
        case .lazy(let list): list.count
        }
    }

    /// Returns the element at an index that is in the list.
    public subscript(index: Int) -> Value {
        switch self {
        case .array(let elements): elements[index]
        case .lazy(let list): list.element(at: index)
        }
    }

    /// All elements.
    public var elements: [Value] {
        switch self {
        case .array(let elements): elements
        case .lazy(let list): (0..<list.count).map(list.element(at:))
        }
    }

    /// Returns this list with the elements of another one added.
    func adding(_ other: List) -> List {
        if case .lazy(let list) = self, let sum = list.adding(other) { return sum }
        if other.count == 0 { return self }
        return .lazy(ConcatenatedList(self, other))
    }
}
