/// How much a reference page says.
package enum PageDetail: String, CaseIterable, Sendable {
    /// What the Terraform provider's pages hold, and nothing else.
    case plain
    /// Also what a value must be: limits, defaults, rules, Swift types and the facts of the CRD.
    case full
}
