/// A type of the runtime that generated code uses.
///
/// Types that begin with an underscore are not included, as their names cannot be ambiguous.
package enum RuntimeTypeName: String, CaseIterable, Sendable {
    case base64Data = "Base64Data"
    case condition = "Condition"
    case dateTime = "DateTime"
    case embeddedResource = "EmbeddedResource"
    case fieldStruct = "FieldStruct"
    case intOrString = "IntOrString"
    case jsonObject = "JSONObject"
    case jsonValue = "JSONValue"
    case labelSelector = "LabelSelector"
    case objectMeta = "ObjectMeta"
    case openEnumeration = "OpenEnumeration"
    case resource = "Resource"
    case resourceDefinition = "ResourceDefinition"
    case statusCondition = "StatusCondition"

    /// Whether other code can easily have a type with this name: it is a common word, or a name of
    /// the Kubernetes API.
    package var isCommon: Bool {
        switch self {
        case .condition, .dateTime, .intOrString, .jsonObject, .jsonValue, .labelSelector,
            .objectMeta, .resource:
            true
        case .base64Data, .embeddedResource, .fieldStruct, .openEnumeration,
            .resourceDefinition, .statusCondition:
            false
        }
    }
}
