import CRDGeneratorCore
import CRDSchema
import CRDValues

extension ReferencePage {
    /// The properties at the root that all resources have.
    private static let sharedProperties: Set<String> = ["apiVersion", "kind", "metadata"]

    /// The properties at the root that the provider leaves out.
    static let hiddenProperties = sharedProperties.union(["status"])

    var rootLevel: AttributeLevel {
        let own = ownLevel
        let texts = wording.attributes
        return AttributeLevel(
            required: own.required + [
                attribute(
                    "metadata",
                    .attributes(metadataLevel),
                    texts.metadata,
                    type: "ObjectMeta",
                    schema: metadataSchema
                )
            ],
            optional: own.optional,
            readOnly: [
                attribute(apiVersion, .string, texts.apiVersion, key: "apiVersion"),
                attribute("id", .number, texts.id, key: nil, type: "Int"),
                attribute("kind", .string, texts.kind),
                attribute("yaml", .string, texts.yaml, key: nil),
            ] + own.readOnly,
            schema: schema
        )
    }

    /// The name of the constant `apiVersion` in Swift.
    private var apiVersion: String { AttributeName.usual("apiVersion", type.naming) }

    /// The attributes of this resource.
    private var ownLevel: AttributeLevel {
        switch detail {
        case .plain:
            let level = AttributeLevel(
                of: schema,
                without: Self.hiddenProperties,
                names: changedNames,
                detail: detail
            )
            return type.hasConfiguredNames ? AttributeLevel(level, namedAsIn: type) : level
        case .full:
            let hidden = Self.sharedProperties.union(type.ignoredKeys)
            let level = AttributeLevel(of: schema, without: hidden, detail: detail)
            let named = AttributeLevel(level, namedAsIn: type)
            return definition.hasStatusSubresource ? named.withReadOnlyStatus : named
        }
    }

    /// The schema of metadata in the CRD: Kubernetes allows constraints of the name there.
    private var metadataSchema: Schema? {
        schema.keywords.properties.first { $0.name == "metadata" }?.schema
    }

    /// Property → name in Swift, for properties at the root whose name all resources have already.
    private var changedNames: [String: String] {
        let taken: Set<String> = ["api_version", "id", "kind", "metadata", "yaml"]
        let changed = type.root.attributes.filter {
            taken.contains(SwiftName.attribute($0.key))
        }
        return Dictionary(
            changed.map { ($0.key, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private var metadataLevel: AttributeLevel {
        let texts = wording.attributes
        let map = "[String: String]?"
        var optional = [
            attribute("annotations", .mapOfString, texts.annotations, type: map),
            attribute("labels", .mapOfString, texts.labels, type: map),
        ]
        switch definition.scope {
        case .namespaced:
            optional.append(attribute("namespace", .string, texts.namespace, type: "String?"))
        case .cluster:
            break
        }
        let name = metadataSchema?.keywords.properties.first { $0.name == "name" }
        return AttributeLevel(
            required: [attribute("name", .string, texts.name, schema: name?.schema)],
            optional: optional
        )
    }

    private func attribute(
        _ name: String,
        _ kind: AttributeKind,
        _ description: PagePattern,
        key: String? = "",
        type: String = "String",
        schema: Schema? = nil
    ) -> PageAttribute {
        PageAttribute(
            name: name,
            kind: kind,
            description: filled(description),
            place: key.map { .manifest(key: $0.isEmpty ? name : $0) } ?? .swiftOnly,
            schema: schema,
            builtInType: type
        )
    }
}

extension AttributeLevel {
    /// The level with an optional `status` among the read-only attributes, as the server ignores it
    /// except in updates of the subresource.
    fileprivate var withReadOnlyStatus: AttributeLevel {
        let isStatus = { (attribute: PageAttribute) in attribute.place == .manifest(key: "status") }
        return AttributeLevel(
            required: required,
            optional: optional.filter { !isStatus($0) },
            readOnly: readOnly + optional.filter(isStatus),
            schema: schema
        )
    }
}
