import CRDValues
import CRDYAML

extension CRDReader {
    /// Reads a CRD; reports an error and returns `nil` if a required field is missing or invalid.
    mutating func definition(
        _ document: Node,
        _ spec: Node,
        _ apiVersion: APIVersion
    ) -> CustomResourceDefinition? {
        let errors = diagnostics.count { $0.severity == .error }
        warnOfUnknownKeys(ofSpec: spec, apiVersion)
        let group = requiredName(spec, "group", .group)
        let names = names(spec)
        let scope = scope(spec, apiVersion)
        guard let group, let names, let scope else { return nil }
        let common = Common(
            spec: spec,
            group: group,
            names: names,
            scope: scope,
            apiVersion: apiVersion,
            preservesUnknownFields: boolean(spec, "preserveUnknownFields")
                ?? (apiVersion == .v1beta1)
        )
        let versions = versions(spec, common)
        guard diagnostics.count(where: { $0.severity == .error }) == errors else { return nil }
        checkName(document, common)
        return CustomResourceDefinition(
            file: document.file,
            position: document.position,
            group: group,
            names: names,
            versions: versions,
            usesConversionWebhook: spec["conversion"]?["strategy"]?.plainString == "Webhook"
        )
    }

    /// The parts that all versions share.
    struct Common {
        let spec: Node
        let group: String
        let names: ResourceDefinition.Names
        let scope: ResourceDefinition.Scope
        let apiVersion: APIVersion
        /// Whether unknown fields are kept: the default of v1beta1, which v1 forbids
        /// (`spec.preserveUnknownFields`).
        let preservesUnknownFields: Bool
    }

    private static let specKeys: Set<String> = [
        "group", "names", "scope", "versions", "conversion", "preserveUnknownFields",
    ]

    /// The fields that v1beta1 allowed in `spec` for all versions.
    private static let commonVersionKeys: Set<String> = [
        "version", "validation", "subresources", "additionalPrinterColumns", "selectableFields",
    ]

    private mutating func warnOfUnknownKeys(ofSpec spec: Node, _ apiVersion: APIVersion) {
        warnOfUnknownKeys(spec, Self.specKeys.union(Self.commonVersionKeys))
        guard apiVersion == .v1 else { return }
        for pair in spec.pairs where Self.commonVersionKeys.contains(pair.key) {
            warn(
                pair.keyNode,
                "'\(pair.key)' in 'spec' is of '\(APIVersion.v1beta1.rawValue)', "
                    + "expected it in 'versions', ignored"
            )
        }
    }

    private mutating func checkName(_ document: Node, _ common: Common) {
        let expected = "\(common.names.plural).\(common.group)"
        guard let name = document["metadata"]?["name"] else {
            return warn(document, "no 'metadata.name', expected '\(expected)'")
        }
        if name.plainString != expected {
            warn(name, "'metadata.name' is \(name.found), expected '\(expected)'")
        }
    }

    private mutating func names(_ spec: Node) -> ResourceDefinition.Names? {
        guard let node = requiredMapping(spec, "names") else { return nil }
        warnOfUnknownKeys(node, Self.namesKeys)
        let kind = requiredName(node, "kind", .kind)
        let plural = requiredName(node, "plural", .label)
        guard let kind, let plural else { return nil }
        return ResourceDefinition.Names(
            kind: kind,
            plural: plural,
            singular: optionalString(node, "singular") ?? kind.lowercased(),
            listKind: optionalString(node, "listKind") ?? "\(kind)List",
            shortNames: strings(node, "shortNames"),
            categories: strings(node, "categories")
        )
    }

    private static let namesKeys: Set<String> = [
        "kind", "plural", "singular", "listKind", "shortNames", "categories",
    ]

    private mutating func scope(
        _ spec: Node,
        _ apiVersion: APIVersion
    ) -> ResourceDefinition.Scope? {
        guard let node = spec["scope"] else {
            // v1beta1 defaulted the scope (SetDefaults_CustomResourceDefinitionSpec).
            if apiVersion == .v1beta1 { return .namespaced }
            error(spec, "no 'scope', expected 'Namespaced' or 'Cluster'")
            return nil
        }
        guard let scope = node.plainString.flatMap(ResourceDefinition.Scope.init) else {
            error(node, "'scope' is \(node.found), expected 'Namespaced' or 'Cluster'")
            return nil
        }
        return scope
    }
}
