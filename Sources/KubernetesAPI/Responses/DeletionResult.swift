import CRDRuntime

/// The result of a deletion.
public enum DeletionResult<R: Resource>: Sendable {
    /// The resource is deleted.
    case deleted(uid: String?)
    /// The resource is deleted after its finalizers have run, or after its graceful shutdown.
    ///
    /// It has a `metadata.deletion_timestamp`.
    case deleting(R)

    static func read(_ body: [UInt8], status: Int) throws(APIError) -> DeletionResult {
        let response = try ResponseReader(body, status: status)
        if response.isStatus { return .deleted(uid: response.root["details"]?.value(of: "uid")) }
        return .deleting(try response.read(R.self, from: response.root))
    }
}
