import CRDRuntime
import CRDSchema
import CRDValidation
import CRDYAML

/// Finds what keeps the server from reading a CRD into its structures, which it answers with 400.
///
/// A value of a wrong type is kept in mind, and reading goes on; the first one is told. Types that
/// read themselves, such as `JSONSchemaPropsOrArray`, end the reading at once, and a fault in them
/// is told with their own place (sigs.k8s.io/json, `decodeState.addErrorContext`).
struct DefinitionDecoder {
    /// What cannot be read.
    private struct Failure: Error {
        let node: Node
        /// What was found and the type it should have become; `nil` with a text of its own.
        var mismatch: (found: String, type: String)?
        var text = ""
        /// The structure and the path of its field, at which it was found.
        var place = ""

        var message: String {
            guard let mismatch else { return text }
            let place = place.isEmpty ? "value" : "struct field \(place)"
            return "json: cannot unmarshal \(mismatch.found) into Go \(place) of type "
                + mismatch.type
        }
    }

    private var structure = ""
    private var fields: [String] = []
    private var first: Failure?
    /// The way to the present place, as unknown fields are named by.
    private var steps: [String] = []
    /// What no structure has a field for, where the key stands.
    ///
    /// The server tells of it and drops it; types that read themselves drop it without a word.
    private(set) var unknownFields: [Diagnostic] = []

    /// What the server says of a document that it cannot read; `nil` if it can.
    mutating func failure(in document: Node) -> Diagnostic? {
        let kind = "CustomResourceDefinition"
        if let version = document["apiVersion"], version.kind == .scalar,
            version.string != Self.expectedVersion
        {
            return Self.mismatch(version.string, at: version)
        }
        if let failure = failure(in: document, as: .structure(.definition)) {
            let message =
                "\(kind) in version \"v1\" cannot be handled as a \(kind): \(failure.message)"
            return failure.node.diagnostic(.error, message)
        }
        return document["apiVersion"] == nil ? Self.mismatch("", at: document) : nil
    }

    private static let expectedVersion = "apiextensions.k8s.io/v1"
    /// The server tells no more unknown fields.
    private static let mostUnknownFields = 100

    private static func mismatch(_ version: String, at node: Node) -> Diagnostic {
        node.diagnostic(
            .error,
            "the API version in the data (\(version)) does not match the expected API version "
                + "(\(expectedVersion))"
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
                steps.append("[\(index)]")
                try decode(item, element)
                steps.removeLast()
            }
        case .map(let value):
            guard node.kind == .mapping else { return try keep(node, name) }
            for pair in node.pairs {
                steps.append(".\(pair.key)")
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
        for pair in node.pairs {
            steps.append(".\(pair.key)")
            defer { steps.removeLast() }
            guard let type = structure.fields[pair.key] else {
                keepUnknown(pair.keyNode)
                continue
            }
            self.structure = structure.name
            fields.append(pair.key)
            try decode(pair.value, type)
            fields.removeLast()
            self.structure = outer
        }
    }

    private mutating func keepUnknown(_ key: Node) {
        guard unknownFields.count < Self.mostUnknownFields else { return }
        let name = steps.joined().dropFirst()
        unknownFields.append(key.diagnostic(.warning, "unknown field \"\(name)\""))
    }

    /// Reads what has a reader of its own.
    private func decodeApart(_ node: Node, _ type: GoType) throws(Failure) {
        var decoder = DefinitionDecoder()
        guard var failure = decoder.failure(in: node, as: type) else { return }
        failure.place = place
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
            guard let offset = Self.offsetOfFault(inBase64: text) else { return }
            let text = "illegal base64 data at input byte \(offset)"
            keep(Failure(node: node, text: text))
        case (.integer(let name), .number(let number)):
            let isRight = name == "int32" ? Int32(number.text) != nil : Int64(number.text) != nil
            if !isRight { keep(mismatch(node, "number \(number.text)", type)) }
        default: try keep(node, type)
        }
    }

    private var place: String {
        fields.isEmpty ? "" : "\(structure).\(fields.joined(separator: "."))"
    }

    private func mismatch(_ node: Node, _ found: String, _ type: GoType) -> Failure {
        Failure(node: node, mismatch: (found, type.name), place: place)
    }

    private mutating func keep(_ failure: Failure) {
        if first == nil { first = failure }
    }

    /// Keeps in mind that a node has the wrong type.
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
        // A time reads itself.
        if case .time = type { throw failure }
        keep(failure)
    }

    /// What a scalar means; `nil` for other nodes and for what JSON cannot hold.
    private static func scalar(_ node: Node) -> JSONValue? {
        node.kind == .scalar ? try? JSONValue(node) : nil
    }

    /// The first byte that cannot be in base64.
    private static func offsetOfFault(inBase64 text: String) -> Int? {
        var count = 0
        var padding = 0
        for (offset, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
            case UInt8(ascii: "="): padding += 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
                if padding > 0 { return offset }
            default: return offset
            }
            count += 1
        }
        return count % 4 == 0 && padding < 3 ? nil : text.utf8.count
    }
}
