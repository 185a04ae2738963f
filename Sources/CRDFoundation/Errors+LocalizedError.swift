public import CRDRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

// Without these, 'localizedDescription' would name the type of an error and not what is wrong.

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
