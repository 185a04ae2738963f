extension ShapeTable {
    /// The objects that the runtime has types for.
    struct WellKnown {
        var condition: Shape?
        var selector: Shape?

        /// The runtime's type; `nil` if there is none.
        func type(of object: Shape) -> Shape? {
            // Compared rather than looked up, because the number of fields is different in most
            // cases.
            if object == condition { return .condition }
            return object == selector ? .labelSelector : nil
        }
    }
}

extension ShapeTable {
    /// Interns the shapes of types in the runtime: `metav1.Condition` and `metav1.LabelSelector`,
    /// as in schemas by controller-gen.
    ///
    /// - Parameters:
    ///   - hasCondition: Whether `Condition` is used.
    ///   - hasSelector: Whether `LabelSelector` is used.
    mutating func internWellKnownTypes(condition hasCondition: Bool, selector hasSelector: Bool) {
        func field(_ key: String, _ shape: ID, isRequired: Bool = false) -> Field {
            Field(key: key, shape: shape, isRequired: isRequired, isNullable: false)
        }
        let string = intern(.string)
        let strings = intern(.list(string))
        let dateTime = intern(.dateTime)
        let integer = intern(.integer)
        let status = intern(.enumeration(.conditionStatus))
        let condition = Shape.object(
            [
                field("lastTransitionTime", dateTime, isRequired: true),
                field("message", string, isRequired: true),
                field("observedGeneration", integer),
                field("reason", string, isRequired: true),
                field("status", status, isRequired: true),
                field("type", string, isRequired: true),
            ],
            keepsUnknownFields: false
        )
        let requirement = intern(
            .object(
                [
                    field("key", string, isRequired: true),
                    field("operator", string, isRequired: true),
                    field("values", strings),
                ],
                keepsUnknownFields: false
            )
        )
        let selector = Shape.object(
            [
                field("matchExpressions", intern(.list(requirement))),
                field("matchLabels", intern(.map(string))),
            ],
            keepsUnknownFields: false
        )
        wellKnown = WellKnown(
            condition: hasCondition ? condition : nil,
            selector: hasSelector ? selector : nil
        )
    }
}
