import CRDCatalog
import CRDGeneratorCore
import CRDPages
import CRDRuntime
import CRDValues
import CRDYAML

/// Writes a manifest in which fields that aren't required are commented out.
///
///     spec:
///       ## How many there should be.
///       ## <Int> required · at least 0
///       replicas: 1
///       ## <Template>
///       # template:
///       ##   <String> required
///       #   image: image
///
/// If you remove the `# ` of some lines and of their parents, the text is still valid YAML.
struct CommentedManifest {
    /// The text written so far.
    private(set) var text = ""
    private let structs: [String: StructType]
    private let naming: AttributeNaming

    /// The indentation of lines.
    private struct Margin {
        /// The column of keys and dashes, from 0.
        var indent: Int
        /// The column of `#`; `nil` for lines that aren't commented out.
        var comment: Int?

        /// The margin of the next level.
        var inner: Margin { Margin(indent: indent + 2, comment: comment) }
    }

    /// The beginning of a line: a key or a dash.
    private enum Head {
        case key(String)
        case dash
    }

    /// Writes a manifest.
    ///
    /// - Parameters:
    ///   - entry: The version of the kind.
    ///   - minimal: The required fields.
    ///   - complete: All fields.
    init(_ entry: ResourceCatalog.Entry, minimal: JSONObject, complete: JSONObject) {
        structs = Dictionary(entry.type.structs.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        naming = entry.type.naming
        let margin = Margin(indent: 0, comment: nil)
        for key in ["apiVersion", "kind", "metadata"] {
            write(.key(key), minimal[key] ?? .null, margin)
        }
        var rest = complete
        for key in ["apiVersion", "kind", "metadata"] { rest[key] = Optional.none }
        let schema = entry.version.schema
        let attributes =
            schema.isGoType
            ? ExplainedValue.attributes(ofGoType: schema)
            : ExplainedValue.attributes(of: entry.type.root, schema)
        write(attributes, minimal, rest, margin)
    }
}

// MARK: - Objects

extension CommentedManifest {
    /// Writes the fields of an object.
    ///
    /// - Parameters:
    ///   - attributes: The fields with their schemas; other keys have no comments.
    ///   - minimal: The required fields; others are commented out, unless the object is already.
    ///   - complete: All fields.
    ///   - margin: The indentation of the keys.
    private mutating func write(
        _ attributes: [ExplainedAttribute],
        _ minimal: JSONObject,
        _ complete: JSONObject,
        _ margin: Margin
    ) {
        let known = Set(attributes.map(\.key))
        for attribute in attributes {
            guard let value = complete[attribute.key] else { continue }
            let margin = self.margin(of: attribute.key, in: minimal, margin)
            for line in Remark.lines(of: attribute, width: Self.width(margin)) {
                remark(line, margin)
            }
            let head = Head.key(attribute.key)
            write(head, attribute.value.unwrapped, minimal[attribute.key], value, margin)
        }
        for (key, value) in zip(complete.keys, complete.values) where !known.contains(key) {
            let margin = self.margin(of: key, in: minimal, margin)
            write(.key(key), minimal[key] ?? value, margin)
        }
    }

    private func margin(of key: String, in minimal: JSONObject, _ margin: Margin) -> Margin {
        if margin.comment != nil || minimal[key] != nil { return margin }
        return Margin(indent: margin.indent, comment: margin.indent)
    }

    /// Writes a value with comments about all of its fields.
    private mutating func write(
        _ head: Head,
        _ value: ExplainedValue,
        _ minimal: JSONValue?,
        _ complete: JSONValue,
        _ margin: Margin
    ) {
        let isActive = margin.comment == nil
        switch complete {
        case .object(let object) where !object.isEmpty:
            var present = JSONObject()
            if case .object(let minimal)? = minimal { present = minimal }
            line(Self.text(of: head), margin)
            // A key with only comments below it would have no value.
            if isActive, present.isEmpty { line("<<: {}", margin.inner) }
            writeMembers(value, present, object, margin.inner)
        case .array(let elements) where !elements.isEmpty:
            guard isActive, case .array(let present)? = minimal else {
                writeElements(head, value, nil, elements, margin)
                return
            }
            if present.isEmpty {
                remark("For example:", margin)
                for line in Self.lines(head, complete) { remark(line, margin) }
                line("\(Self.text(of: head)) []", margin)
            } else {
                writeElements(head, value, present, elements, margin)
            }
        case .null, .boolean, .number, .string, .array, .object:
            write(head, minimal ?? complete, margin)
        }
    }

    /// Writes the fields of an object or the values of a map.
    private mutating func writeMembers(
        _ value: ExplainedValue,
        _ minimal: JSONObject,
        _ complete: JSONObject,
        _ margin: Margin
    ) {
        guard let inner = value.next, inner.path == ".*" else {
            write(value.attributes(structs, naming), minimal, complete, margin)
            return
        }
        for (key, member) in zip(complete.keys, complete.values) {
            let margin = self.margin(of: key, in: minimal, margin)
            write(.key(key), inner.value.unwrapped, minimal[key], member, margin)
        }
    }

    /// Writes the elements of a list, the first one with comments.
    private mutating func writeElements(
        _ head: Head,
        _ value: ExplainedValue,
        _ minimal: [JSONValue]?,
        _ complete: [JSONValue],
        _ margin: Margin
    ) {
        line(Self.text(of: head), margin)
        var margin = margin
        if case .dash = head { margin = margin.inner }
        for (position, element) in (minimal ?? complete).enumerated() {
            if position == 0, let inner = value.next, inner.path == "[]" {
                let all = complete.first ?? element
                // Not `nil` here, which is a `JSONValue` too.
                let present = minimal == nil ? Optional.none : element
                write(.dash, inner.value.unwrapped, present, all, margin)
            } else {
                write(.dash, element, margin)
            }
        }
    }
}

// MARK: - Lines

extension CommentedManifest {
    /// Writes a value without comments.
    private mutating func write(_ head: Head, _ value: JSONValue, _ margin: Margin) {
        for line in Self.lines(head, value) { self.line(line, margin) }
    }

    private mutating func line(_ line: String, _ margin: Margin) {
        guard let comment = margin.comment else {
            text += line.isEmpty ? "\n" : Self.blanks(margin.indent) + line + "\n"
            return
        }
        text += "\(Self.blanks(comment))# \(Self.blanks(margin.indent - comment))\(line)\n"
    }

    private mutating func remark(_ line: String, _ margin: Margin) {
        let column = margin.comment ?? margin.indent
        text += "\(Self.blanks(column))## \(Self.blanks(margin.indent - column))\(line)\n"
    }

    /// The width of a comment, with a minimum for deeply nested ones.
    private static func width(_ margin: Margin) -> Int {
        max(WrappedText.width - margin.indent - 3, 50)
    }

    private static func blanks(_ count: Int) -> String {
        String(repeating: " ", count: count)
    }

    /// Returns the head without a value: `key:` or `-`.
    private static func text(of head: Head) -> String {
        let line = lines(head, .null).joined(separator: "\n")
        return String(line.dropLast(" null".count))
    }

    /// Returns the lines of a value, as the emitter writes it.
    private static func lines(_ head: Head, _ value: JSONValue) -> [String] {
        var emitter = Emitter()
        switch head {
        case .key(let key):
            emitter.beginMapping()
            emitter.key(key)
            emitter.value(value)
            emitter.endMapping()
        case .dash:
            emitter.beginSequence()
            emitter.value(value)
            emitter.endSequence()
        }
        return emitter.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map(String.init)
    }
}
