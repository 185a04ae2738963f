package import CRDCatalog
import CRDDefinitionValidity
import CRDEditing
package import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDValues
package import CRDYAML

/// Changes fields of an object in the text of a file, and validates the object.
package struct ManifestChange {
    private let kinds: KnownKinds
    private var text: ManifestText
    private let file: String
    private let document: Int

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - input: The file.
    ///   - object: The kind, or the kind and the name, such as `Widget/a`, of the object to change;
    ///     `nil` if the file has only one.
    ///   - kinds: The kinds with which the object is validated.
    /// - Throws: `Diagnostic` with the first error, if the text cannot be read, or if it does not
    ///   have one such object.
    package init(
        _ input: Generator.Input,
        object: String?,
        _ kinds: KnownKinds
    ) throws(Diagnostic) {
        self.kinds = kinds
        file = input.path
        do throws(ManifestError) {
            text = try ManifestText(input.bytes, file: input.path)
        } catch {
            throw Self.first(of: error)
        }
        document = try Self.document(object, in: text, file: input.path)
    }

    /// The text with all changes.
    package var newText: String { text.text }

    /// Sets a field to a value of the type that its schema has.
    ///
    /// - Throws: `Diagnostic` if the value is not of this type, or if the text cannot be changed.
    package mutating func set(_ assignment: Assignment) throws(Diagnostic) {
        let value = try assignment.typedValue(schema)
        do throws(ManifestError) {
            try text[document].set(assignment.path.text, to: value)
        } catch {
            throw Self.first(of: error)
        }
    }

    /// Removes a field.
    ///
    /// - Throws: `Diagnostic` if there is no such field, or if the text cannot be changed.
    package mutating func remove(_ path: String) throws(Diagnostic) {
        do throws(ManifestError) {
            if try text[document].remove(path) { return }
        } catch {
            throw Self.first(of: error)
        }
        let message = "found no field '\(path.excerpt)', expected one to remove"
        throw Diagnostic(.error, message, file: file)
    }

    /// Returns the response of the API server to the object with all changes; `nil` if the object
    /// is not in the text any more.
    package func checked() -> CheckedObject? {
        var check = ManifestCheck(kinds)
        check.check([Generator.Input(path: file, bytes: text.bytes)])
        let position = text[document].location.position
        return check.objects.first { $0.position == position }
    }

    /// The schema of the object's kind and version; `nil` if no CRD defines it.
    private var schema: Schema? {
        let kind = Self.word("kind", text[document])
        let parts = Self.word("apiVersion", text[document]).split(separator: "/").map(String.init)
        guard parts.count == 2 else { return nil }
        let known = kinds.kind(KindName(group: parts[0], kind: kind))
        return known?.versions.first { $0.version.name == parts[1] }?.version.schema
    }

    private static func document(
        _ object: String?,
        in text: ManifestText,
        file: String
    ) throws(Diagnostic) -> Int {
        let names = text.documents.map { document in
            let metadata = try? document.value(at: "metadata.name")
            return (kind: word("kind", document), name: metadata?.text ?? "")
        }
        let found = names.indices.filter { index in
            guard let object else { return true }
            let (kind, name) = names[index]
            return object == "\(kind)/\(name)" || object == kind
        }
        if let only = found.first, found.count == 1 { return only }
        let list = names.map { "'\($0.kind)/\($0.name)'" }.joined(separator: ", ")
        let message: String
        if names.isEmpty {
            message = "no objects found"
        } else if let object, found.isEmpty {
            message = "found no object '\(object.excerpt)', expected one of \(list)"
        } else {
            message = "found \(found.count) objects, choose one with '--object': \(list)"
        }
        throw Diagnostic(.error, message, file: file)
    }

    private static func word(_ key: String, _ document: ManifestDocument) -> String {
        let value = try? document.value(at: key)
        return value?.text ?? ""
    }

    private static func first(of error: ManifestError) -> Diagnostic {
        error.diagnostics.first ?? Diagnostic(.error, "the text cannot be changed", file: nil)
    }
}

extension JSONValue {
    /// The text of a string; `nil` for other values.
    fileprivate var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
