import CRDCatalog
import CRDPages
import CRDSchema

extension ExplainedAttribute {
    /// The constraints besides the type, one per line.
    var limits: [String] {
        let lines = SchemaLines.all(value.schema)
        return lines + [SchemaWords.emptiness(value.schema, type: value.type)].compactMap { $0 }
    }
}

extension Explanation {
    /// The constraints of the explained value besides its type, one per line.
    var limits: [String] { steps.last?.limits ?? SchemaLines.all(schema) }
}
