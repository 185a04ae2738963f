import CRDGeneratorCore
import CRDSchema
import CRDValues

/// The path of a level, as shown in its heading.
struct PagePath {
    /// The number of names in the path.
    private(set) var depth = 0
    /// The names, joined by dots.
    private(set) var heading = ""
    /// The keys of the manifest: `spec.rules[].hosts`; `*` means any key of a map.
    private(set) var manifest = ""
    /// The struct in Swift; `nil` if there is none.
    var type: AttributeProperties.Owner? = .resource
    /// The alias of a nested struct with the name of the property; `nil` if the struct itself has the
    /// name.
    var typeName: String?
    private var anchor = ""

    /// Returns the anchor of the level of an attribute.
    func anchor(of name: String) -> String { "nestedatt\(anchor)--\(name)" }

    /// Returns the anchor of the line of an attribute on full pages.
    func lineAnchor(of name: String) -> String { "att\(anchor)--\(name)" }

    /// Returns the path with one more name and the same ``manifest``.
    func child(_ name: String) -> PagePath {
        var child = self
        child.depth += 1
        child.heading += depth == 0 ? name : ".\(name)"
        child.anchor += "--\(name)"
        return child
    }

    /// Adds the key of an attribute, and the steps to objects in its lists and maps.
    mutating func append(_ attribute: PageAttribute) {
        guard case .manifest(let key) = attribute.place else { return }
        if key.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 <= 0x20 }) {
            manifest += "[\"\(key)\"]"
        } else {
            manifest += manifest.isEmpty ? key : ".\(key)"
        }
        var schema = attribute.schema
        while let outer = schema, outer !== attribute.kind.nested?.schema {
            switch outer.elements {
            case .items(let items):
                manifest += "[]"
                schema = items
            case .values(let values):
                manifest += ".*"
                schema = values
            case nil:
                return
            }
        }
    }
}
