import CRDCatalog
import CRDRuntime
import CRDSchema

/// The fields of objects of one version that the API server doesn't store as they are, because it
/// stores another version and no webhook converts the objects.
///
/// The server then only replaces `apiVersion`. It drops the fields that the stored version doesn't
/// have without an error, and sets the defaults of the stored version when it reads the object
/// (1.36, `strategy: None`).
struct StoredFields {
    /// The paths of the fields that are dropped, in the order of the schema.
    private(set) var dropped: [String] = []
    /// The paths of the fields that can be missing, and for which the stored version has a default.
    private(set) var defaulted: [String] = []
    /// The paths of the fields that can be missing, for which only the version that was stored before
    /// has a default.
    private(set) var noLongerDefaulted: [String] = []
    /// Whether the version requires one of these fields, or validates values by them.
    private(set) var areValidated = false

    private let version: Schema

    /// Finds the fields of a version that are stored in another one.
    ///
    /// - Parameters:
    ///   - version: The schema of the version.
    ///   - stored: The schema of the stored version.
    init(of version: Schema, in stored: Schema) {
        self.version = version
        compare(version, stored, isResource: true, at: ChangedPath())
    }

    /// Returns the fields without those of another pair of versions.
    func subtracting(_ other: StoredFields) -> StoredFields {
        var fields = self
        fields.dropped.removeAll(where: other.dropped.contains)
        fields.defaulted.removeAll(where: other.defaulted.contains)
        if fields.isEmpty { fields.areValidated = false }
        return fields
    }

    /// Returns what changes if another version was stored before.
    func since(_ old: StoredFields) -> StoredFields {
        var fields = subtracting(old)
        fields.noLongerDefaulted = old.defaulted.filter { field in
            !defaulted.contains(field) && !dropped.contains(field)
        }
        if !fields.noLongerDefaulted.isEmpty, old.areValidated { fields.areValidated = true }
        return fields
    }

    /// Whether all fields are stored as they are.
    var isEmpty: Bool { dropped.isEmpty && defaulted.isEmpty && noLongerDefaulted.isEmpty }

    private mutating func compare(
        _ schema: Schema,
        _ stored: Schema,
        isResource: Bool,
        at path: ChangedPath
    ) {
        for property in schema.objectProperties {
            if isResource, Schema.objectFields.contains(property.name) { continue }
            let isRequired = schema.keywords.required.contains(property.name)
            let inner = path.appending(name: property.name, key: property.name)
            compare(property.schema, isRequired: isRequired, stored, at: inner)
        }
        switch schema.elements {
        case .items(let items):
            let other = stored.keywords.items ?? .anything
            compare(items, other, isResource: false, at: path.appending(elements: "[]"))
        case .values(let values):
            let inner = path.appending(elements: ".*")
            if let other = stored.keywords.unlistedValue {
                compare(values, other, isResource: false, at: inner)
            } else {
                drop(inner, isRequired: false)
            }
        case nil:
            if schema.storesUnknownFields, !stored.storesUnknownFields {
                drop(path.appending(elements: ".*"), isRequired: false)
            }
        }
    }

    /// Compares a field with a property of the stored version.
    private mutating func compare(
        _ field: Schema,
        isRequired: Bool,
        _ stored: Schema,
        at path: ChangedPath
    ) {
        let known = stored.keywords.properties.first { $0.name == path.steps.last }?.schema
        let canBeMissing = !isRequired && field.usableDefault == nil
        guard let other = known ?? stored.keywords.unlistedValue else {
            return drop(path, isRequired: isRequired && field.usableDefault == nil)
        }
        if canBeMissing, known?.usableDefault != nil {
            defaulted.append(path.keys)
            areValidated = areValidated || version.constrainsField(path.levels[...])
        }
        let isEmbedded = field.keywords.isEmbeddedResource
        compare(field, other, isResource: isEmbedded, at: path)
    }

    private mutating func drop(_ path: ChangedPath, isRequired: Bool) {
        dropped.append(path.keys)
        areValidated = areValidated || isRequired || version.constrainsField(path.levels[...])
    }
}
