extension GoStructure {
    /// The document.
    static let definition = GoStructure(
        name: "CustomResourceDefinition",
        fields: [
            "kind": .string(), "apiVersion": .string(), "metadata": .structure(metadata),
            "spec": .structure(spec), "status": .structure(status),
        ]
    )

    /// The metadata of an object.
    package static let metadata = GoStructure(
        name: "ObjectMeta",
        fields: [
            "name": .string(), "generateName": .string(), "namespace": .string(),
            "selfLink": .string(), "uid": .string("types.UID"), "resourceVersion": .string(),
            "generation": .integer("int64"), "creationTimestamp": .time,
            "deletionTimestamp": .time, "deletionGracePeriodSeconds": .integer("int64"),
            "labels": .map(.string()), "annotations": .map(.string()),
            "ownerReferences": .list(.structure(owner)), "finalizers": .list(.string()),
            "managedFields": .list(.structure(manager)),
        ]
    )

    private static let owner = GoStructure(
        name: "OwnerReference",
        fields: [
            "apiVersion": .string(), "kind": .string(), "name": .string(),
            "uid": .string("types.UID"), "controller": .boolean, "blockOwnerDeletion": .boolean,
        ]
    )

    private static let manager = GoStructure(
        name: "ManagedFieldsEntry",
        fields: [
            "manager": .string(), "operation": .string("v1.ManagedFieldsOperationType"),
            "apiVersion": .string(), "time": .time, "fieldsType": .string(), "fieldsV1": .any,
            "subresource": .string(),
        ]
    )

    private static let spec = GoStructure(
        name: "CustomResourceDefinitionSpec",
        fields: [
            "group": .string(), "names": .structure(names), "scope": .string("v1.ResourceScope"),
            "versions": .list(.structure(version)), "conversion": .structure(conversion),
            "preserveUnknownFields": .boolean,
        ]
    )

    private static let names = GoStructure(
        name: "CustomResourceDefinitionNames",
        fields: [
            "plural": .string(), "singular": .string(), "shortNames": .list(.string()),
            "kind": .string(), "listKind": .string(), "categories": .list(.string()),
        ]
    )

    private static let version = GoStructure(
        name: "CustomResourceDefinitionVersion",
        fields: [
            "name": .string(), "served": .boolean, "storage": .boolean, "deprecated": .boolean,
            "deprecationWarning": .string(),
            "schema": .structure(
                GoStructure(name: "CustomResourceValidation", fields: ["openAPIV3Schema": .schema])
            ),
            "subresources": .structure(subresources),
            "additionalPrinterColumns": .list(.structure(column)),
            "selectableFields": .list(
                .structure(GoStructure(name: "SelectableField", fields: ["jsonPath": .string()]))
            ),
        ]
    )

    private static let subresources = GoStructure(
        name: "CustomResourceSubresources",
        fields: [
            "status": .structure(GoStructure(name: "CustomResourceSubresourceStatus", fields: [:])),
            "scale": .structure(
                GoStructure(
                    name: "CustomResourceSubresourceScale",
                    fields: [
                        "specReplicasPath": .string(), "statusReplicasPath": .string(),
                        "labelSelectorPath": .string(),
                    ]
                )
            ),
        ]
    )

    private static let column = GoStructure(
        name: "CustomResourceColumnDefinition",
        fields: [
            "name": .string(), "type": .string(), "format": .string(), "description": .string(),
            "priority": .integer("int32"), "jsonPath": .string(),
        ]
    )

    private static let conversion = GoStructure(
        name: "CustomResourceConversion",
        fields: [
            "strategy": .string("v1.ConversionStrategyType"),
            "webhook": .structure(
                GoStructure(
                    name: "WebhookConversion",
                    fields: [
                        "clientConfig": .structure(client),
                        "conversionReviewVersions": .list(.string()),
                    ]
                )
            ),
        ]
    )

    private static let client = GoStructure(
        name: "WebhookClientConfig",
        fields: [
            "url": .string(), "caBundle": .bytes,
            "service": .structure(
                GoStructure(
                    name: "ServiceReference",
                    fields: [
                        "namespace": .string(), "name": .string(), "path": .string(),
                        "port": .integer("int32"),
                    ]
                )
            ),
        ]
    )

    private static let status = GoStructure(
        name: "CustomResourceDefinitionStatus",
        fields: [
            "acceptedNames": .structure(names), "storedVersions": .list(.string()),
            "observedGeneration": .integer("int64"),
            "conditions": .list(
                .structure(
                    GoStructure(
                        name: "CustomResourceDefinitionCondition",
                        fields: [
                            "type": .string("v1.CustomResourceDefinitionConditionType"),
                            "status": .string("v1.ConditionStatus"), "lastTransitionTime": .time,
                            "reason": .string(), "message": .string(),
                            "observedGeneration": .integer("int64"),
                        ]
                    )
                )
            ),
        ]
    )

    /// `JSONSchemaProps`.
    static let schema = GoStructure(
        name: "JSONSchemaProps",
        fields: [
            "id": .string(), "$schema": .string("v1.JSONSchemaURL"), "$ref": .string(),
            "description": .string(), "type": .string(), "format": .string(), "title": .string(),
            "default": .any, "maximum": .float, "exclusiveMaximum": .boolean, "minimum": .float,
            "exclusiveMinimum": .boolean, "maxLength": .integer("int64"),
            "minLength": .integer("int64"), "pattern": .string(), "maxItems": .integer("int64"),
            "minItems": .integer("int64"), "uniqueItems": .boolean, "multipleOf": .float,
            "enum": .list(.any), "maxProperties": .integer("int64"),
            "minProperties": .integer("int64"), "required": .list(.string()),
            "items": .schemaOrList, "allOf": .list(.schema), "oneOf": .list(.schema),
            "anyOf": .list(.schema), "not": .schema, "properties": .map(.schema),
            "additionalProperties": .schemaOrBoolean, "patternProperties": .map(.schema),
            "dependencies": .named("JSONSchemaDependencies", .map(.schemaOrStrings)),
            "additionalItems": .schemaOrBoolean,
            "definitions": .named("JSONSchemaDefinitions", .map(.schema)),
            "externalDocs": .structure(
                GoStructure(
                    name: "ExternalDocumentation",
                    fields: ["description": .string(), "url": .string()]
                )
            ),
            "example": .any, "nullable": .boolean, "x-kubernetes-preserve-unknown-fields": .boolean,
            "x-kubernetes-embedded-resource": .boolean, "x-kubernetes-int-or-string": .boolean,
            "x-kubernetes-list-map-keys": .list(.string()), "x-kubernetes-list-type": .string(),
            "x-kubernetes-map-type": .string(),
            "x-kubernetes-validations": .named("ValidationRules", .list(.structure(rule))),
        ]
    )

    private static let rule = GoStructure(
        name: "ValidationRule",
        fields: [
            "rule": .string(), "message": .string(), "messageExpression": .string(),
            "reason": .string("v1.FieldValueErrorReason"), "fieldPath": .string(),
            "optionalOldSelf": .boolean,
        ]
    )
}
