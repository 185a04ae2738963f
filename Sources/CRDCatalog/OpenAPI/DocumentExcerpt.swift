import CRDDefinitionValidity
import CRDRuntime
import CRDValues
package import CRDYAML

/// The part of an OpenAPI document that some kinds of one group and version need.
///
/// It is an OpenAPI document of the same version, without descriptions.
package struct DocumentExcerpt: Sendable {
    /// The name of the file, such as `apps_v1.openapi`.
    package let fileName: String
    /// The group and version, such as `apps/v1`.
    package let apiVersion: String
    /// The names of the kinds, sorted.
    package let kinds: [String]
    /// The text, with a line for each path and each definition.
    package let text: String

    /// The extension of files with excerpts.
    ///
    /// It isn't `json`, so that a command such as `kubectl apply -f crds` doesn't read them.
    package static let fileExtension = "openapi"
}

extension OpenAPIDocuments {
    /// Returns the excerpts for some kinds, one for each group and version, sorted by them.
    ///
    /// - Parameters:
    ///   - names: Kinds such as `Deployment`, `deployments`, `deploy`, or `apps/v1/Deployment`; if it
    ///     is empty, all kinds of objects that can be created.
    ///   - diagnostics: Receives the errors in the definitions of these kinds; if there are any, the
    ///     excerpts are incomplete.
    ///   - kept: More kinds that are included if the documents have them, by file name.
    /// - Returns: The excerpts.
    /// - Throws: `Diagnostic` for a name that no kind has, if several documents have the kinds of one
    ///   group and version, and the errors of `kept`.
    package func excerpts(
        of names: [String],
        _ diagnostics: inout [Diagnostic],
        keeping kept: (_ fileName: String) throws(Diagnostic) -> [String] = { _ in [] }
    ) throws(Diagnostic) -> [DocumentExcerpt] {
        let versions = Dictionary(grouping: try kinds(named: names), by: \.excerptName)
        return try versions.sorted { $0.key < $1.key }.map { version throws(Diagnostic) in
            let (fileName, kinds) = version
            let document = try onlyDocument(of: kinds)
            let earlier = Set(try kept(fileName))
            let others = document.creatableKinds.filter {
                $0.excerptName == fileName && earlier.contains($0.kind)
            }
            let all = Set(kinds).union(others).sorted { $0.kind < $1.kind }
            diagnostics += all.flatMap { DocumentCheck.errors(in: $0, of: document) }
            return document.excerpt(of: all)
        }
    }

    /// Returns the kinds with some names; all kinds if there are no names.
    private func kinds(named names: [String]) throws(Diagnostic) -> Set<GroupVersionKind> {
        if names.isEmpty { return Set(documents.flatMap(\.creatableKinds)) }
        var chosen: Set<GroupVersionKind> = []
        for name in names {
            let lowercased = name.lowercased()
            let found = documents.flatMap { document in
                document.creatableKinds.filter {
                    document.isName(lowercased, of: $0)
                        || lowercased == "\($0.apiVersion)/\($0.kind)".lowercased()
                }
            }
            if found.isEmpty {
                let question = NearestName.question(name, among: kindNames)
                let message = "has no kind '\(name.excerpt)'\(question)"
                throw Diagnostic(.error, message, file: documents.first?.file)
            }
            chosen.formUnion(found)
        }
        return chosen
    }

    /// Returns the document with some kinds of one group and version.
    ///
    /// - Throws: `Diagnostic` if some of them are only in another document.
    private func onlyDocument(of kinds: [GroupVersionKind]) throws(Diagnostic) -> OpenAPIDocument {
        let document = documents.first { document in
            kinds.allSatisfy { document.kinds[$0] != nil && document.createsObjects(of: $0) }
        }
        if let document { return document }
        let message = "several documents have kinds of \(kinds[0].apiVersion), expected one"
        throw Diagnostic(.error, message, file: documents.first?.file)
    }

    /// The names of the kinds of objects that can be created, sorted.
    package var kindNames: [String] {
        Set(documents.flatMap(\.creatableKinds).map(\.kind)).sorted()
    }
}

extension OpenAPIDocument {
    /// The kinds of objects that can be created, in no order.
    package var creatableKinds: [GroupVersionKind] { kinds.keys.filter(createsObjects) }

    fileprivate func excerpt(of kinds: [GroupVersionKind]) -> DocumentExcerpt {
        let names = kinds.map(\.kind)
        let first = kinds[0]
        return DocumentExcerpt(
            fileName: first.excerptName,
            apiVersion: first.apiVersion,
            kinds: names,
            text: text(of: kinds)
        )
    }
}

