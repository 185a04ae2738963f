import CRDRuntime
import CRDValidation
import SageMaker

/// A resource's description of itself, named without a module below the product.
enum SchemaOutline {
    static let definition: ResourceDefinition = TrainingJob.definition

    /// The plural, the scope, and the columns that `kubectl get` prints.
    static var facts: [String] {
        let names: ResourceDefinition.Names = definition.names
        let columns: [ResourceDefinition.PrinterColumn] = definition.printerColumns
        return [names.plural, definition.scope.rawValue] + columns.map(\.name)
    }

    /// The keywords of a property of the root.
    static func keywords(of name: String) -> Schema.Keywords? {
        let properties: [Schema.Property] = TrainingJob.schema.keywords.properties
        return properties.first { $0.name == name }?.schema.keywords
    }

    /// The type and the constraints of a property of the spec, which most schemas leave out.
    static func constraints(of name: String) -> (kind: Schema.Kind?, pattern: String?)? {
        guard let spec = keywords(of: "spec"),
            let property = spec.properties.first(where: { $0.name == name })
        else { return nil }
        let keywords = property.schema.keywords
        let rare: Schema.Keywords.Rare = keywords.rare
        return (keywords.type, rare.pattern)
    }

    /// The keys of an object.
    static func keys(of value: JSONValue) -> [String] {
        guard case .object(let object) = value else { return [] }
        let copy: JSONObject = object
        return copy.keys
    }

    /// A number in a JSON value.
    static func number(_ value: JSONValue) -> JSONNumber? {
        if case .number(let number) = value { return number }
        return nil
    }
}
