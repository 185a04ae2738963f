public import CRDRuntime

// Properties of resources are in snake_case.
// swift-format-ignore: AlwaysUseLowerCamelCase
extension Condition {
    /// Creates a condition whose status changes now.
    public init(
        type: String,
        status: Status,
        reason: String,
        message: String = "",
        observed_generation: Int? = nil
    ) {
        self.init(
            last_transition_time: .now,
            message: message,
            observed_generation: observed_generation,
            reason: reason,
            status: status,
            type: type
        )
    }

    /// Creates a condition whose status changes now.
    public init(
        type: String,
        status: Status,
        reason: String,
        message: String = "",
        observedGeneration: Int?
    ) {
        self.init(type: type, status: status, reason: reason, message: message)
        observed_generation = observedGeneration
    }
}

extension [Condition] {
    /// Sets the condition of a type (`meta.SetStatusCondition` of apimachinery v0.35).
    ///
    /// If the list has a condition of this type with the same status, its `last_transition_time` is
    /// kept. Otherwise the condition is replaced or appended.
    ///
    /// - Returns: Whether the list has changed.
    @discardableResult
    public mutating func set(_ condition: Condition) -> Bool {
        guard let position = firstIndex(where: { $0.type == condition.type }) else {
            append(condition)
            return true
        }
        var new = condition
        if self[position].status == new.status {
            new.last_transition_time = self[position].last_transition_time
        }
        if self[position] == new { return false }
        self[position] = new
        return true
    }

    /// Removes the conditions of a type (`meta.RemoveStatusCondition`).
    ///
    /// - Returns: Whether the list has changed.
    @discardableResult
    public mutating func remove(_ type: String) -> Bool {
        let count = count
        removeAll { $0.type == type }
        return self.count < count
    }
}

extension [Condition]? {
    /// Sets the condition of a type, also in a list that is missing.
    ///
    /// If the list has a condition of this type with the same status, its `last_transition_time` is
    /// kept. Otherwise the condition is replaced or appended.
    ///
    /// - Returns: Whether the list has changed.
    @discardableResult
    public mutating func set(_ condition: Condition) -> Bool {
        var conditions = self ?? []
        defer { self = conditions }
        return conditions.set(condition)
    }
}
