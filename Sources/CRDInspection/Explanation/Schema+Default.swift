import CRDSchema
import CRDValues

extension Schema {
    /// The default; the server ignores `default: null`.
    var usableDefault: JSONValue? {
        keywords.rare.defaultValue == .null ? nil : keywords.rare.defaultValue
    }
}
