package import CRDParsing
package import CRDRuntime
import CRDYAML

/// The resource in the body of a request, with the duplicate keys of its text.
package struct RequestBody: Sendable {
    /// The resource.
    ///
    /// It has the last value of duplicate keys.
    package let value: JSONValue
    /// The duplicate keys, with the paths of the server: `spec.ports[0].name`.
    package let duplicateFields: [String]

    /// Reads JSON.
    ///
    /// - Throws: `JSONReader.Failure` if the text is not JSON.
    package init(json: [UInt8], file: String) throws(JSONReader.Failure) {
        let root = try JSONReader.read(json, file: file, duplicateRule: .kept)
        do throws(Diagnostic) {
            value = try JSONValue(root)
        } catch {
            throw .content(error)
        }
        if let diagnostic = root.infiniteNumber { throw .content(diagnostic) }
        var finder = DuplicateFields()
        finder.search(root)
        duplicateFields = finder.found
    }
}

extension ResourceValidator {
    /// Returns the response of the server to the creation of the resource.
    package func create(
        _ body: RequestBody,
        fieldValidation: FieldValidation,
        namespace: String?
    ) -> ServerResponse {
        result(
            ofCreating: body.value,
            duplicates: body.duplicateFields.map { .duplicate($0) },
            fieldValidation,
            namespace: namespace
        ).response
    }

    /// Returns the response of the server to an update of a resource.
    package func update(
        _ body: RequestBody,
        of stored: JSONValue,
        fieldValidation: FieldValidation
    ) -> ServerResponse {
        result(
            ofUpdating: body.value,
            of: stored,
            duplicates: body.duplicateFields.map { .duplicate($0) },
            fieldValidation
        ).response
    }

    /// Returns the response of the server to a change of `status`.
    package func updateStatus(
        _ body: RequestBody,
        of stored: JSONValue,
        fieldValidation: FieldValidation
    ) -> ServerResponse {
        result(
            ofUpdatingStatus: body.value,
            of: stored,
            duplicates: body.duplicateFields.map { .duplicate($0) },
            fieldValidation
        ).response
    }
}

extension Node {
    /// The error of the server about a number that float64 cannot represent; `nil` if there is
    /// none.
    var infiniteNumber: Diagnostic? {
        // A list of the remaining values instead of recursion.
        var pending = [self]
        while let node = pending.popLast() {
            switch node.kind {
            case .sequence: pending += node.items.reversed()
            case .mapping: pending += node.pairs.reversed().map(\.value)
            case .scalar:
                guard node.style == .plain,
                    JSONNumber(node.text)?.double.isFinite == false
                else { continue }
                let message = "cannot unmarshal number \(node.text) into Go value of type float64"
                return node.diagnostic(.error, "json: \(message)")
            }
        }
        return nil
    }
}

/// Finds duplicate keys, in the order of the text (sigs.k8s.io/json, `UnmarshalStrict`).
private struct DuplicateFields {
    private(set) var found: [String] = []
    private var names: Set<String> = []
    private var path = ValuePath()

    mutating func search(_ node: Node) {
        switch node.kind {
        case .scalar: break
        case .sequence:
            for (index, item) in node.items.enumerated() {
                path.push(.index(index))
                search(item)
                path.pop()
            }
        case .mapping:
            var seen: Set<[UInt8]> = []
            for pair in node.pairs {
                path.push(.property(pair.key))
                if !seen.insert(Array(pair.key.utf8)).inserted {
                    let name = path.inUnknownFields
                    if names.insert(name).inserted { found.append(name) }
                }
                search(pair.value)
                path.pop()
            }
        }
    }
}
