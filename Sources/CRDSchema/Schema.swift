public import CRDValues
package import CRDYAML

/// A schema in a CustomResourceDefinition: `JSONSchemaProps` of `apiextensions.k8s.io/v1`.
///
/// An immutable class, because schemas are nested and large. The generator and the validator pass
/// them by reference.
public final class Schema: Sendable {
    /// The keywords of the schema.
    public let keywords: Keywords

    package init(_ keywords: consuming Keywords) {
        self.keywords = consume keywords
    }
}

extension Schema {
    /// The keywords of a schema, with the names of Kubernetes.
    ///
    /// Missing keywords are `nil` or empty.
    public struct Keywords: Sendable {
        /// `type`.
        ///
        /// A type that Kubernetes does not support is kept.
        public package(set) var type: Kind?
        /// `format`, such as `int64` or `date-time`.
        public package(set) var format: String?
        /// `description`.
        ///
        /// Schemas that are embedded in generated code have none.
        public package(set) var description: String?
        /// `enum`, the allowed values.
        public package(set) var enumeration: [JSONValue]?
        /// `nullable`: whether `null` is allowed.
        public package(set) var isNullable = false

        /// `properties`, in the order of the document.
        public package(set) var properties: [Property] = []
        /// `required`, the names of the required properties.
        public package(set) var required: [String] = []
        /// `additionalProperties`.
        public package(set) var additionalProperties: AdditionalProperties?

        /// `items`.
        ///
        /// Of a list of schemas, which Kubernetes rejects, the first is used.
        public package(set) var items: Schema?
        /// `uniqueItems`.
        public package(set) var uniqueItems = false

        /// `exclusiveMinimum`: whether `minimum` itself is excluded.
        public package(set) var exclusiveMinimum = false
        /// `exclusiveMaximum`: whether `maximum` itself is excluded.
        public package(set) var exclusiveMaximum = false

        /// `x-kubernetes-preserve-unknown-fields`.
        public package(set) var preservesUnknownFields = false
        /// `x-kubernetes-embedded-resource`: whether the value has its own apiVersion, kind and
        /// metadata.
        public package(set) var isEmbeddedResource = false
        /// `x-kubernetes-int-or-string`.
        public package(set) var isIntOrString = false

        /// The storage of ``rare``: zero or one element.
        ///
        /// Stored separately, because the generator creates, moves and frees hundreds of thousands
        /// of schemas.
        var storedRare: [Rare] = []

        /// Creates the keywords of a schema that allows everything.
        package init() {}
    }

    /// The value of `type`.
    public enum Kind: Hashable, Sendable {
        case object
        case array
        case string
        case integer
        case number
        case boolean
        /// A type that Kubernetes does not support. Generated code uses `JSONValue` for it.
        case other(String)
    }

    /// An entry of `properties`.
    public struct Property: Sendable {
        /// The exact key in manifests.
        public let name: String
        /// The schema of the value.
        public let schema: Schema
        /// The position of the name in the CRD.
        package let position: SourcePosition

        package init(name: String, schema: Schema, position: SourcePosition) {
            self.name = name
            self.schema = schema
            self.position = position
        }
    }

    /// The value of `additionalProperties`.
    public enum AdditionalProperties: Sendable {
        /// A Boolean: whether properties that are not listed are allowed.
        case allowed(Bool)
        /// The schema of properties that are not listed.
        case schema(Schema)
    }

    /// A CEL rule: an entry of `x-kubernetes-validations` (KEP-2876).
    public struct ValidationRule: Hashable, Sendable {
        /// `rule`, the expression that must be true.
        public package(set) var rule: String
        /// `message`, the message if the expression is false.
        public package(set) var message: String?
        /// `messageExpression`, an expression that returns the message.
        public package(set) var messageExpression: String?
        /// `reason`, such as `FieldValueInvalid`.
        public package(set) var reason: String?
        /// `fieldPath`, the path of the field for which the violation is reported.
        public package(set) var fieldPath: String?
        /// `optionalOldSelf`: whether the rule is also evaluated on creation.
        public package(set) var optionalOldSelf: Bool?

        /// Creates a rule.
        package init(rule: String) {
            self.rule = rule
        }
    }
}

extension Schema {
    /// A schema that allows any value and preserves unknown fields.
    package static let anything: Schema = {
        var keywords = Keywords()
        keywords.preservesUnknownFields = true
        return Schema(keywords)
    }()
}
