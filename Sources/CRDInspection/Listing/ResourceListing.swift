import CRDGeneratorCore
package import CRDRuntime
import CRDValues

/// The list of kinds, with a line for each version of each kind.
package struct ResourceListing: Sendable {
    private let entries: [ResourceCatalog.Entry]

    /// Creates the list for a catalog.
    package init(_ catalog: ResourceCatalog) {
        entries = catalog.entries
    }

    /// The list as a table; empty if there are no kinds.
    ///
    ///     KIND    GROUP        VERSION  SCOPE       STATE   ATTRIBUTES  REQUIRED  SWIFT
    ///     Widget  example.com  v1       Namespaced  stored          12         3  Widget
    package var text: String {
        if entries.isEmpty { return "" }
        var table = TextTable(
            columns: [
                .left("KIND"), .left("GROUP"), .left("VERSION"), .left("SCOPE"), .left("STATE"),
                .right("ATTRIBUTES"), .right("REQUIRED"), .left("SWIFT"),
            ]
        )
        for entry in entries {
            let count = AttributeCount(entry.type)
            table.add([
                entry.kind, entry.group, entry.version.name,
                entry.version.definition.scope.rawValue, Self.state(entry.version.definition),
                String(count.all), String(count.required), entry.swiftName,
            ])
        }
        return table.text
    }

    /// The list as a JSON array with an object for each line.
    package var json: JSONValue {
        .array(entries.map(Self.json))
    }

    private static func json(_ entry: ResourceCatalog.Entry) -> JSONValue {
        let definition = entry.version.definition
        let count = AttributeCount(entry.type)
        return [
            "group": .string(definition.group),
            "version": .string(definition.version),
            "kind": .string(definition.names.kind),
            "plural": .string(definition.names.plural),
            "shortNames": .array(definition.names.shortNames.map { .string($0) }),
            "scope": .string(definition.scope.rawValue),
            "served": .boolean(definition.isServed),
            "storage": .boolean(definition.isStorage),
            "deprecated": .boolean(definition.isDeprecated),
            "attributes": .number(JSONNumber(count.all)),
            "required": .number(JSONNumber(count.required)),
            "swift": .string(entry.swiftName),
            "file": .string(entry.file),
        ]
    }

    /// Returns the state: `stored` (and served), `served`, or such as `stored, not served,
    /// deprecated`.
    private static func state(_ definition: ResourceDefinition) -> String {
        var words = definition.isStorage ? ["stored"] : []
        if !definition.isServed {
            words.append("not served")
        } else if !definition.isStorage {
            words.append("served")
        }
        if definition.isDeprecated { words.append("deprecated") }
        return words.joined(separator: ", ")
    }
}
