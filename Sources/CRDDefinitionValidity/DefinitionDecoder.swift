import CRDRuntime
import CRDSchema
import CRDValidation
import CRDValues
package import CRDYAML

/// Finds errors for which the server responds with 400, because it cannot decode an object of one of
/// its own kinds, such as a CRD.
///
/// After a value of a wrong type, decoding continues; only the first such error is reported. Types
/// with their own decoding, such as `JSONSchemaPropsOrArray`, end the decoding at once, and an
/// error in them is reported with their own path (sigs.k8s.io/json, `decodeState.addErrorContext`).
package struct DefinitionDecoder {
    /// An error of decoding.
    private struct Failure: Error {
        let node: Node
        /// The found value and the expected type; `nil` for an error with its own text.
        var mismatch: (found: String, type: String)?
        var text = ""
        /// The structure, and the path of the field with the error.
        var fieldPath = ""

        var message: String {
            guard let mismatch else { return text }
            let fieldPath = fieldPath.isEmpty ? "value" : "struct field \(fieldPath)"
            return "json: cannot unmarshal \(mismatch.found) into Go \(fieldPath) of type "
                + mismatch.type
        }

        /// A warning if the value is a word that is a Boolean only in YAML 1.1.
        var booleanWord: Diagnostic? {
            guard mismatch?.found == "bool", let word = node.booleanWord else { return nil }
            return node.diagnostic(.warning, "\(word), expected a string; quote it")
        }
    }

    /// A field that the server doesn't know.
    package struct UnknownField {
        /// The message of the server.
        package let message: String
        /// A warning with the source location of the key, and with a suggestion.
        package let diagnostic: Diagnostic
    }

    /// The structure of the whole document, which is named after the kind.
    private let root: GoStructure
    /// The group and the version of the kind.
    private let apiVersion: String
    private var structure = ""
    private var fields: [String] = []
    private var first: Failure?
    /// The current path, for the names of unknown fields.
    private var steps: [NodeStep] = []
    /// The unknown fields.
    ///
    /// The server reports and drops them; types with their own decoding drop them silently.
    package private(set) var unknownFields: [UnknownField] = []
    /// A warning if the document cannot be decoded because of a word such as `y`, which is a
    /// Boolean in YAML 1.1.
    package private(set) var booleanWord: Diagnostic?

    /// Creates a decoder.
    ///
    /// - Parameters:
    ///   - root: The structure of the document, which is named after the kind.
    ///   - apiVersion: The group and the version of the kind.
    package init(
        _ root: GoStructure = .definition,
        apiVersion: String = "apiextensions.k8s.io/v1"
    ) {
        self.root = root
        self.apiVersion = apiVersion
    }

    /// Returns the error of the server for a document that it cannot decode; `nil` if it can.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - impliesKind: Whether `apiVersion` may be missing, as in the items of a
    ///     `CustomResourceDefinitionList`.
    /// - Returns: The error.
    package mutating func failure(in document: Node, impliesKind: Bool = false) -> Diagnostic? {
        if let version = document["apiVersion"], version.kind == .scalar,
            version.string != apiVersion
        {
            return mismatch(version.string, at: version)
        }
        if let failure = failure(in: document, as: .structure(root)) {
            let version = apiVersion.split(separator: "/").last ?? ""
            let message =
                "\(root.name) in version \"\(version)\" cannot be handled as a \(root.name): "
                + failure.message
            booleanWord = failure.booleanWord
            return failure.node.diagnostic(.error, message)
        }
        if impliesKind || document["apiVersion"] != nil { return nil }
        return mismatch("", at: document)
    }

    /// The maximum number of unknown fields that the server reports.
    private static let mostUnknownFields = 100

    private func mismatch(_ version: String, at node: Node) -> Diagnostic {
        node.diagnostic(
            .error,
            "the API version in the data (\(version)) does not match the expected API version "
                + "(\(apiVersion))"
        )
    }

    private mutating func failure(in node: Node, as type: GoType) -> Failure? {
        do throws(Failure) {
            try decode(node, type)
            return first
        } catch {
            return error
        }
    }

    private mutating func decode(_ node: Node, _ type: GoType) throws(Failure) {
        if node.isNull { return }
        switch type {
        case .any: break
        case .string, .boolean, .integer, .float, .bytes, .time: try decodeScalar(node, type)
        case .list, .map, .named: try decodeMembers(node, type, named: type)
        case .structure(let structure): try decode(node, structure, type)
        case .schema: try decode(node, .schema, type)
        case .schemaOrList:
            if node.kind == .mapping { try decodeApart(node, .schema) }
            if node.kind == .sequence { try decodeApart(node, .list(.schema)) }
        case .schemaOrStrings:
            if node.kind == .mapping { try decodeApart(node, .schema) }
            if node.kind == .sequence { try decodeApart(node, .list(.string())) }
        case .schemaOrBoolean:
            if node.kind == .mapping { return try decodeApart(node, .schema) }
            if node.kind == .scalar, case .boolean = try? node.resolved() { return }
            throw Failure(node: node, text: "boolean or JSON schema expected")
        }
    }

    private mutating func decodeMembers(
        _ node: Node,
        _ type: GoType,
        named name: GoType
    ) throws(Failure) {
        switch type {
        case .named(_, let type): try decodeMembers(node, type, named: name)
        case .list(let element):
            guard node.kind == .sequence else { return try keep(node, name) }
            for (index, item) in node.items.enumerated() {
                steps.append(.index(index))
                try decode(item, element)
                steps.removeLast()
            }
        case .map(let value):
            guard node.kind == .mapping else { return try keep(node, name) }
            for pair in Self.sorted(node) {
                steps.append(.key(pair.key))
                try decode(pair.value, value)
                steps.removeLast()
            }
        default: try decode(node, type)
        }
    }

    private mutating func decode(
        _ node: Node,
        _ structure: GoStructure,
        _ type: GoType
    ) throws(Failure) {
        guard node.kind == .mapping else { return try keep(node, type) }
        let outer = self.structure
        for pair in Self.sorted(node) {
            steps.append(.key(pair.key))
            defer { steps.removeLast() }
            guard let type = structure.fields[pair.key] else {
                keepUnknown(pair.keyNode, in: structure)
                continue
            }
            self.structure = structure.name
            fields.append(pair.key)
            try decode(pair.value, type)
            fields.removeLast()
            self.structure = outer
        }
    }

    /// Returns the members of a mapping in the order in which the server decodes them.
    ///
    /// kubectl and the server convert YAML to JSON with sorted keys (sigs.k8s.io/yaml).
    private static func sorted(_ node: Node) -> [Node.Pair] {
        node.pairs.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    private mutating func keepUnknown(_ key: Node, in structure: GoStructure) {
        guard unknownFields.count < Self.mostUnknownFields else { return }
        let words = steps.map { step in
            switch step {
            case .key(let key): ".\(key)"
            case .index(let index): "[\(index)]"
            }
        }
        let name = words.joined().dropFirst()
        let question =
            structure.name == GoStructure.schema.name
            ? SchemaDecoder.Keyword.question(key.text)
            : NearestName.question(key.text, among: structure.fields.keys.sorted())
        let message = "unknown field \"\(name)\""
        unknownFields.append(
            UnknownField(
                message: message,
                diagnostic: key.diagnostic(.warning, message + question)
            )
        )
    }

    /// Decodes a type with its own decoding.
    private func decodeApart(_ node: Node, _ type: GoType) throws(Failure) {
        var decoder = DefinitionDecoder()
        guard var failure = decoder.failure(in: node, as: type) else { return }
        failure.fieldPath = fieldPath
        throw failure
    }

    private mutating func decodeScalar(_ node: Node, _ type: GoType) throws(Failure) {
        guard node.kind == .scalar, let value = Self.scalar(node) else {
            return try keep(node, type)
        }
        switch (type, value) {
        case (.string, .string), (.boolean, .boolean), (.float, .number): break
        case (.time, .string(let text)):
            guard let rejection = GoText.rejection(ofTime: text) else { return }
            throw Failure(node: node, text: rejection)
        case (.bytes, .string(let text)):
            guard let offset = GoText.invalidBase64(text) else { return }
            let text = "illegal base64 data at input byte \(offset)"
            keep(Failure(node: node, text: text))
        case (.integer(let name), .number(let number)):
            let isRight = name == "int32" ? Int32(number.text) != nil : Int64(number.text) != nil
            if !isRight { keep(mismatch(node, "number \(number.text)", type)) }
        default: try keep(node, type)
        }
    }

    private var fieldPath: String {
        fields.isEmpty ? "" : "\(structure).\(fields.joined(separator: "."))"
    }

    private func mismatch(_ node: Node, _ found: String, _ type: GoType) -> Failure {
        Failure(node: node, mismatch: (found, type.name), fieldPath: fieldPath)
    }

    private mutating func keep(_ failure: Failure) {
        if first == nil { first = failure }
    }

    /// Records that a node has the wrong type.
    private mutating func keep(_ node: Node, _ type: GoType) throws(Failure) {
        let found =
            switch (node.kind, Self.scalar(node)) {
            case (.mapping, _): "object"
            case (.sequence, _): "array"
            case (.scalar, .boolean): "bool"
            case (.scalar, .number): "number"
            case (.scalar, _): "string"
            }
        let failure = mismatch(node, found, type)
        // A time has its own decoding.
        if case .time = type { throw failure }
        keep(failure)
    }

    /// Returns the JSON value of a scalar; `nil` for other nodes and for values that JSON doesn't
    /// have.
    private static func scalar(_ node: Node) -> JSONValue? {
        node.kind == .scalar ? try? JSONValue(sent: node) : nil
    }
}
