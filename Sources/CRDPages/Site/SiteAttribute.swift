import CRDGeneratorCore
import CRDSchema

/// An attribute on a page of the site, which is in manifests.
struct SiteAttribute {
    /// The group that an attribute belongs to.
    enum Group {
        case required
        case optional
        case readOnly
    }

    let attribute: PageAttribute
    let group: Group
    /// The key in manifests.
    let key: String

    /// The name in Swift.
    var name: String { attribute.name }

    /// The words for its type in manifests.
    var typeWords: String {
        if let schema = attribute.schema { return SchemaWords.type(of: schema) }
        return switch attribute.kind {
        case .mapOfString: "map of strings"
        case .attributes: "object"
        case .string, .number, .boolean, .dynamic, .listOfString, .listOfMapOfString,
            .mapOfListOfString, .mapOfMapOfString, .mapOfMapOfListOfString, .attributesList:
            attribute.kind.words.lowercased()
        }
    }
}

extension AttributeLevel {
    /// The attributes in manifests: `apiVersion`, `kind`, and `metadata` first; then required ones,
    /// and then others, each sorted by name.
    var inManifests: [SiteAttribute] {
        let all =
            required.compactMap { SiteAttribute($0, .required) }
            + optional.compactMap { SiteAttribute($0, .optional) }
            + readOnly.compactMap { SiteAttribute($0, .readOnly) }
        return all.filter(\.isTypeMeta) + all.filter(\.isMetadata)
            + all.filter { !$0.isTypeMeta && !$0.isMetadata }
    }
}

extension SiteAttribute {
    fileprivate init?(_ attribute: PageAttribute, _ group: Group) {
        guard case .manifest(let key) = attribute.place else { return nil }
        // In Swift, these two are read-only.
        let isTypeMeta = attribute.builtInType != nil && group == .readOnly
        self.init(attribute: attribute, group: isTypeMeta ? .required : group, key: key)
    }

    /// Whether it is `apiVersion` or `kind` of the resource.
    fileprivate var isTypeMeta: Bool {
        attribute.builtInType != nil && ["apiVersion", "kind"].contains(key)
    }

    /// Whether it is `metadata` of the resource.
    fileprivate var isMetadata: Bool { attribute.builtInType != nil && key == "metadata" }
}
