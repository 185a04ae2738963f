import CRDCatalog
import CRDGeneratorCore
import CRDSchema
import CRDValues
import CRDYAML

extension VersionComparison {
    /// Compares the constraints on `apiVersion`, `kind`, and `metadata`, which every object has, and
    /// whose Swift types don't depend on the schema.
    ///
    /// Two versions of a kind have different values of `apiVersion`, which are not compared.
    mutating func compareObjectFields(at root: Location) {
        for key in Schema.objectFields where old.value(of: key) == new.value(of: key) {
            let (before, after) = (old.objectField(key), new.objectField(key))
            compare(
                before.value,
                after.value,
                in: .field(isPresent: true),
                at: root.inner(before, after)
            )
        }
    }
}

extension VersionComparison.Side {
    /// Returns a field that every object has, with the constraints that the schema adds to it.
    ///
    /// - Parameter key: `apiVersion`, `kind`, or `metadata`.
    /// - Returns: The field; without a position in the schema, it has that of the version.
    fileprivate func objectField(_ key: String) -> ExplainedAttribute {
        let property = entry.version.schema.listedProperty(key)
        var keywords = property?.schema.keywords ?? Schema.Keywords()
        // Descriptions of these fields are those of the server.
        keywords.description = nil
        if let value = value(of: key) {
            addValue(value, &keywords)
        } else {
            keywords.addMetadata(at: entry.version.position)
            // The server generates a missing name before it validates the object.
            if !keywords.required.contains("name") { keywords.required.append("name") }
        }
        return ExplainedAttribute(
            name: AttributeName.usual(key, entry.type.naming),
            key: key,
            typeText: "",
            isRequired: true,
            value: ExplainedValue(schema: Schema(keywords), type: nil),
            position: property?.position ?? entry.version.position
        )
    }

    /// Returns the only value of `apiVersion` or `kind`; `nil` for `metadata`.
    fileprivate func value(of key: String) -> String? {
        switch key {
        case "apiVersion": entry.version.definition.apiVersion
        case "kind": entry.kind
        default: nil
        }
    }

    /// Adds the only value of a field, so that constraints that it satisfies reject no object.
    private func addValue(_ value: String, _ keywords: inout Schema.Keywords) {
        keywords.type = .string
        if keywords.enumeration == nil { keywords.enumeration = [.string(value)] }
    }
}

extension Schema.Keywords {
    /// Adds the fields of metadata that every schema can constrain; the server keeps all others.
    ///
    /// - Parameter position: The source location of fields that the schema doesn't list.
    fileprivate mutating func addMetadata(at position: SourcePosition) {
        let schema = Schema(self)
        type = .object
        preservesUnknownFields = true
        properties = ["name", "generateName"].map { name in
            var text = Schema.Keywords()
            text.type = .string
            return schema.listedProperty(name)
                ?? Schema.Property(name: name, schema: Schema(text), position: position)
        }
    }

    /// Adds a field of metadata that only another schema lists: the server keeps it, with every value
    /// of its type.
    ///
    /// - Parameters:
    ///   - other: The field in the other schema.
    ///   - position: The source location.
    fileprivate mutating func addMetadata(_ other: Schema.Property, at position: SourcePosition) {
        guard let known = ExplainedAttribute.metadataSchema.property(other.name) else { return }
        let hasType = known.keywords.type == other.schema.keywords.type
        properties.append(
            Schema.Property(
                name: other.name,
                schema: hasType ? other.schema.withTypesOnly : known,
                position: position
            )
        )
    }
}

extension Schema {
    fileprivate func listedProperty(_ key: String) -> Property? {
        keywords.properties.first { $0.name == key }
    }
}

// MARK: - Embedded resources

extension Schema {
    /// The schema with its types and fields only, without constraints at all depths.
    fileprivate var withTypesOnly: Schema {
        var types = Keywords()
        types.type = keywords.type
        types.isIntOrString = keywords.isIntOrString
        types.properties = keywords.properties
        types.items = keywords.items
        types.additionalProperties = keywords.additionalProperties
        types.preservesUnknownFields = keywords.preservesUnknownFields
        types.replaceNested(with: \.withTypesOnly)
        return Schema(types)
    }

    /// The fields of objects that the server keeps independent of the schema.
    static let objectFields = ["apiVersion", "kind", "metadata"]

