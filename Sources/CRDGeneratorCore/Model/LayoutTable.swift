/// The sizes of generated structs, which decide which values are boxed.
struct LayoutTable {
    /// The size above which a nested struct is moved into a box, in bytes.
    ///
    /// The compiler emits functions that copy each struct, with all values inside it. With 32 bytes,
    /// it needs fewer instructions than with 64 or 128, and as many as with 16. Boxes also save
    /// stack: the root of one published CRD has 13,992 bytes without them.
    private static let largestInlineSize = 32

    /// The size and alignment of a stored property, in bytes, on 64-bit platforms.
    private struct Layout {
        var size: Int
        var alignment: Int

        static let pointer = Layout(size: 8, alignment: 8)
    }

    private var layouts: [ShapeTable.ID: Layout] = [:]

    /// Whether a value of a shape is kept in a box.
    mutating func isBoxed(_ shape: ShapeTable.ID, _ shapes: ShapeTable) -> Bool {
        switch shapes[shape] {
        case .object, .embeddedResource:
            layout(shape, shapes).size > Self.largestInlineSize
        case .external(let type):
            // The size is unknown.
            type.isObject
        case .renamed(let value, name: _), .defaulted(let value, _):
            isBoxed(value, shapes)
        case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString,
            .json, .condition, .labelSelector, .enumeration, .list, .map, .nullable:
            false
        }
    }

    private mutating func layout(_ shape: ShapeTable.ID, _ shapes: ShapeTable) -> Layout {
        switch shapes[shape] {
        case .boolean: return Layout(size: 1, alignment: 1)
        case .integer32: return Layout(size: 5, alignment: 4)
        case .integer, .number: return Layout(size: 9, alignment: 8)
        case .list, .map: return .pointer
        case .string, .dateTime, .base64: return Layout(size: 16, alignment: 8)
        case .enumeration: return Layout(size: 17, alignment: 8)
        case .intOrString: return Layout(size: 17, alignment: 8)
        case .labelSelector: return Layout(size: 16, alignment: 8)
        case .json: return Layout(size: 25, alignment: 8)
        case .condition: return Layout(size: 97, alignment: 8)
        case .embeddedResource: return Layout(size: 264, alignment: 8)
        case .external: return Layout(size: 17, alignment: 8)
        case .nullable(let value), .renamed(let value, name: _), .defaulted(let value, _):
            return layout(value, shapes)
        case .object(let fields, let keepsUnknownFields):
            if let known = layouts[shape] { return known }
            let layout = layout(of: fields, keepsUnknownFields: keepsUnknownFields, shapes)
            layouts[shape] = layout
            return layout
        }
    }

    private mutating func layout(
        of fields: [ShapeTable.Field],
        keepsUnknownFields: Bool,
        _ shapes: ShapeTable
    ) -> Layout {
        var total = Layout(size: keepsUnknownFields ? 24 : 0, alignment: 8)
        for field in fields {
            let isBoxed = isBoxed(field.shape, shapes)
            let part = isBoxed ? .pointer : layout(field.shape, shapes)
            let start = (total.size + part.alignment - 1) / part.alignment * part.alignment
            total.size = start + part.size
            total.alignment = max(total.alignment, part.alignment)
        }
        if fields.contains(where: { $0.isNullable && !$0.isRequired }) { total.size += 8 }
        return total
    }
}
