/// A small CRD that is valid, to be changed.
package enum ValidityText {
    /// The CRD, with 'SCHEMA' where the schema of `spec.f` belongs.
    package static let definition = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: things.x.test
        spec:
          group: x.test
          scope: Namespaced
          names:
            plural: things
            kind: Thing
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      f: {type: string}

        """
}
