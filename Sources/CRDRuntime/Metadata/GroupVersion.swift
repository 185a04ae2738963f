import CRDYAML

/// An API group and a version: `group/version`, or a version alone.
package struct GroupVersion {
    package let group: String
    package let version: String

    /// - Returns: `nil` if the text has more than one `/` (`schema.ParseGroupVersion`).
    package init?(_ text: String) {
        let parts = text.parts(separatedBy: "/")
        if text == "/" {
            (group, version) = ("", "")
            return
        }
        switch parts.count {
        case 1: (group, version) = ("", parts[0])
        case 2: (group, version) = (parts[0], parts[1])
        default: return nil
        }
    }
}
