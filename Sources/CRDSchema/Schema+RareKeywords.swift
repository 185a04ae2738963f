public import CRDValues

extension Schema.Keywords {
    /// Keywords that few schemas have, such as `minimum` and `pattern`.
    public struct Rare: Sendable {
        /// `title`.
        public package(set) var title: String?
        /// `default`.
        public package(set) var defaultValue: JSONValue?
        /// `example`.
        public package(set) var example: JSONValue?

        /// `minProperties`.
        public package(set) var minProperties: Int?
        /// `maxProperties`.
        public package(set) var maxProperties: Int?
        /// `minItems`.
        public package(set) var minItems: Int?
        /// `maxItems`.
        public package(set) var maxItems: Int?
        /// `minLength`, in Unicode scalars.
        public package(set) var minLength: Int?
        /// `maxLength`, in Unicode scalars.
        public package(set) var maxLength: Int?
        /// `pattern`, in the syntax of RE2.
        ///
        /// It matches anywhere in a string.
        public package(set) var pattern: String?
        /// `minimum`.
        public package(set) var minimum: JSONNumber?
        /// `maximum`.
        public package(set) var maximum: JSONNumber?
        /// `multipleOf`.
        public package(set) var multipleOf: JSONNumber?

        /// `allOf`.
        public package(set) var allOf: [Schema] = []
        /// `anyOf`.
        public package(set) var anyOf: [Schema] = []
        /// `oneOf`.
        public package(set) var oneOf: [Schema] = []
        /// `not`.
        public package(set) var not: Schema?

        /// `x-kubernetes-list-type`: `atomic`, `set` or `map`.
        public package(set) var listType: String?
        /// `x-kubernetes-list-map-keys`.
        public package(set) var listMapKeys: [String] = []
        /// `x-kubernetes-map-type`: `granular` or `atomic`.
        public package(set) var mapType: String?
        /// `x-kubernetes-validations`, the CEL rules.
        public package(set) var validations: [Schema.ValidationRule] = []

        /// The definition of an OpenAPI document that the schema is read from.
        package var definition: Schema.Definition?

        fileprivate static let none = Rare()
    }

    /// The keywords that few schemas have.
    ///
    /// Reading one of them does not copy the others.
    public package(set) var rare: Rare {
        _read {
            if storedRare.isEmpty { yield Rare.none } else { yield storedRare[0] }
        }
        _modify {
            if storedRare.isEmpty { storeRare() }
            yield &storedRare[0]
        }
    }

    /// Creates the storage of ``rare``; not inlined, because each keyword has a call.
    @inline(never)
    private mutating func storeRare() {
        storedRare = [Rare()]
    }
}
