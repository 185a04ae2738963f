import CRDCatalog
import KubernetesCEL

/// The paths of the values of schemas, such as `spec.ports[*].name`, where `[*]` is any element of
/// a list or any value of a map.
enum SchemaPath {
    /// Returns the path of a property.
    static func property(_ name: String, in path: String) -> String {
        var path = path
        StepText.append(name, to: &path)
        return path
    }

    /// Returns the path of the elements of a list or map.
    static func element(of path: String) -> String { path + "[*]" }
}

extension String {
    /// Whether an expression has the name of a property.
    func names(_ property: String) -> Bool {
        contains(property) || FieldName.escape(property).map(contains) == true
    }
}
