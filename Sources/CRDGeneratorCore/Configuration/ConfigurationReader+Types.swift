import CRDSchema
import CRDValues
import CRDYAML

// Reads the keys about resources and types.

extension ConfigurationReader {
    /// The keys of an entry of `include` and `exclude`.
    enum SelectionKey: String, CaseIterable {
        case group, version, kind
    }

    /// Reads the entries of `include` or `exclude`.
    mutating func selection(
        _ node: Node,
        _ list: Configuration.EntryKey
    ) -> [ResourceSelection.Entry] {
        var entries: [ResourceSelection.Entry] = []
        let expectation = "a list of mappings with 'group', 'version' or 'kind'"
        for item in items(node, list.rawValue, expectation) {
            guard item.kind == .mapping, item.count > 0 else {
                error(
                    item,
                    "an item of '\(list.rawValue)' is \(item.found), "
                        + "expected a mapping with 'group', 'version' or 'kind'"
                )
                continue
            }
            var entry = ResourceSelection.Entry(position: item.position)
            for pair in item.pairs {
                guard let key = self.key(pair, SelectionKey.self) else { continue }
                switch key {
                case .group: entry.groups = patterns(pair)
                case .version: entry.versions = patterns(pair)
                case .kind: entry.kinds = patterns(pair)
                }
            }
            entries.append(entry)
            expect("a matching resource", at: item, under: list)
        }
        return entries
    }

    /// Reads a name or a list of alternative names.
    private mutating func patterns(_ pair: Node.Pair) -> [NamePattern] {
        let nodes = pair.value.kind == .sequence ? Array(pair.value.items) : [pair.value]
        var patterns: [NamePattern] = []
        for node in nodes {
            guard let text = node.plainString else {
                error(node, "'\(pair.key)' is \(node.found), expected a name or a list of names")
                continue
            }
            patterns.append(NamePattern(text))
        }
        return patterns
    }

    /// The keys of `conformances`.
    enum ConformanceKey: String, CaseIterable {
        case all, resources, namespacedResources, clusterResources, statusResources, scaleResources
    }

    /// Reads `conformances`.
    mutating func readConformances(_ node: Node) {
        let expectation = "a mapping from kinds of types to protocols"
        for pair in pairs(node, "conformances", expectation) {
            guard let key = key(pair, ConformanceKey.self) else { continue }
            let names = names(pair.value, key.rawValue, "a protocol")
            switch key {
            case .all: configuration.conformances.all = names
            case .resources: configuration.conformances.resources = names
            case .namespacedResources: configuration.conformances.namespaced = names
            case .clusterResources: configuration.conformances.cluster = names
            case .statusResources: configuration.conformances.status = names
            case .scaleResources: configuration.conformances.scale = names
            }
        }
    }
}

// MARK: - Types and names by path

extension ConfigurationReader {
    /// Reads `types`.
    mutating func readTypes(_ node: Node) {
        for pair in pairs(node, "types", "a mapping from paths to Swift types") {
            guard let path = path(pair, "types") else { continue }
            let subject = "the type of '\(pair.key.excerpt)'"
            guard let type = externalType(pair.value, subject) else { continue }
            add(.type(type), at: path, pair, "the path '\(pair.key.excerpt)'")
        }
    }

    private mutating func externalType(_ node: Node, _ subject: String) -> ExternalType? {
        if let type = node.plainString.flatMap(ExternalType.init) { return type }
        let expectation = "expected a Swift type such as 'Moment' or '[Shop.Moment]'"
        error(node, "\(subject) is \(node.found), \(expectation)")
        return nil
    }

    /// The keys of `renames`.
    enum RenameKey: String, CaseIterable {
        case attributes, types, versions
    }

    /// Reads `renames`.
    mutating func readRenames(_ node: Node) {
        for pair in pairs(node, "renames", "a mapping with 'attributes', 'types' or 'versions'") {
            guard let key = key(pair, RenameKey.self) else { continue }
            let subjects = key == .versions ? "versions" : "paths"
            for pair in pairs(pair.value, key.rawValue, "a mapping from \(subjects) to names") {
                switch key {
                case .attributes: readAttributeName(pair)
                case .types: readTypeName(pair)
                case .versions: readVersionName(pair)
                }
            }
        }
    }

    private mutating func readAttributeName(_ pair: Node.Pair) {
        guard let path = path(pair, "attributes") else { return }
        guard let name = pair.value.plainString, AttributeName.identifier(name) == name,
            name.utf8.first?.isUppercase == false
        else {
            return error(
                pair.value,
                "the name of '\(pair.key.excerpt)' is \(pair.value.found), "
                    + "expected the name of a Swift property"
            )
        }
        guard !name.hasPrefix(Attribute.storagePrefix) else {
            return error(
                pair.value,
                "the name of '\(pair.key.excerpt)' begins with '\(Attribute.storagePrefix)', which "
                    + "is reserved for generated code; choose another name"
            )
        }
        add(.attributeName(name), at: path, pair, "the path '\(pair.key.excerpt)'")
    }

