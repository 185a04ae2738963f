package import CRDGeneratorCore
package import CRDRuntime
import CRDValues
package import CRDYAML

/// The list of kinds, with a line for each version of each kind.
package struct ResourceListing: Sendable {
    private var versions: [(version: ListedVersion, swiftName: String)] = []

    /// Creates an empty list.
    package init() {}

    /// Adds all files with a common configuration.
    ///
    /// - Parameters:
    ///   - files: The files, in their order.
    ///   - module: The name of the module of their types; empty if it is unknown.
    ///   - configuration: Their configuration.
    /// - Returns: The errors of the files, and those about equal names in several files.
    package mutating func add(
        _ files: [ListedFile],
        module: String = "",
        _ configuration: Configuration
    ) -> [Diagnostic] {
        var namespaces = NamespaceFile(module: module, configuration: configuration)
        for file in files { namespaces.add(file.names) }
        var diagnostics: [Diagnostic] = []
        _ = namespaces.text(&diagnostics)
        let shortNames = namespaces.shortNames
        for version in files.flatMap(\.versions) {
            versions.append((version, shortNames[version.typeName] ?? version.typeName))
        }
        versions = versions.enumerated()
            .sorted { left, right in
                let definitions = (
                    left.element.version.definition, right.element.version.definition
                )
                return (definitions.0.group, definitions.0.names.kind, left.offset)
                    < (definitions.1.group, definitions.1.names.kind, right.offset)
            }
            .map(\.element)
        return files.flatMap(\.errors) + diagnostics.filter { $0.severity == .error }
    }

    /// The paths of the files with the kinds of the list.
    package var files: Set<String> { Set(versions.map(\.version.file)) }

    /// The list as a table; empty if there are no kinds.
    ///
    ///     KIND    GROUP        VERSION  SCOPE       STATE   SWIFT
    ///     Widget  example.com  v1       Namespaced  stored  Widget
    ///
    /// With numbers of fields, it has the columns `ATTRIBUTES` and `REQUIRED` too.
    package var text: String {
        if versions.isEmpty { return "" }
        let isCounted = versions.contains { $0.version.count != nil }
        var table = TextTable(
            columns: [
                .left("KIND"), .left("GROUP"), .left("VERSION"), .left("SCOPE"), .left("STATE"),
            ] + (isCounted ? [.right("ATTRIBUTES"), .right("REQUIRED")] : []) + [.left("SWIFT")]
        )
        for (version, swiftName) in versions {
            let definition = version.definition
            let counts = [version.count?.all, version.count?.required].compactMap(\.self)
            table.add(
                [
                    definition.names.kind, definition.group, definition.version,
                    definition.scope.rawValue, Self.state(definition),
                ] + counts.map { String($0) } + [swiftName]
            )
        }
        return table.text
    }

    /// The list as a JSON array with an object for each line.
    package var json: JSONValue {
        .array(versions.map { Self.json($0.version, $0.swiftName) })
    }

    private static func json(_ version: ListedVersion, _ swiftName: String) -> JSONValue {
        let definition = version.definition
        var object = definition.listedNames
        object["served"] = .boolean(definition.isServed)
        object["storage"] = .boolean(definition.isStorage)
        object["deprecated"] = .boolean(definition.isDeprecated)
        if let count = version.count {
            object["attributes"] = .number(JSONNumber(count.all))
            object["required"] = .number(JSONNumber(count.required))
        }
        object["swift"] = .string(swiftName)
        object["file"] = .string(version.file)
        return .object(object)
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

extension ResourceDefinition {
    /// The names and the scope, as the JSON form of a list has them.
    var listedNames: JSONObject {
        [
            "group": .string(group),
            "version": .string(version),
            "kind": .string(names.kind),
            "plural": .string(names.plural),
            "shortNames": .array(names.shortNames.map { .string($0) }),
            "scope": .string(scope.rawValue),
        ]
    }
}
