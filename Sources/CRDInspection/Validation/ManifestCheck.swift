package import CRDGeneratorCore
import CRDLibYAML
package import CRDRuntime
import CRDSchema
import CRDValidation
package import CRDYAML

/// Checks the objects of manifests as the API server would at their creation, by their CRDs and
/// without generated code.
///
/// Documents of one text may be of any kinds. The items of a `List`, and of the list kind of a
/// known kind, are objects of their own, as `kubectl` takes them. CRDs are checked themselves.
package struct ManifestCheck: Sendable {
    private var kinds: KnownKinds
    private let fieldValidation: FieldValidation
    /// The objects, in the order of the texts.
    package private(set) var objects: [CheckedObject] = []
    /// What holds for all objects of a kind in a file, told at the first of them.
    ///
    /// That rules are not evaluated, or that the server would refuse the CRD.
    package private(set) var notes: [Diagnostic] = []
    /// What was noted.
    private var noted: Set<String> = []

    /// Prepares to check.
    ///
    /// - Parameters:
    ///   - kinds: The kinds that are checked.
    ///   - fieldValidation: What becomes of unknown fields and of keys that stand twice.
    package init(_ kinds: KnownKinds, fieldValidation: FieldValidation = .strict) {
        self.kinds = kinds
        self.fieldValidation = fieldValidation
    }

    /// Checks the objects of some files; the CRDs among them define kinds for all of them.
    ///
    /// - Parameter inputs: The files.
    package mutating func check(_ inputs: [Generator.Input]) {
        let texts = inputs.map(Self.documents)
        for text in texts {
            // What is wrong with CRDs is told in their turn.
            for document in (try? text.get()) ?? [] { _ = kinds.add(document) }
        }
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

    /// What an object is, by its own words or those of the list around it.
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
            let place = document[name.lowercased()] ?? document[name] ?? document
            let fault = place.diagnostic(.error, "Object '\(name)' is missing")
            return add(document, nil, .unreadable(fault))
        }
        if identity.name == KnownKinds.Name(group: "", kind: "List") {
            checkItems(of: document, nil)
        } else if let element = kinds.element(ofList: identity.name), document["items"] != nil {
            let version = identity.version
            checkItems(of: document, Identity(name: element, version: version, isImplied: true))
        } else if identity.name.isDefinition {
            let duplicates = document.duplicateKeys.map(\.diagnostic)
            add(document, identity, .definition(CRDValidity(document), duplicates: duplicates))
        } else {
            checkResource(document, identity)
        }
    }

    /// - Returns: `nil` if the object does not say it.
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
        let version = kind.versions.first { $0.name == identity.version }
        guard let version, version.definition.isServed else {
            let served = kind.servedVersions
            return add(object, identity, .unknownVersion(served: served, file: kind.file))
        }
        let validator = kinds.validator(of: version, in: name)
        let answer = validator.response(
            toCreating: object,
            fieldValidation: fieldValidation,
            impliesKind: identity.isImplied
        )
        if !kind.isValid {
            note(
                object,
                name,
                "'\(kind.file)' would be refused, so the server may answer otherwise"
            )
        }
        if let left = validator.unchecked.note { note(object, name, left) }
        add(object, identity, .answered(answer, unchecked: validator.unchecked))
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
    /// A file whose text cannot be read.
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
    /// Whether this is the kind of CRDs.
    fileprivate var isDefinition: Bool {
        group == "apiextensions.k8s.io" && kind == "CustomResourceDefinition"
    }
}

extension Node {
    /// The string under a key; empty where there is none.
    fileprivate func word(_ key: String) -> String {
        guard let value = self[key], value.kind == .scalar, (try? value.resolved()) == .string
        else { return "" }
        return value.string
    }
}
