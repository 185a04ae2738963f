import CRDRuntime

extension Violation.Reason {
    /// Whether the server skips CEL rules after such a violation (`hasBlockingErr` of
    /// apiextensions-apiserver, pkg/registry/customresource).
    var blocksRules: Bool {
        switch self {
        case .required, .typeInvalid, .notSupported, .tooLong, .tooMany: true
        case .invalid, .duplicate, .forbidden, .internalError: false
        }
    }
}
