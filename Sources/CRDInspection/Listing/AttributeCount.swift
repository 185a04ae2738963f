package import CRDGeneratorCore

/// The number of fields of a resource, at all depths.
package struct AttributeCount: Equatable, Sendable {
    /// The number of all fields; fields of a type count each time the type is used.
    package private(set) var all = 0
    /// The number of fields that are required if their parent exists.
    package private(set) var required = 0

    /// Counts the fields of a resource, without those that all resources have.
    package init(_ type: ResourceType) {
        let structs = Dictionary(type.structs.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        // Each type is counted once, as a type can be used thousands of times.
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
