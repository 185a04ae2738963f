import CRDValues
import CRDYAML
import KubernetesCEL

/// A step from a value to the values in it, as rules name them.
enum ValueStep: Hashable {
    /// The value of a key.
    case key(String)
    /// The element at an index.
    case index(Int)
    /// Every element of a list; of a map, the keys.
    case each

    init(_ step: NodeStep) {
        switch step {
        case .key(let key): self = .key(key)
        case .index(let index): self = .index(index)
        }
    }
}

extension JSONValue {
    /// Returns the first value at a path; `nil` if there is none.
    func first(at path: ArraySlice<ValueStep>) -> JSONValue? {
        guard let step = path.first else { return self }
        let rest = path.dropFirst()
        switch (step, self) {
        case (.key(let key), _): return self[key]?.first(at: rest)
        case (.index(let index), _): return self[index]?.first(at: rest)
        case (.each, .array(let elements)): return elements.first?.first(at: rest)
        case (.each, .object(let object)): return object.keys.first.map { .string($0) }
        case (.each, _): return Optional.none
        }
    }

    /// Returns the value with a change of the values at a path.
    ///
    /// - Parameters:
    ///   - path: The path.
    ///   - missing: Returns the value of a missing key before the last one, by the number of its
    ///     steps.
    ///   - change: Returns the new value from the old one; `nil` removes the key.
    /// - Returns: `nil` if the path does not exist.
    func changing(
        _ path: ArraySlice<ValueStep>,
        missing: (Int) -> JSONValue?,
        _ change: (JSONValue?) -> JSONValue?
    ) -> JSONValue? {
        guard let step = path.first else { return change(self) }
        let rest = path.dropFirst()
        switch (step, self) {
        case (.key(let key), .object(var object)):
            if rest.isEmpty {
                object[key] = change(object[key])
            } else {
                guard let value = object[key] ?? missing(rest.startIndex),
                    let changed = value.changing(rest, missing: missing, change)
                else { return Optional.none }
                object[key] = changed
            }
            return .object(object)
        case (.index(let index), .array(var elements)):
            guard index < elements.count,
                let changed = elements[index].changing(rest, missing: missing, change)
            else { return Optional.none }
            elements[index] = changed
            return .array(elements)
        case (.each, .array(let elements)):
            let changed = elements.compactMap { $0.changing(rest, missing: missing, change) }
            guard !changed.isEmpty, changed.count == elements.count else { return Optional.none }
            return .array(changed)
        case (.each, .object(let object)): return object.changingKey(change).map { .object($0) }
        case (.key, _), (.index, _), (.each, _): return Optional.none
        }
    }
}

extension JSONObject {
    /// Returns the object with another name for its only key; `nil` if it has several.
    fileprivate func changingKey(_ change: (JSONValue?) -> JSONValue?) -> JSONObject? {
        guard count == 1, case .string(let key)? = change(.string(keys[0])) else { return nil }
        var object = JSONObject()
        object[key] = values[0]
        return object
    }
}
