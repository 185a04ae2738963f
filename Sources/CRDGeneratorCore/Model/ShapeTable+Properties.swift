import CRDSchema
import CRDValues
import CRDYAML

extension ShapeTable {
    /// Returns the shapes of an object's properties.
    ///
    /// - Parameters:
    ///   - properties: The properties that the object was interned with, in any order.
    ///   - object: The shape of the object; other shapes have no properties.
    /// - Returns: A shape for each property, in the same order.
    func shapes(of properties: [Schema.Property], in object: ID) -> [ID] {
        guard case .object(let fields, _) = self[object] else { return [] }
        var ids: [ID] = []
        ids.reserveCapacity(properties.count)
        // A loop over indexes, as the generic iterator is slow in a debug build.
        var position = 0
        while position < properties.count {
            let name = properties[position].name
            // Fields are sorted, as the properties of most CRDs are.
            let isInPlace = position < fields.count && isOnly(name, at: position, in: fields)
            ids.append(fields[isInPlace ? position : self.position(of: name, in: fields)].shape)
            position += 1
        }
        return ids
    }

    /// Returns the shape of a property's value without its default, and the default.
    func withoutDefault(_ id: ID) -> (value: ID, defaultValue: JSONValue?) {
        if case .defaulted(let value, let json) = self[id] { return (value, json) }
        return (id, nil)
    }

    /// Whether a field has another name than its neighbors.
    ///
    /// Names that differ only in Unicode normalization are equal as strings, and neighbors.
    private func isOnly(_ name: String, at position: Int, in fields: [Field]) -> Bool {
        guard fields[position].key == name else { return false }
        if position > 0, fields[position - 1].key == name { return false }
        return position + 1 == fields.count || fields[position + 1].key != name
    }

    /// Returns the index of a field with a name; of several, the one with the same bytes.
    private func position(of name: String, in fields: [Field]) -> Int {
        var low = 0
        var high = fields.count
        while low < high {
            let middle = (low + high) / 2
            if fields[middle].key < name { low = middle + 1 } else { high = middle }
        }
        guard low < fields.count, fields[low].key == name else {
            preconditionFailure("asked for the shape of a property that was not interned")
        }
        var position = low
        while position < fields.count, fields[position].key == name {
            if fields[position].key.hasSameBytes(as: name) { return position }
            position += 1
        }
        return low
    }
}
