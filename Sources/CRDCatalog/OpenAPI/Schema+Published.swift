import CRDSchema

extension Schema {
    /// The schema of a CRD as a document of OpenAPI version 2 shows it.
    ///
    /// The server leaves out the type of values that can be null or have unknown fields, with their
    /// properties and elements (apiextensions-apiserver v0.36, `ToStructuralOpenAPIV2`). Such values
    /// can be anything; `required` of their fields remains, and is ignored.
    var allowingValuesWithoutType: Schema {
        var keywords = keywords
        guard keywords.type != nil || keywords.isIntOrString else {
            var unknown = Keywords()
            unknown.description = keywords.description
            unknown.isNullable = true
            unknown.preservesUnknownFields = true
            return Schema(unknown)
        }
        keywords.replaceNested(with: \.allowingValuesWithoutType)
        return Schema(keywords)
    }

    /// The schema, which also allows unknown fields.
    var allowingUnknownFields: Schema {
        var keywords = keywords
        keywords.preservesUnknownFields = true
        return Schema(keywords)
    }
}
