import CRDGeneratorCore
import CRDValidation
import CRDValues
import CRDYAML

/// An OpenAPI document of a cluster: version 3 of one group and version, as
/// `kubectl get --raw /openapi/v3/apis/apps/v1` prints it, or version 2 of the whole cluster, as
/// `kubectl get --raw /openapi/v2` prints it.
///
/// Only the kinds and names are read at once; a definition is read when an object needs it.
package struct OpenAPIDocument: Sendable {
    /// A resource that the API server creates objects of.
    struct Resource {
        /// The last part of the path, such as `deployments`.
        let plural: String
        let isNamespaced: Bool
        let hasStatusSubresource: Bool
    }

    /// The text before the name of a definition in a reference.
    static let referencePrefixes = ["#/components/schemas/", "#/definitions/"]

    let outline: JSONOutline
    private let source: DocumentSource
    /// Whether the document is one of version 3, and not of version 2.
    let isVersion3: Bool
    /// The definitions by name.
    let definitions: [String: Range<Int>]
    /// The names of the definitions of kinds.
    package let kinds: [GroupVersionKind: String]
    /// The paths of the server, with their operations.
    let paths: [JSONOutline.Member]
    /// The version of the cluster, such as `v1.35.0`; empty if it is unknown.
    let clusterVersion: String

    /// The path of the file.
    package var file: String { outline.file }

    /// Reads the documents of a text: of JSON, one after the other, or the documents of YAML.
    ///
    /// - Parameter input: The file.
    /// - Returns: The documents, at least one.
    /// - Throws: `Diagnostic` if a part of the text is not an OpenAPI document with definitions.
    static func documents(in input: Generator.Input) throws(Diagnostic) -> [OpenAPIDocument] {
        try DocumentSource.all(in: input).map { source throws(Diagnostic) in
            try OpenAPIDocument(source)
        }
    }

    /// Reads the documents of a file in a folder; `nil` for a file of another program.
    ///
    /// - Throws: `Diagnostic` for a file that is empty or not valid JSON or YAML, and would be a
    ///   document by its name or content.
    static func documents(
        ifPresentIn input: Generator.Input
    ) throws(Diagnostic) -> [OpenAPIDocument]? {
        do throws(Diagnostic) {
            return try documents(in: input)
        } catch  where Self.isDamaged(input, error) {
            throw error
        } catch {
            return nil
        }
    }

    /// Whether a file that isn't a document was probably one, such as after a failed download.
    private static func isDamaged(_ input: Generator.Input, _ error: Diagnostic) -> Bool {
        let isJSON = input.path.hasSuffix(".json")
        // Only errors of the syntax, and those after the first document, have a location.
        if error.position == nil { return isJSON && input.bytes.isEmpty }
        let text = String(decoding: input.bytes, as: UTF8.self)
        return isJSON || ["openapi:", "swagger:"].contains { text.contains($0) }
    }

    private init(_ source: DocumentSource) throws(Diagnostic) {
        let outline = source.outline
        self.source = source
        self.outline = outline
        let parts = Dictionary(source.members.map { ($0.key, $0.value) }) { $1 }
        let schemas = parts["components"].flatMap {
            $0.isEmpty ? nil : outline.value(of: "schemas", in: $0)
        }
        guard let range = schemas ?? parts["definitions"], let found = outline.members(of: range)
        else { throw source.noDefinitions(hasPaths: parts["paths"] != nil) }
        isVersion3 = schemas != nil
        definitions = Dictionary(found.map { ($0.key, $0.value) }) { $1 }
        kinds = Self.kinds(of: found, in: outline)
        paths = parts["paths"].flatMap { outline.members(of: $0) } ?? []
        clusterVersion =
            parts["info"].flatMap { outline.node(in: $0) }?.word("version") ?? ""
    }

    private static func kinds(
        of definitions: [JSONOutline.Member],
        in outline: JSONOutline
    ) -> [GroupVersionKind: String] {
        var kinds: [GroupVersionKind: String] = [:]
        for definition in definitions {
            let key = "x-kubernetes-group-version-kind"
            guard let range = outline.value(of: key, in: definition.value),
                let node = outline.node(in: range)
            else { continue }
            for kind in node.items.compactMap(GroupVersionKind.init) {
                kinds[kind] = definition.key
            }
        }
        return kinds
    }
}

extension OpenAPIDocument {
    /// Returns the node of a definition; `nil` if there is none, or if it is not valid JSON.
    func node(ofDefinition name: String) -> Node? {
        definitions[name].flatMap { outline.node(in: $0) }
    }

    /// Reads the whole text, for source locations.
    ///
    /// - Returns: The node with all definitions.
    /// - Throws: `Diagnostic` if a definition is not valid JSON.
    func definitionsNode() throws(Diagnostic) -> Node? {
        let document = try source.node()
        return isVersion3 ? document?["components"]?["schemas"] : document?["definitions"]
    }

    /// Returns the resource of a kind; `nil` if the server creates no objects of the kind.
    func resource(of kind: GroupVersionKind) -> Resource? {
        let prefix = kind.pathPrefix
        for path in paths where path.key.hasPrefix(prefix) {
            var steps = path.key.dropFirst(prefix.count).split(separator: "/")
            let isNamespaced = steps.starts(with: ["namespaces", "{namespace}"]) && steps.count > 2
            if isNamespaced { steps.removeFirst(2) }
            guard steps.count == 1, isCreating(kind, at: path) else { continue }
            let status = "\(path.key)/{name}/status"
            return Resource(
                plural: String(steps[0]),
                isNamespaced: isNamespaced,
                hasStatusSubresource: paths.contains { $0.key == status }
            )
        }
        return nil
    }

    /// Whether the server creates objects of a kind.
    ///
    /// Without paths, it does so for every kind that is neither a list nor an option of requests.
    package func createsObjects(of kind: GroupVersionKind) -> Bool {
        if !paths.isEmpty { return resource(of: kind) != nil }
        guard let name = kinds[kind], let definition = definitions[name] else { return false }
        // Such as `DeleteOptions` and `WatchEvent`, which each group and version has.
        if name.hasPrefix("io.k8s.apimachinery.pkg.apis.meta.") { return false }
        let metadata = outline.value(of: "properties", in: definition).flatMap { properties in
            outline.value(of: "metadata", in: properties).flatMap { outline.node(in: $0) }
        }
        return metadata?.referencedDefinition?.hasSuffix(".ListMeta") != true
    }

    /// Whether objects of a kind are created with a request to a path.
    private func isCreating(_ kind: GroupVersionKind, at path: JSONOutline.Member) -> Bool {
        guard let post = outline.value(of: "post", in: path.value),
            let range = outline.value(of: "x-kubernetes-group-version-kind", in: post),
            let node = outline.node(in: range)
        else { return false }
        return GroupVersionKind(node) == kind
    }
}
