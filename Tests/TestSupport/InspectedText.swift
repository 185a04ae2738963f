/// CRDs in a test.
package enum InspectedText {
    /// A CRD of kind `Widget` in group `example.com`, its schema as given.
    ///
    /// - Parameters:
    ///   - properties: YAML of the properties at the root, without indentation.
    ///   - version: The version.
    ///   - scope: The scope.
    ///   - more: Further keys of the schema at the root.
    /// - Returns: The text of the CRD.
    package static func widget(
        _ properties: String,
        version: String = "v1",
        scope: String = "Namespaced",
        more: String = ""
    ) -> String {
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: widgets.example.com
        spec:
          group: example.com
          names:
            kind: Widget
            plural: widgets
            shortNames: [wd]
          scope: \(scope)
          versions:
          - name: \(version)
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
        \(indented(more, by: 8))
                properties:
        \(indented(properties, by: 10))

        """
    }

    /// A CRD of kind `Widget` in group `example.com` with several versions.
    ///
    /// - Parameters:
    ///   - versions: YAML of each version, as an item with an indentation of two spaces.
    ///   - scope: The scope.
    ///   - names: YAML of further names in braces, with a comma before them.
    ///   - conversion: YAML of the conversion; by default, there is none.
    /// - Returns: The text of the CRD.
    package static func widget(
        versions: [String],
        scope: String = "Namespaced",
        names: String = "",
        conversion: String? = nil
    ) -> String {
        let lines = (conversion.map { ["  conversion: \($0)"] } ?? []) + ["  versions:"] + versions
        return """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.example.com}
            spec:
              group: example.com
              scope: \(scope)
              names: {kind: Widget, plural: widgets\(names)}
            \(lines.joined(separator: "\n"))

            """
    }

    private static func indented(_ text: String, by count: Int) -> String {
        let space = String(repeating: " ", count: count)
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : space + $0 }
            .joined(separator: "\n")
    }
}
