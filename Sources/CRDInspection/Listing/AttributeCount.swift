package import CRDGeneratorCore

/// How many attributes a resource has, at all depths.
package struct AttributeCount: Equatable, Sendable {
    /// All of them; the attributes of a type count at each place that it stands at.
    package private(set) var all = 0
    /// Those that must be there if what they stand in is there.
    package private(set) var required = 0

    /// Counts the attributes of a resource, without those that every resource has.
    package init(_ type: ResourceType) {
        let structs = Dictionary(type.structs.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        // Each type once, as a type may stand at thousands of places.
        var known: [String: AttributeCount] = [:]
        self = Self.count(type.root, structs, &known)
    }

    private init() {}

    private static func count(
        _ type: StructType,
        _ structs: [String: StructType],
        _ known: inout [String: AttributeCount]
    ) -> AttributeCount {
        if let count = known[type.name] { return count }
        var count = AttributeCount()
        for attribute in type.attributes {
            count.all += 1
            if attribute.isRequired { count.required += 1 }
            guard let inner = attribute.type.structName.flatMap({ structs[$0] }) else { continue }
            let below = self.count(inner, structs, &known)
            count.all += below.all
            count.required += below.required
        }
        known[type.name] = count
        return count
    }
}
