package import CRDGeneratorCore
import CRDLibYAML
import CRDParsing
package import CRDRuntime
import CRDValidation
import CRDValues
package import CRDYAML

/// Validates the objects of manifests as the API server does at their creation, with their CRDs and
/// without generated code.
///
/// A text can have documents of any kind. The items of a `List`, and of the list kind of a known
/// kind, are objects of their own, as for `kubectl`. CRDs are validated too.
package struct ManifestCheck: Sendable {
    private(set) var kinds: KnownKinds
    private let fieldValidation: FieldValidation
    /// The objects, in the order of the texts.
    package private(set) var objects: [CheckedObject] = []
    /// The notes about all objects of a kind in a file, with the source location of the first
    /// object.
    ///
    /// They report that the server would reject the CRD.
    package private(set) var notes: [Diagnostic] = []
    /// The keys of the notes so far, so that each is added once.
    private var noted: Set<String> = []

    /// Creates a check.
    ///
    /// - Parameters:
    ///   - kinds: The kinds that are checked.
    ///   - fieldValidation: The handling of unknown fields and duplicate keys.
    package init(_ kinds: KnownKinds, fieldValidation: FieldValidation = .strict) {
        self.kinds = kinds
        self.fieldValidation = fieldValidation
    }

    /// Validates the objects of some files; CRDs in these files define kinds for all of them.
    ///
    /// - Parameter inputs: The files.
    package mutating func check(_ inputs: [Generator.Input]) {
        let texts = inputs.map(Self.documents)
        var own = KnownKinds()
        for text in texts {
            // Errors in CRDs are reported when the CRDs are validated below.
            for document in (try? text.get()) ?? [] { own.add(document) }
        }
        kinds.replace(with: own)
        for (input, text) in zip(inputs, texts) {
            switch text {
            case .success(let documents):
                for document in documents { check(document) }
            case .failure(let diagnostic):
                objects.append(CheckedObject(unreadable: diagnostic, in: input.path))
            }
        }
    }

    private static func documents(of input: Generator.Input) -> Result<[Node], Diagnostic> {
        do throws(Diagnostic) {
            let documents = try Node.parse(
                input.bytes,
                file: input.path,
                duplicateRule: .lastCounts
            )
            return .success(documents.filter { !$0.isNull })
        } catch {
            return .failure(error)
        }
    }

    /// The API version and kind of an object, from its own fields or from the list that contains
    /// it.
    private struct Identity {
        let name: KnownKinds.Name
        let version: String
        var isImplied = false
    }

    private mutating func check(_ document: Node, in list: Identity? = nil) {
        guard document.kind == .mapping else {
            let message = "expected an object with 'apiVersion' and 'kind', found \(document.found)"
            return add(document, nil, .unreadable(document.diagnostic(.error, message)))
        }
        guard let identity = identity(of: document, in: list) else {
            let name = document.word("kind").isEmpty ? "Kind" : "apiVersion"
            let node = document[name.lowercased()] ?? document[name] ?? document
            let error = node.diagnostic(.error, "Object '\(name)' is missing")
            return add(document, nil, .unreadable(error))
        }
        if identity.name == KnownKinds.Name(group: "", kind: "List") {
            checkItems(of: document, nil)
        } else if identity.name == .definitionList {
            let version = identity.version
            checkItems(of: document, Identity(name: .definition, version: version, isImplied: true))
        } else if let element = kinds.element(ofList: identity.name), document["items"] != nil {
            let version = identity.version
            checkItems(of: document, Identity(name: element, version: version, isImplied: true))
        } else if identity.name == .definition {
            let duplicates = document.duplicateKeys.map(\.diagnostic)
            let validity = CRDValidity(document, impliesKind: identity.isImplied)
            add(document, identity, .definition(validity, duplicates: duplicates))
        } else {
            checkResource(document, identity)
        }
    }

    /// Returns the API version and kind of an object; `nil` if they are missing.
    private func identity(of document: Node, in list: Identity?) -> Identity? {
        let kind = document.word("kind")
        let apiVersion = document.word("apiVersion")
        if let list, kind.isEmpty, apiVersion.isEmpty { return list }
        if kind.isEmpty || apiVersion.isEmpty { return nil }
        let parts = apiVersion.split(
            separator: "/",
            maxSplits: 1,
            omittingEmptySubsequences: false
        ).map(String.init)
        let group = parts.count > 1 ? parts[0] : ""
        return Identity(
            name: KnownKinds.Name(group: group, kind: kind),
            version: parts.last ?? ""
        )
    }

    private mutating func checkItems(of list: Node, _ element: Identity?) {
        guard let items = list["items"], !items.isNull else { return }
        guard items.kind == .sequence else {
            let message = "expected a list of objects under 'items', found \(items.found)"
            return add(list, nil, .unreadable(items.diagnostic(.error, message)))
        }
        for item in items.items { check(item, in: element) }
    }

    private mutating func checkResource(_ object: Node, _ identity: Identity) {
        let name = identity.name
        guard let kind = kinds.kind(name) else {
            return add(object, identity, .unknownKind(question: kinds.question(about: name)))
        }
        let known = kind.versions.first { $0.version.name == identity.version }
        guard let known, known.version.definition.isServed else {
            let served = kind.servedVersions
            return add(object, identity, .unknownVersion(served: served, files: kind.files))
        }
        let validator = kinds.validator(of: known.version, in: name)
        let response = validator.response(
            toCreating: object,
            fieldValidation: fieldValidation,
            impliesKind: identity.isImplied
        )
        if !known.isValid, !kinds.isComplete(name) {
            note(
                object,
                name,
                "the CRD in '\(known.file)' is invalid, so the server's response can differ"
            )
        }
        add(object, identity, .answered(response))
    }

    private mutating func note(_ object: Node, _ name: KnownKinds.Name, _ text: String) {
        let message = "\(name.kind): \(text)"
        guard noted.insert("\(object.file)\n\(name.group)\n\(message)").inserted else { return }
        notes.append(object.diagnostic(.note, message))
    }

    private mutating func add(
        _ object: Node,
        _ identity: Identity?,
        _ outcome: CheckedObject.Outcome
    ) {
        let metadata = object["metadata"]
        let name = metadata?.word("name") ?? ""
        objects.append(
            CheckedObject(
                file: object.file,
                position: object.position,
                group: identity?.name.group ?? "",
                version: identity?.version ?? "",
                kind: identity?.name.kind ?? "",
                name: name.isEmpty ? metadata?.word("generateName") ?? "" : name,
                outcome: outcome
            )
        )
    }
}

extension CheckedObject {
    /// Adds a file whose text cannot be read.
    fileprivate init(unreadable diagnostic: Diagnostic, in file: String) {
        self.init(
            file: file,
            position: diagnostic.position,
            group: "",
            version: "",
            kind: "",
            name: "",
            outcome: .unreadable(diagnostic)
        )
    }
}

extension KnownKinds.Name {
    /// The kind of CRDs.
    fileprivate static let definition = Self(
        group: "apiextensions.k8s.io",
        kind: "CustomResourceDefinition"
    )
    /// The kind of lists of CRDs.
    fileprivate static let definitionList = Self(
        group: "apiextensions.k8s.io",
        kind: "CustomResourceDefinitionList"
    )
}

extension Node {
    /// Returns the string for a key; empty if there is none.
    fileprivate func word(_ key: String) -> String {
        guard let value = self[key], value.kind == .scalar, (try? value.resolved()) == .string
        else { return "" }
        return value.string
    }
}
