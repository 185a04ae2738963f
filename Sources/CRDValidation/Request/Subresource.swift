/// A subresource that is updated by requests of its own.
package enum Subresource: String, CaseIterable, Sendable {
    case status
}
