import CRDLibYAML
import CRDSchema
import CRDValues
import CRDYAML
import TestSupport
import Testing

/// What a schema says, on one line, for comparison: `{type: object, maxItems: 3}`.
///
/// Goes through all stored properties by reflection, so that none can be forgotten.
func outline(_ schema: Schema, without omitted: Set<String> = []) -> String {
    var absent = Schema.Keywords()
    absent.rare.title = nil  // makes room for the rare keywords, each of them absent
    let usual = members(of: absent).map { outline($0.value) }
    let members = zip(members(of: schema.keywords), usual).compactMap {
        child,
        usual in
        let label = child.label ?? ""
        let value = outline(child.value, without: omitted)
        return value == usual || omitted.contains(label) ? nil : "\(label): \(value)"
    }
    return "{\(members.joined(separator: ", "))}"
}

/// Every keyword, those that lie apart last.
private func members(of keywords: Schema.Keywords) -> [Mirror.Child] {
    Mirror(reflecting: keywords).children.flatMap { child in
        guard child.label == "storedRare" else { return [child] }
        return Mirror(reflecting: child.value).children.flatMap { rare in
            Array(Mirror(reflecting: rare.value).children)
        }
    }
}

private func outline(_ value: Any, without omitted: Set<String> = []) -> String {
    switch value {
    case let schema as Schema: return outline(schema, without: omitted)
    case let property as Schema.Property:
        return "\(property.name): \(outline(property.schema, without: omitted))"
    case let value as JSONValue: return outline(value)
    case let number as JSONNumber: return number.text
    case let text as String: return text
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
        return mirror.children.first.map { outline($0.value, without: omitted) } ?? "nil"
    case .collection:
        let items = mirror.children.map { outline($0.value, without: omitted) }
        return "[\(items.joined(separator: ", "))]"
    case .enum where !mirror.children.isEmpty:
        return mirror.children.map { "\($0.label ?? "")(\(outline($0.value, without: omitted)))" }
            .joined()
    case .struct where !mirror.children.isEmpty:
        let members = mirror.children.map { "\($0.label ?? ""): \(outline($0.value))" }
        return "(\(members.joined(separator: ", ")))"
    default:
        return "\(value)"
    }
}

private func outline(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let number): number.text
    case .string(let text): "'\(text)'"
    case .array(let elements): "[\(elements.map { outline($0) }.joined(separator: ", "))]"
    case .object(let object):
        "{"
            + zip(object.keys, object.values).map { "\($0): \(outline($1))" }
            .joined(separator: ", ") + "}"
    }
}

/// A schema read from a marked text, with what is said about it.
struct DecodedSchema {
    let schema: Schema
    let diagnostics: [String]

    init(_ marked: String) throws {
        let marked = MarkedText(marked)
        let node = try #require(try Node.parse(marked.text, file: "schema.yaml").first)
        var decoder = SchemaDecoder()
        schema = decoder.schema(node)
        diagnostics = marked.show(decoder.diagnostics)
    }
}
