import CRDJSON
import CRDParsing
import CRDRuntime
import CRDYAML

/// Reads the body of a response.
///
/// Unknown fields are ignored, because a newer server or CRD may have them.
struct ResponseReader {
    let root: Node
    let status: Int
    private let documents: ManifestDocuments

    /// - Throws: `APIError` if the body is not a JSON object, or is the `Status` of a failure.
    init(_ body: [UInt8], status: Int) throws(APIError) {
        self.status = status
        do throws(JSONReader.Failure) {
            root = try JSONReader.read(body, file: "response", duplicateRule: .lastCounts)
        } catch {
            throw APIError(unreadable: [error.diagnostic], status: status, body: body)
        }
        documents = ManifestDocuments([root], file: root.file, .ignore)
        if isStatus, root.value(of: "status") == "Failure" {
            throw APIError(status: root, httpStatus: status)
        }
    }

    /// Whether the body is a `Status`.
    var isStatus: Bool {
        root.value(of: "kind") == "Status" && root.value(of: "apiVersion") == "v1"
    }

    /// Reads an object.
    ///
    /// - Throws: `APIError` with all problems.
    func read<Object: KubernetesObject>(
        _ type: Object.Type,
        from node: Node,
        at path: [NodeStep] = []
    ) throws(APIError) -> Object {
        var list = DiagnosticList()
        let object = documents.read(type, from: node, at: path, &list)
        try check(list)
        return object
    }

    /// Reads the items of a list.
    ///
    /// Items may have no `apiVersion` and `kind`, as those of kinds that are part of Kubernetes.
    ///
    /// - Throws: `APIError` with all problems of all items.
    func readItems<R: Resource>(_ type: R.Type, of items: Node) throws(APIError) -> [R] {
        if items.isNull { return [] }
        guard items.kind == .sequence else {
            throw unreadable("expected a list of items, found \(items.found)", at: items)
        }
        var list = DiagnosticList()
        var objects: [R] = []
        objects.reserveCapacity(items.count)
        for (position, item) in items.items.enumerated() {
            let path: [NodeStep] = [.key("items"), .index(position)]
            objects.append(documents.read(type, from: item, at: path, impliesKind: true, &list))
        }
        try check(list)
        return objects
    }

    /// Returns the error for a problem of the body.
    func unreadable(_ message: String, at node: Node) -> APIError {
        APIError(unreadable: [node.diagnostic(.error, message)], status: status)
    }

    private func check(_ list: DiagnosticList) throws(APIError) {
        // Most responses have no problems, which then need no sorting.
        if list.errorCount == 0 { return }
        do throws(ManifestError) {
            _ = try list.warnings()
        } catch {
            throw APIError(unreadable: error.diagnostics, status: status)
        }
    }
}

extension KubernetesObject {
    /// Reads the object in the body of a response.
    static func read(_ body: [UInt8], status: Int) throws(APIError) -> Self {
        let response = try ResponseReader(body, status: status)
        return try response.read(Self.self, from: response.root)
    }
}

extension Node {
    /// Returns the text of a field; `nil` if there is no such field, or if it is not a scalar, is
    /// `null`, or is empty.
    func value(of key: String) -> String? {
        guard let node = self[key], node.kind == .scalar, !node.isNull else { return nil }
        return node.text.isEmpty ? nil : node.text
    }
}
