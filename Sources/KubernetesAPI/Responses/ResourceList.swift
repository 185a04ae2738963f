import CRDRuntime
import CRDYAML

/// A list of resources, or a page of one (`metav1.ListMeta` and the items).
public struct ResourceList<R: Resource>: Sendable {
    /// The resources, in the order of the server: by namespace and name.
    public let items: [R]
    /// The version of the list, from which a watch continues.
    public let resourceVersion: String
    /// The token for the next page; `nil` if this is the last one.
    public let continueToken: String?
    /// The number of items after this page; `nil` if the server does not know it, as with selectors.
    public let remainingItemCount: Int?

    static func read(_ body: [UInt8], status: Int) throws(APIError) -> ResourceList {
        let response = try ResponseReader(body, status: status)
        return try ResourceList(response)
    }

    private init(_ response: ResponseReader) throws(APIError) {
        guard let items = response.root["items"] else {
            throw response.unreadable("required field 'items' is missing", at: response.root)
        }
        self.items = try response.readItems(R.self, of: items)
        let metadata = response.root["metadata"]
        resourceVersion = metadata?.value(of: "resourceVersion") ?? ""
        continueToken = metadata?.value(of: "continue")
        remainingItemCount = metadata?.value(of: "remainingItemCount").flatMap { Int($0) }
    }
}
