import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML

/// Checks subresources, printer columns, and selectable fields.
extension DefinitionCheck {
    // MARK: - Scale

    /// `ValidateCustomResourceDefinitionSubresources`.
    mutating func checkScale(_ scale: Node, at path: String) {
        for (key, prefixes, parent) in [
            ("specReplicasPath", [".spec."], "under .spec"),
            ("statusReplicasPath", [".status."], "under .status"),
            ("labelSelectorPath", [".spec.", ".status."], "under either .spec or .status"),
        ] {
            let text = scale.text(key)
            let field = "\(path).\(key)"
            guard !text.isEmpty else {
                if key != "labelSelectorPath" {
                    list.required(field, at: self.keyNode(key, in: scale))
                }
                continue
            }
            let node = self.keyNode(key, in: scale)
            if !text.hasPrefix(".") {
                let detail = "must be a simple json path starting with ."
                list.invalid(field, at: node, .string(text), detail)
            } else if !prefixes.contains(where: text.hasPrefix) {
                list.invalid(field, at: node, .string(text), "should be a json path \(parent)")
            }
        }
    }

    // MARK: - Columns

    private static let columnTypes = ["boolean", "date", "integer", "number", "string"]
    private static let columnFormats = [
        "byte", "date", "date-time", "double", "float", "int32", "int64", "password",
    ]

    /// `ValidateCustomResourceColumnDefinition`.
    mutating func checkColumn(_ column: Node, at path: String) {
        if column.text("name").isEmpty {
            list.required("\(path).name", at: keyNode("name", in: column))
        }
        let type = column.text("type")
        let types = "must be one of \(Self.columnTypes.joined(separator: ","))"
        if type.isEmpty {
            list.required("\(path).type", at: keyNode("type", in: column), types)
        } else if !Self.columnTypes.contains(type) {
            list.invalid("\(path).type", at: keyNode("type", in: column), .string(type), types)
        }
        let format = column.text("format")
        if !format.isEmpty, !Self.columnFormats.contains(format) {
            let detail = "must be one of \(Self.columnFormats.joined(separator: ","))"
            list.invalid(
                "\(path).format",
                at: keyNode("format", in: column),
                .string(format),
                detail
            )
        }
        let jsonPath = column.text("jsonPath")
        let node = keyNode("jsonPath", in: column)
        if jsonPath.isEmpty {
            list.required("\(path).JSONPath", at: node)
        } else if !jsonPath.hasPrefix(".") {
            let detail = "must be a simple json path starting with ."
            list.invalid("\(path).JSONPath", at: node, .string(jsonPath), detail)
        }
    }

    // MARK: - Selectable fields

    private static let mostSelectableFields = 8

    /// `ValidateCustomResourceSelectableFields`.
    mutating func checkSelectableFields(_ fields: Node, at path: String, _ schema: SchemaNode) {
        // Such a schema is rejected; the server reports it before it checks the fields.
        guard schema.conversionError == nil else { return }
        var seen: Set<[String]> = []
        for (index, entry) in fields.items.enumerated() {
            let field = "\(path)[\(index)].jsonPath"
            let text = entry.text("jsonPath")
            let node = keyNode("jsonPath", in: entry)
            guard !text.isEmpty else {
                list.required(field, at: node)
                continue
            }
            do throws(FieldPathKeys.Problem) {
                let target = try FieldPathTarget(text, in: schema, allowsBrackets: false)
                checkTarget(target, text, field, at: node)
                if !seen.insert(target.names).inserted { list.duplicate(field, at: node, text) }
            } catch {
                let detail = "is an invalid path: \(error.message)"
                list.invalid(field, at: node, .string(text), detail)
            }
        }
        if seen.count > Self.mostSelectableFields {
            list.tooMany(path, at: fields, seen.count, Self.mostSelectableFields)
        }
    }

    private mutating func checkTarget(
        _ target: FieldPathTarget,
        _ text: String,
        _ field: String,
        at node: Node
    ) {
        if target.names.first == "metadata" {
            let detail = "must not point to fields in metadata"
            list.invalid(field, at: node, .string(text), detail)
        }
        if !["string", "boolean", "integer"].contains(target.schema?.type) {
            list.invalid(
                field,
                at: node,
                .string(text),
                "must point to a field of type string, boolean or integer. Enum string fields and "
                    + "strings with formats are allowed."
            )
        }
    }
}
