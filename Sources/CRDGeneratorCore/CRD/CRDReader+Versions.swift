import CRDSchema
import CRDValues
import CRDYAML

extension CRDReader {
    /// Returns the versions of a CRD, in order; reports errors, and skips versions with errors.
    mutating func versions(_ spec: Node, _ common: Common) -> [CustomResourceDefinition.Version] {
        guard let node = spec["versions"], !node.isNull else {
            // v1beta1 allowed one version named in 'spec.version' alone.
            if common.apiVersion == .v1beta1, let name = spec["version"] {
                return [onlyVersion(named: name, spec, common)].compactMap(\.self)
            }
            error(spec["versions"] ?? spec, "no 'versions', expected a list of versions")
            return []
        }
        guard node.kind == .sequence else {
            error(node, "'versions' is \(node.found), expected a list of versions")
            return []
        }
        guard node.count > 0 else {
            error(node, "'versions' is empty, expected at least one version")
            return []
        }
        var lines: [String: Int] = [:]
        var versions: [CustomResourceDefinition.Version] = []
        for item in node.items {
            guard item.kind == .mapping else {
                error(item, "a version is \(item.found), expected a mapping")
                continue
            }
            warnOfUnknownKeys(item, Self.versionKeys)
            guard let name = requiredName(item, "name", .label) else { continue }
            if let line = lines[name] {
                error(
                    item["name"] ?? item,
                    "duplicate version '\(name)', first defined on line \(line)"
                )
            } else {
                lines[name] = item.position.line
            }
            versions.append(version(named: name, item, spec, common))
        }
        if versions.count == node.count { checkStorage(versions, node) }
        return versions
    }

    /// Warns unless exactly one version is the stored version
    /// (`ValidateCustomResourceDefinition`, apiextensions-apiserver v0.35).
    private mutating func checkStorage(
        _ versions: [CustomResourceDefinition.Version],
        _ node: Node
    ) {
        let stored = versions.filter(\.definition.isStorage)
        let expectation = "'storage: true', expected exactly one"
        switch stored.count {
        case 0:
            warn(node, "no version has \(expectation), giving none of them a short name")
        case 1:
            break
        default:
            let names = stored.map { "'\($0.name)'" }.joined(separator: ", ")
            warn(
                node,
                "versions \(names) have \(expectation), giving the short name to \(stored[0].name)"
            )
        }
    }

    private static let versionKeys: Set<String> = [
        "name", "served", "storage", "deprecated", "deprecationWarning", "schema", "subresources",
        "additionalPrinterColumns", "selectableFields",
    ]

    private mutating func onlyVersion(
        named name: Node,
        _ spec: Node,
        _ common: Common
    ) -> CustomResourceDefinition.Version? {
        guard let text = requiredName(spec, "version", .label) else { return nil }
        var version = ResourceDefinition(
            group: common.group,
            version: text,
            names: common.names,
            scope: common.scope
        )
        readDetails(spec, into: &version)
        return finish(version, common, at: name, schema: schemaNode(spec, "validation"))
    }

    private mutating func version(
        named name: String,
        _ node: Node,
        _ spec: Node,
        _ common: Common
    ) -> CustomResourceDefinition.Version {
        var version = ResourceDefinition(
            group: common.group,
            version: name,
            names: common.names,
            scope: common.scope,
            isServed: boolean(node, "served") ?? false,
            isStorage: boolean(node, "storage") ?? false,
            isDeprecated: boolean(node, "deprecated") ?? false,
            deprecationWarning: optionalString(node, "deprecationWarning")
        )
        var schema = schemaNode(node, "schema")
        if common.apiVersion == .v1beta1 {
            readDetails(spec, into: &version)
            schema = schema ?? schemaNode(spec, "validation")
        }
        readDetails(node, into: &version)
        return finish(version, common, at: node, schema: schema)
    }

    private mutating func finish(
        _ definition: ResourceDefinition,
        _ common: Common,
        at node: Node,
        schema schemaNode: Node?
    ) -> CustomResourceDefinition.Version {
        var schema = Schema.anything
        if let schemaNode, readsSchemas {
            var decoder = SchemaDecoder()
            schema = decoder.schema(schemaNode)
            diagnostics += decoder.diagnostics
        } else if schemaNode == nil {
            warn(
                node,
                "version '\(definition.version)' has no schema, expected 'openAPIV3Schema', "
                    + "keeping everything but metadata as JSON"
            )
        }
        return CustomResourceDefinition.Version(
            definition: definition,
            schema: schema,
            schemaNode: schemaNode,
            spec: common.spec,
            preservesUnknownFields: common.preservesUnknownFields,
            position: node.position
        )
    }

    private mutating func schemaNode(_ node: Node, _ key: String) -> Node? {
        guard let outer = optionalMapping(node, key) else { return nil }
        warnOfUnknownKeys(outer, ["openAPIV3Schema"])
        guard let schema = outer["openAPIV3Schema"], !schema.isNull else { return nil }
        return schema
    }
}

// MARK: - Columns and subresources

extension CRDReader {
    /// Reads the fields of a version that v1beta1 also allows in `spec` for all versions.
    private mutating func readDetails(_ node: Node, into version: inout ResourceDefinition) {
        if let columns = mappings(node, "additionalPrinterColumns") {
            version.printerColumns = columns.compactMap { printerColumn($0) }
        }
        if let subresources = optionalMapping(node, "subresources") {
            warnOfUnknownKeys(subresources, ["status", "scale"])
            version.hasStatusSubresource = optionalMapping(subresources, "status") != nil
            version.scale = optionalMapping(subresources, "scale").flatMap { scale($0) }
        }
        if let fields = mappings(node, "selectableFields") {
            version.selectableFields = fields.compactMap { string($0, "jsonPath") }
        }
    }

    private mutating func printerColumn(_ node: Node) -> ResourceDefinition.PrinterColumn? {
        // v1beta1 spells it 'JSONPath'.
        let pathKey = node["jsonPath"] == nil && node["JSONPath"] != nil ? "JSONPath" : "jsonPath"
        guard let name = string(node, "name"), let type = string(node, "type"),
            let path = string(node, pathKey)
        else { return nil }
        return ResourceDefinition.PrinterColumn(
            name: name,
            type: type,
            format: optionalString(node, "format"),
            description: optionalString(node, "description"),
            priority: integer(node, "priority") ?? 0,
            jsonPath: path
        )
    }

    private mutating func scale(_ node: Node) -> ResourceDefinition.Scale? {
        guard let spec = string(node, "specReplicasPath"),
            let status = string(node, "statusReplicasPath")
        else { return nil }
        return ResourceDefinition.Scale(
            specReplicasPath: spec,
            statusReplicasPath: status,
            labelSelectorPath: optionalString(node, "labelSelectorPath")
        )
    }
}
