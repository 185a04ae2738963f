/// What resources of another module conform to, by their configuration.
public protocol Catalogued {
    /// The number in the catalogue.
    var catalogueNumber: Int { get }
}

extension Catalogued {
    /// 1, as there is no catalogue.
    public var catalogueNumber: Int { 1 }
}
