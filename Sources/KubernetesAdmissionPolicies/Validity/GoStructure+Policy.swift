import CRDDefinitionValidity

/// The fields of policies and their bindings (k8s.io/api v0.35, admissionregistration/v1).
extension GoStructure {
    /// `ValidatingAdmissionPolicy`.
    static let policy = GoStructure(
        name: "ValidatingAdmissionPolicy",
        fields: [
            "kind": .string(), "apiVersion": .string(), "metadata": .structure(metadata),
            "spec": .structure(policySpec), "status": .structure(policyStatus),
        ]
    )

    /// `ValidatingAdmissionPolicyBinding`.
    static let policyBinding = GoStructure(
        name: "ValidatingAdmissionPolicyBinding",
        fields: [
            "kind": .string(), "apiVersion": .string(), "metadata": .structure(metadata),
            "spec": .structure(bindingSpec),
        ]
    )

    private static let policySpec = GoStructure(
        name: "ValidatingAdmissionPolicySpec",
        fields: [
            "paramKind": .structure(
                GoStructure(
                    name: "ParamKind",
                    fields: ["apiVersion": .string(), "kind": .string()]
                )
            ),
            "matchConstraints": .structure(matchResources),
            "validations": .list(.structure(validation)),
            "failurePolicy": .string("v1.FailurePolicyType"),
            "auditAnnotations": .list(
                .structure(
                    GoStructure(
                        name: "AuditAnnotation",
                        fields: ["key": .string(), "valueExpression": .string()]
                    )
                )
            ),
            "matchConditions": .list(.structure(namedExpression("MatchCondition"))),
            "variables": .list(.structure(namedExpression("Variable"))),
        ]
    )

    private static func namedExpression(_ name: String) -> GoStructure {
        GoStructure(name: name, fields: ["name": .string(), "expression": .string()])
    }

    private static let validation = GoStructure(
        name: "Validation",
        fields: [
            "expression": .string(), "message": .string(), "reason": .string("v1.StatusReason"),
            "messageExpression": .string(),
        ]
    )

    private static let policyStatus = GoStructure(
        name: "ValidatingAdmissionPolicyStatus",
        fields: [
            "observedGeneration": .integer("int64"),
            "typeChecking": .structure(
                GoStructure(
                    name: "TypeChecking",
                    fields: [
                        "expressionWarnings": .list(
                            .structure(
                                GoStructure(
                                    name: "ExpressionWarning",
                                    fields: ["fieldRef": .string(), "warning": .string()]
                                )
                            )
                        )
                    ]
                )
            ),
            "conditions": .list(.structure(condition)),
        ]
    )

    private static let condition = GoStructure(
        name: "Condition",
        fields: [
            "type": .string(), "status": .string("v1.ConditionStatus"),
            "observedGeneration": .integer("int64"), "lastTransitionTime": .time,
            "reason": .string(), "message": .string(),
        ]
    )

    private static let bindingSpec = GoStructure(
        name: "ValidatingAdmissionPolicyBindingSpec",
        fields: [
            "policyName": .string(),
            "paramRef": .structure(
                GoStructure(
                    name: "ParamRef",
                    fields: [
                        "name": .string(), "namespace": .string(),
                        "selector": .structure(labelSelector),
                        "parameterNotFoundAction": .string("v1.ParameterNotFoundActionType"),
                    ]
                )
            ),
            "matchResources": .structure(matchResources),
            "validationActions": .list(.string("v1.ValidationAction")),
        ]
    )

    private static let matchResources = GoStructure(
        name: "MatchResources",
        fields: [
            "namespaceSelector": .structure(labelSelector),
            "objectSelector": .structure(labelSelector),
            "resourceRules": .list(.structure(namedRule)),
            "excludeResourceRules": .list(.structure(namedRule)),
            "matchPolicy": .string("v1.MatchPolicyType"),
        ]
    )

    private static let namedRule = GoStructure(
        name: "NamedRuleWithOperations",
        fields: [
            "resourceNames": .list(.string()), "operations": .list(.string("v1.OperationType")),
            "apiGroups": .list(.string()), "apiVersions": .list(.string()),
            "resources": .list(.string()), "scope": .string("v1.ScopeType"),
        ]
    )

    private static let labelSelector = GoStructure(
        name: "LabelSelector",
        fields: [
            "matchLabels": .map(.string()),
            "matchExpressions": .list(
                .structure(
                    GoStructure(
                        name: "LabelSelectorRequirement",
                        fields: [
                            "key": .string(), "operator": .string("v1.LabelSelectorOperator"),
                            "values": .list(.string()),
                        ]
                    )
                )
            ),
        ]
    )
}