// MARK: - Text

extension OpenAPIDocument {
    private func text(of kinds: [GroupVersionKind]) -> String {
        let title = "An excerpt for \(kinds[0].apiVersion), written by 'crdgen add --openapi'"
        var info = JSONObject()
        info["title"] = .string(title)
        info["version"] = .string(clusterVersion)
        let lines = [
            isVersion3 ? #""openapi": "3.0.0","# : #""swagger": "2.0","#,
            "\"info\": \(GoText.json(.object(info))),",
            "\"paths\": {",
        ]
        let open = isVersion3 ? "\"components\": {\"schemas\": {" : "\"definitions\": {"
        return "{\n" + lines.joined(separator: "\n") + "\n" + Self.text(of: keptPaths(of: kinds))
            + "},\n" + open + "\n" + Self.text(of: keptDefinitions(of: kinds))
            + (isVersion3 ? "}}\n}\n" : "}\n}\n")
    }

    private static func text(of members: [String: JSONValue]) -> String {
        let lines = members.sorted { $0.key < $1.key }.map { key, value in
            "\(GoText.json(.string(key))): \(GoText.json(value))"
        }
        return lines.joined(separator: ",\n") + (lines.isEmpty ? "" : "\n")
    }

    /// Returns the paths that show the names, the scope, and the subresources of kinds.
    private func keptPaths(of kinds: [GroupVersionKind]) -> [String: JSONValue] {
        var kept: [String: JSONValue] = [:]
        for kind in kinds {
            guard let resource = resource(of: kind) else { continue }
            let scope = resource.isNamespaced ? "namespaces/{namespace}/" : ""
            let path = "\(kind.pathPrefix)\(scope)\(resource.plural)"
            kept[path] = ["post": ["x-kubernetes-group-version-kind": kind.json]]
            if resource.hasStatusSubresource { kept["\(path)/{name}/status"] = [:] }
        }
        return kept
    }

    /// Returns the definitions of kinds, and those to which they refer.
    private func keptDefinitions(of kinds: [GroupVersionKind]) -> [String: JSONValue] {
        var kept: [String: JSONValue] = [:]
        var pending = kinds.compactMap { self.kinds[$0] }
        while let name = pending.popLast() {
            guard kept[name] == nil, let node = node(ofDefinition: name),
                let value = try? JSONValue(node)
            else { continue }
            var definition = value.withoutDescriptions
            if case .object = definition {
                let own = kinds.filter { self.kinds[$0] == name }
                let key = "x-kubernetes-group-version-kind"
                definition[key] = own.isEmpty ? nil : .array(own.map(\.json))
            }
            kept[name] = definition
            pending += node.allReferencedDefinitions
        }
        return kept
    }
}

extension GroupVersionKind {
    /// Group and version, such as `apps/v1`.
    fileprivate var apiVersion: String {
        KindName(group: group, kind: kind).apiVersion(version)
    }

    /// The name of the file with the excerpt.
    fileprivate var excerptName: String {
        let prefix = group.isEmpty ? "" : "\(group)_"
        return "\(prefix)\(version).\(DocumentExcerpt.fileExtension)"
    }

    fileprivate var json: JSONValue {
        ["group": .string(group), "kind": .string(kind), "version": .string(version)]
    }
}

extension Node {
    /// The names of all definitions to which a schema refers, at any depth.
    fileprivate var allReferencedDefinitions: [String] {
        var names: [String] = []
        var pending = [self]
        while let node = pending.popLast() {
            if let name = node.referencedDefinition { names.append(name) }
            pending += node.items + node.pairs.map(\.value)
        }
        return names
    }
}

extension JSONValue {
    /// A schema without descriptions, in it and in the schemas below it.
    fileprivate var withoutDescriptions: JSONValue {
        guard case .object(let schema) = self else { return self }
        var result = JSONObject()
        for (key, value) in schema {
            switch (key, value) {
            case ("description", .string): break
            case ("properties", .object(let properties)):
                let members = properties.map { ($0.key, $0.value.withoutDescriptions) }
                result[key] = .object(JSONObject(members))
            case ("items", .object), ("additionalProperties", .object), ("not", .object):
                result[key] = value.withoutDescriptions
            case ("allOf", .array(let schemas)), ("anyOf", .array(let schemas)),
                ("oneOf", .array(let schemas)):
                result[key] = .array(schemas.map(\.withoutDescriptions))
            default: result[key] = value
            }
        }
        return .object(result)
    }
}
