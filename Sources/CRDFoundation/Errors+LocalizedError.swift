public import CRDRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

// Without these, 'localizedDescription' would contain the type of an error instead of its message.

extension Diagnostic: LocalizedError {
    /// The description.
    public var errorDescription: String? { description }
}

extension InvalidResource: LocalizedError {
    /// The description.
    public var errorDescription: String? { description }
}

extension ManifestError: LocalizedError {
    /// The description.
    public var errorDescription: String? { description }
}