    /// Returns the schema of an embedded resource with the fields of objects, which the server keeps
    /// even if the schema doesn't list them.
    ///
    /// - Parameters:
    ///   - other: The schema that it is compared with, which can list other fields of metadata.
    ///   - position: The source location of fields that the schema doesn't list.
    /// - Returns: The schema.
    fileprivate func withObjectFields(
        besides other: Schema,
        at position: SourcePosition
    ) -> Schema {
        var keywords = keywords
        for key in Self.objectFields {
            let index = keywords.properties.firstIndex { $0.name == key }
            let known = index.map { keywords.properties[$0] }
            let position = known?.position ?? position
            var field = known?.schema.keywords ?? Keywords()
            if key == "metadata" {
                let listed = field.properties
                field.addMetadata(at: position)
                field.properties += listed.filter {
                    !field.properties.map(\.name).contains($0.name)
                }
                let others = other.property(key)?.keywords.properties ?? []
                for property in others where !field.properties.map(\.name).contains(property.name) {
                    field.addMetadata(property, at: position)
                }
            } else {
                field.type = .string
            }
            let property = Property(name: key, schema: Schema(field), position: position)
            if let index {
                keywords.properties[index] = property
            } else {
                keywords.properties.append(property)
            }
        }
        return Schema(keywords)
    }
}

extension VersionComparison {
    /// Returns two schemas with the fields of objects, if they are schemas of embedded resources.
    func withObjectFields(
        _ old: Schema,
        _ new: Schema,
        at location: Location
    ) -> (old: Schema, new: Schema) {
        guard old.keywords.isEmbeddedResource, new.keywords.isEmbeddedResource else {
            return (old, new)
        }
        let positions = location.positions
        return (
            old.withObjectFields(
                besides: new,
                at: positions.old ?? self.old.entry.version.position
            ),
            new.withObjectFields(
                besides: old,
                at: positions.new ?? self.new.entry.version.position
            )
        )
    }

    /// Compares the fields of an embedded resource, or of its metadata, that only one of two structs
    /// has, but that the server keeps for both.
    ///
    /// - Parameters:
    ///   - schemas: The schemas with the fields of objects.
    ///   - before: The old fields; those that are compared are removed.
    ///   - after: The new fields; those that are compared are removed.
    ///   - location: The location of the object.
    mutating func compareObjectFields(
        _ schemas: (old: Schema, new: Schema),
        _ before: inout [ExplainedAttribute],
        _ after: inout [ExplainedAttribute],
        at location: Location
    ) {
        if location.isInEmbeddedResource {
            for key in Schema.objectFields {
                before.removeMapType(of: key)
                after.removeMapType(of: key)
            }
        }
        for key in (before + after).map(\.key) {
            let (old, new) = (before.first { $0.key == key }, after.first { $0.key == key })
            guard let field = old ?? new, (old == nil) != (new == nil),
                let value = schemas.old.property(key),
                let other = schemas.new.property(key)
            else { continue }
            before.removeAll { $0.key == key }
            after.removeAll { $0.key == key }
            let inner = location.inner(old, new)
            if old == nil {
                addObjectField(field, at: inner)
            } else {
                add(location.grade(.same), .fieldRemoved, "field removed", at: inner, isGone: true)
            }
            compare(
                ExplainedValue(schema: value, type: nil),
                ExplainedValue(schema: other, type: nil),
                in: .field(isPresent: inner.isAlwaysRequired),
                at: inner
            )
        }
    }

    /// Adds the change of a field that the server kept before a struct had it.
    private mutating func addObjectField(_ field: ExplainedAttribute, at location: Location) {
        let note = ", type '\(field.typeText)'"
        if field.isRequired, !field.hasDefault {
            let grade = location.grade(location.isAlwaysRequired ? .same : .rejected)
            add(grade, .requiredFieldAdded, "required field added", note: note, at: location)
        } else {
            add(.compatible, .fieldAdded, "optional field added", note: note, at: location)
        }
    }
}

extension [ExplainedAttribute] {
    /// Removes the Swift type of a field that is a map, such as metadata without listed fields, so
    /// that its fields are compared by its schema.
    fileprivate mutating func removeMapType(of key: String) {
        guard let index = firstIndex(where: { $0.key == key }), case .map = self[index].value.type
        else { return }
        self[index].value = ExplainedValue(schema: self[index].value.schema, type: nil)
    }
}
