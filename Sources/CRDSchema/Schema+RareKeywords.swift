public import CRDValues

extension Schema.Keywords {
    /// Keywords that few schemas have, such as `minimum` and `pattern`.
    public struct Rare: Sendable {
        /// `title`.
        public var title: String?
        /// `default`.
        public var defaultValue: JSONValue?
        /// `example`.
        public var example: JSONValue?

        /// `minProperties`.
        public var minProperties: Int?
        /// `maxProperties`.
        public var maxProperties: Int?
        /// `minItems`.
        public var minItems: Int?
        /// `maxItems`.
        public var maxItems: Int?
        /// `minLength`, in Unicode scalars.
        public var minLength: Int?
        /// `maxLength`, in Unicode scalars.
        public var maxLength: Int?
        /// `pattern`, in the syntax of RE2.
        ///
        /// It matches anywhere in a string.
        public var pattern: String?
        /// `minimum`.
        public var minimum: JSONNumber?
        /// `maximum`.
        public var maximum: JSONNumber?
        /// `multipleOf`.
        public var multipleOf: JSONNumber?

        /// `allOf`.
        public var allOf: [Schema] = []
        /// `anyOf`.
        public var anyOf: [Schema] = []
        /// `oneOf`.
        public var oneOf: [Schema] = []
        /// `not`.
        public var not: Schema?

        /// `x-kubernetes-list-type`: `atomic`, `set` or `map`.
        public var listType: String?
        /// `x-kubernetes-list-map-keys`.
        public var listMapKeys: [String] = []
        /// `x-kubernetes-map-type`: `granular` or `atomic`.
        public var mapType: String?
        /// `x-kubernetes-validations`, the CEL rules.
        public var validations: [Schema.ValidationRule] = []

        fileprivate static let none = Rare()
    }

    /// The keywords that few schemas have.
    ///
    /// Reading one of them does not copy the others.
    public var rare: Rare {
        _read {
            if storedRare.isEmpty { yield Rare.none } else { yield storedRare[0] }
        }
        _modify {
            if storedRare.isEmpty { storedRare.append(Rare()) }
            yield &storedRare[0]
        }
    }
}
