package import CRDYAML

/// A schema as a CustomResourceDefinition gives it: `JSONSchemaProps` of `apiextensions.k8s.io/v1`.
///
/// A class that never changes, because schemas nest in each other and are large: the generator and
/// the validator pass them round by reference.
public final class Schema: Sendable {
    /// The keywords of the schema.
    public let keywords: Keywords
    /// What validation derives from the schema; only the schema of a whole resource has it.
    package let derived: OnceReference?

    package init(_ keywords: consuming Keywords, derived: OnceReference? = nil) {
        self.keywords = consume keywords
        self.derived = derived
    }
}

extension Schema {
    /// Every keyword of a schema, under the name Kubernetes gives it; what is absent is `nil` or
    /// empty.
    public struct Keywords: Sendable {
        /// `type`; the word is kept even if Kubernetes knows no such type.
        public var type: Kind?
        /// `format`, such as `int64` or `date-time`.
        public var format: String?
        /// `description`; absent from schemas embedded in generated code.
        public var description: String?
        /// `enum`, the allowed values.
        public var enumeration: [JSONValue]?
        /// `nullable`: `null` is a value too.
        public var isNullable = false

        /// `properties`, in the order of the document.
        public var properties: [Property] = []
        /// `required`, the names of the properties that must be there.
        public var required: [String] = []
        /// `additionalProperties`.
        public var additionalProperties: AdditionalProperties?

        /// `items`; a list of schemas, which Kubernetes refuses, is read as its first.
        public var items: Schema?
        /// `uniqueItems`.
        public var uniqueItems = false

        /// `exclusiveMinimum`: whether `minimum` itself is excluded.
        public var exclusiveMinimum = false
        /// `exclusiveMaximum`: whether `maximum` itself is excluded.
        public var exclusiveMaximum = false

        /// `x-kubernetes-preserve-unknown-fields`.
        public var preservesUnknownFields = false
        /// `x-kubernetes-embedded-resource`: the value has apiVersion, kind and metadata of its own.
        public var isEmbeddedResource = false
        /// `x-kubernetes-int-or-string`.
        public var isIntOrString = false

        /// The storage of ``rare``: none or one element.
        ///
        /// Kept apart, as the generator makes, moves and frees hundreds of thousands of schemas.
        var storedRare: [Rare] = []

        /// Creates a schema that allows everything.
        public init() {}
    }

    /// The word under `type`.
    public enum Kind: Hashable, Sendable {
        case object
        case array
        case string
        case integer
        case number
        case boolean
        /// A word that Kubernetes does not know; any value is typed as JSON.
        case other(String)
    }

    /// One entry of `properties`.
    public struct Property: Sendable {
        /// The key in a manifest, exactly.
        public let name: String
        /// What its value must be.
        public let schema: Schema
        /// Where the name stands in the CRD.
        package let position: SourcePosition

        package init(name: String, schema: Schema, position: SourcePosition) {
            self.name = name
            self.schema = schema
            self.position = position
        }
    }

    /// The value of `additionalProperties`.
    public enum AdditionalProperties: Sendable {
        /// `true` or `false`: whether properties that are not listed are allowed.
        case allowed(Bool)
        /// Properties that are not listed have this schema.
        case schema(Schema)
    }

    /// One entry of `x-kubernetes-validations` (KEP-2876).
    public struct ValidationRule: Hashable, Sendable {
        /// `rule`, the expression that must be true.
        public var rule: String
        /// `message`, shown when it is not.
        public var message: String?
        /// `messageExpression`, an expression that makes the message.
        public var messageExpression: String?
        /// `reason`, such as `FieldValueInvalid`.
        public var reason: String?
        /// `fieldPath`, the place that the violation is reported at.
        public var fieldPath: String?
        /// `optionalOldSelf`: whether the rule is checked on creation too.
        public var optionalOldSelf: Bool?

        /// Creates a rule.
        public init(rule: String) {
            self.rule = rule
        }
    }
}

extension Schema {
    /// The schema that allows and keeps everything.
    package static let anything: Schema = {
        var keywords = Keywords()
        keywords.preservesUnknownFields = true
        return Schema(keywords)
    }()
}
