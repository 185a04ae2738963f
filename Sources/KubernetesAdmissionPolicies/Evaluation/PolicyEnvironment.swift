import KubernetesCEL

/// The variables of the expressions of a policy (k8s.io/apiserver v0.35, pkg/admission/plugin/cel).
struct PolicyEnvironment: Sendable {
    /// The values of the variables for one request.
    struct Values {
        let object: Value
        let oldObject: Value
        var namespaceObject: Value
        var request: Value
        /// The request in match conditions, whose resource has the version of the request.
        let conditionRequest: Value
        var params = Value.null
        var variables = Value.null
        /// The permissions, of which only a cluster knows.
        var authorizer = UnknownValue.value("authorizer")

        /// The values for audit annotations, which cannot check permissions (`validator.Validate`).
        var forAnnotations: Values {
            var values = self
            values.authorizer = .error("no such attribute(s): authorizer")
            return values
        }

        /// The values for match conditions, which don't see the Namespace (`matcher.Match`).
        var forConditions: Values {
            var values = self
            values.request = conditionRequest
            values.namespaceObject = .null
            return values
        }
    }

    /// Whether the policy has a kind of parameters.
    let hasParams: Bool
    /// Whether expressions can ask for permissions.
    let hasAuthorizer: Bool
    /// The types of the policy's variables; `nil` if there is no `variables`.
    var variables: [ObjectType.Field]?
    /// The type of `object` and `oldObject`.
    var object = DeclaredType(.dyn)
    /// The type of `params`.
    var params = DeclaredType(.dyn)

    /// Creates an environment in which objects and parameters can be anything.
    init(hasParams: Bool, hasAuthorizer: Bool, variables: [ObjectType.Field]?) {
        self.hasParams = hasParams
        self.hasAuthorizer = hasAuthorizer
        self.variables = variables
    }

    /// Returns the environment with the types of the variables.
    var environment: Environment {
        var declared: [Environment.Variable] = [
            .init("object", object), .init("oldObject", object),
            .init("namespaceObject", Self.namespace), .init("request", Self.request),
        ]
        if hasParams { declared.append(.init("params", params)) }
        if let variables {
            let type = ObjectType(name: "kubernetes.variables", fields: variables)
            declared.append(.init("variables", DeclaredType(.object(type))))
        }
        if hasAuthorizer {
            declared.append(.init("authorizer", Self.authorization("Authorizer")))
            let resource = Self.authorization("ResourceCheck")
            declared.append(.init("authorizer.requestResource", resource))
        }
        return Environment(variables: declared)
    }

    /// Returns the values in the order of the variables of the environment.
    func ordered(_ values: Values) -> Variables {
        var ordered = [values.object, values.oldObject, values.namespaceObject, values.request]
        if hasParams { ordered.append(values.params) }
        if variables != nil { ordered.append(values.variables) }
        if hasAuthorizer { ordered += [values.authorizer, values.authorizer] }
        return Variables(ordered)
    }

    private static func authorization(_ name: String) -> DeclaredType {
        DeclaredType(.opaque("kubernetes.authorization.\(name)"))
    }

    // MARK: - Types

    private static let string = DeclaredType(.string)
    private static let strings = DeclaredType(.list(string))
    private static let time = DeclaredType(.timestamp)

    private static func object(_ name: String, _ fields: [(String, DeclaredType)]) -> DeclaredType {
        let fields = fields.map { ObjectType.Field(name: $0.0, property: $0.0, type: $0.1) }
        return DeclaredType(.object(ObjectType(name: "kubernetes.\(name)", fields: fields)))
    }

    private static func map(_ value: DeclaredType) -> DeclaredType {
        DeclaredType(.map(key: string, value: value))
    }

    private static let request: DeclaredType = {
        let kind = object(
            "GroupVersionKind",
            [("group", string), ("version", string), ("kind", string)]
        )
        let resource = object(
            "GroupVersionResource",
            [("group", string), ("version", string), ("resource", string)]
        )
        let user = object(
            "UserInfo",
            [
                ("username", string), ("uid", string), ("groups", strings), ("extra", map(strings)),
            ]
        )
        return object(
            "AdmissionRequest",
            [
                ("kind", kind), ("resource", resource), ("subResource", string),
                ("requestKind", kind), ("requestResource", resource),
                ("requestSubResource", string), ("name", string), ("namespace", string),
                ("operation", string), ("userInfo", user), ("dryRun", DeclaredType(.bool)),
                ("options", DeclaredType(.dyn)),
            ]
        )
    }()

    private static let namespace: DeclaredType = {
        let metadata = object(
            "NamespaceMetadata",
            [
                ("name", string), ("generateName", string), ("namespace", string),
                ("labels", map(string)), ("annotations", map(string)), ("UID", string),
                ("creationTimestamp", time), ("deletionGracePeriodSeconds", DeclaredType(.int)),
                ("deletionTimestamp", time), ("generation", DeclaredType(.int)),
                ("resourceVersion", string), ("finalizers", strings),
            ]
        )
        let condition = object(
            "NamespaceCondition",
            [
                ("status", string), ("type", string), ("lastTransitionTime", time),
                ("message", string), ("reason", string),
            ]
        )
        let status = object(
            "NamespaceStatus",
            [("conditions", DeclaredType(.list(condition))), ("phase", string)]
        )
        let spec = object("NamespaceSpec", [("finalizers", strings)])
        return object("Namespace", [("metadata", metadata), ("spec", spec), ("status", status)])
    }()
}
