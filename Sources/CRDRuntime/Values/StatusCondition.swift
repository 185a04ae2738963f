/// A condition with a type and the status `True`, `False` or `Unknown`.
///
/// ``Condition`` conforms to it, and so does every generated struct whose properties `type` and
/// `status` are strings or enumerations. The module `CRDConventions` adds functions that find
/// conditions by their type.
public protocol StatusCondition {
    /// The type of the property `type`, such as `String`.
    associatedtype ConditionType
    /// The type of the property `status`, such as `Condition.Status`.
    associatedtype ConditionStatus

    /// The type of the condition, such as `Ready`.
    var type: ConditionType { get }
    /// The status of the condition.
    var status: ConditionStatus { get }
}

extension Condition: StatusCondition {}
