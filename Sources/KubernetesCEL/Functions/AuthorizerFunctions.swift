/// Functions of the authorizer (k8s.io/apiserver v0.35, pkg/cel/library/authz.go).
///
/// They are declared in CRDs too, but there is no variable from which one could be called.
extension Function {
    static var authorizer: [Function] {
        let authorizer = type("Authorizer")
        let path = type("PathCheck")
        let group = type("GroupCheck")
        let resource = type("ResourceCheck")
        let decision = type("Decision")
        return [
            step("allowed", "decision_allowed", [decision], .bool),
            Function(
                "check",
                cost: .check,
                [
                    overload("pathcheck_check", [path, .string], decision),
                    overload("resourcecheck_check", [resource, .string], decision),
                ]
            ),
            step("error", "decision_error", [decision], .string),
            step("errored", "decision_errored", [decision], .bool),
            step("fieldSelector", "authorizer_fieldselector", [resource, .string], resource),
            step("group", "authorizer_group", [authorizer, .string], group),
            step("labelSelector", "authorizer_labelselector", [resource, .string], resource),
            step("name", "resourcecheck_name", [resource, .string], resource),
            step("namespace", "resourcecheck_namespace", [resource, .string], resource),
            step("path", "authorizer_path", [authorizer, .string], path),
            step("reason", "decision_reason", [decision], .string),
            step("resource", "groupcheck_resource", [group, .string], resource),
            step(
                "serviceAccount",
                "authorizer_serviceaccount",
                [authorizer, .string, .string],
                authorizer
            ),
            step("subresource", "resourcecheck_subresource", [resource, .string], resource),
        ]
    }

    private static func type(_ name: String) -> Signature {
        .opaque("kubernetes.authorization.\(name)")
    }

    private static func step(
        _ name: String,
        _ id: String,
        _ parameters: [Signature],
        _ result: Signature
    ) -> Function {
        Function(name, cost: .one, [overload(id, parameters, result)])
    }

    private static func overload(
        _ id: String,
        _ parameters: [Signature],
        _ result: Signature
    ) -> Overload {
        .memberN(id, parameters, result) { _ in .noSuchOverload }
    }
}
