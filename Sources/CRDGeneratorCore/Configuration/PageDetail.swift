/// The detail of reference pages.
package enum PageDetail: String, CaseIterable, Sendable {
    /// Only the content of the Terraform provider's pages.
    case plain
    /// In addition, limits, defaults, CEL rules, Swift types, and properties of the CRD.
    case full
}