    private mutating func readTypeName(_ pair: Node.Pair) {
        guard let path = PathPattern(pair.key) else { return notAPath(pair, "types") }
        guard let name = typeName(pair.value, of: "'\(pair.key.excerpt)'") else { return }
        let subject =
            path.isResource
            ? "the kind '\(pair.key.excerpt)'"
            : "a struct or an enumeration at '\(pair.key.excerpt)'"
        add(.typeName(name), at: path, pair, subject)
    }

    private mutating func readVersionName(_ pair: Node.Pair) {
        let subject = "version '\(pair.key.excerpt)'"
        guard let name = typeName(pair.value, of: subject) else { return }
        configuration.versions[pair.key] = name
        configuration.versionPositions[pair.key] = pair.keyNode.position
        expect("the \(subject)", at: pair.keyNode, under: .renames)
    }

    private mutating func add(
        _ effect: PathRule.Effect,
        at path: PathPattern,
        _ pair: Node.Pair,
        _ subject: String
    ) {
        configuration.paths.append(
            PathRule(path: path, effect: effect, position: pair.keyNode.position)
        )
        let key: Configuration.EntryKey =
            switch effect {
            case .type: .types
            case .attributeName, .typeName: .renames
            }
        expect(subject, at: pair.keyNode, under: key)
    }

    /// Reads the path of a field.
    private mutating func path(_ pair: Node.Pair, _ key: String) -> PathPattern? {
        if let path = PathPattern(pair.key), !path.isResource { return path }
        notAPath(pair, key)
        return nil
    }

    private mutating func notAPath(_ pair: Node.Pair, _ key: String) {
        error(
            pair.keyNode,
            "'\(pair.key.excerpt)' under '\(key)' is not a valid path, "
                + "expected keys separated by dots, such as 'spec.template'"
        )
    }
}

// MARK: - Types by schema

extension ConfigurationReader {
    /// The keys of an entry of `shapes`.
    enum ShapeKey: String, CaseIterable {
        case schema, type
    }

    /// Reads `shapes`.
    mutating func readShapes(_ node: Node) {
        for item in items(node, "shapes", "a list of mappings with 'schema' and 'type'") {
            guard item.kind == .mapping, let schema = item["schema"], let type = item["type"] else {
                error(
                    item,
                    "an item of 'shapes' is \(item.found), "
                        + "expected a mapping with 'schema' and 'type'"
                )
                continue
            }
            for pair in item.pairs { _ = key(pair, ShapeKey.self) }
            let name = externalType(type, "'type'")
            guard let subject = subject(schema), let name else { continue }
            check(subject, name, schema, type)
            configuration.shapes.append(
                ShapeRule(subject: subject, type: name, position: item.position)
            )
            expect("a matching schema", at: item, under: .shapes)
        }
    }

    private mutating func subject(_ node: Node) -> ShapeRule.Subject? {
        guard node.kind == .mapping else {
            switch node.plainString {
            case "Condition": return .condition
            case "LabelSelector": return .labelSelector
            case "Quantity": return .scalar(.quantity)
            case "GoDuration": return .scalar(.goDuration)
            default:
                error(
                    node,
                    "'schema' is \(node.found), expected a schema, 'Condition', 'LabelSelector', "
                        + "'Quantity' or 'GoDuration'"
                )
                return nil
            }
        }
        var decoder = SchemaDecoder()
        let schema = decoder.schema(node)
        diagnostics += decoder.diagnostics
        return ScalarSubject(schema).map { .scalar($0) } ?? .schema(schema)
    }

    /// Reports an error if a rule for scalars has the type of a list or map, or the same subject as
    /// another rule.
    private mutating func check(
        _ subject: ShapeRule.Subject,
        _ type: ExternalType,
        _ schemaNode: Node,
        _ typeNode: Node
    ) {
        guard case .scalar(let scalar) = subject else { return }
        if type != .named(type.name) {
            error(
                typeNode,
                "'type' is \(typeNode.found), expected the name of a type, as the schema is that of "
                    + "a single value"
            )
        }
        let other = configuration.shapes.first { rule in
            if case .scalar(scalar) = rule.subject { true } else { false }
        }
        guard let other else { return }
        error(
            schemaNode,
            "the same schema has the type '\(other.type.name)' in line \(other.position.line); "
                + "remove one of the entries"
        )
    }
}
