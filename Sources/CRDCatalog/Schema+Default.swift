package import CRDSchema
package import CRDValues

extension Schema {
    /// The default; the server ignores `default: null`.
    package var usableDefault: JSONValue? {
        keywords.rare.defaultValue == .null ? nil : keywords.rare.defaultValue
    }
}
