import CRDRuntime

extension JSONValue {
    /// The error for a step that a value does not have.
    struct StepError: Error {
        let message: String
    }

    /// Returns the value at the end of some steps; `nil` if there is none.
    func value(at steps: ArraySlice<DocumentPath.Step>) -> JSONValue? {
        guard let step = steps.first else { return self }
        guard let child = try? child(step) else { return nil }
        switch child {
        case .key(let key): return self[key]?.value(at: steps.dropFirst())
        case .index(let index): return self[index]?.value(at: steps.dropFirst())
        }
    }

    /// Sets the value at the end of some steps, and creates the objects and arrays that are missing.
    mutating func set(
        _ value: JSONValue,
        at steps: ArraySlice<DocumentPath.Step>
    ) throws(StepError) {
        guard let step = steps.first else {
            self = value
            return
        }
        if self == .null { self = step.emptyParent }
        switch try child(step) {
        case .key(let key):
            guard case .object(var object) = self else { return }
            var member = object[key] ?? .null
            try member.set(value, at: steps.dropFirst())
            object[key] = member
            self = .object(object)
        case .index(let index):
            guard case .array(var elements) = self else { return }
            var element = step.newItem
            if index < elements.count { element = elements[index] }
            try element.set(value, at: steps.dropFirst())
            if index < elements.count {
                elements[index] = element
            } else {
                elements.append(element)
            }
            self = .array(elements)
        }
    }

    /// Removes the value at the end of some steps.
    ///
    /// - Returns: Whether there was a value.
    mutating func remove(at steps: ArraySlice<DocumentPath.Step>) throws(StepError) -> Bool {
        guard let step = steps.first else { return false }
        switch try child(step) {
        case .key(let key):
            guard case .object(var object) = self, var member = object[key] else { return false }
            var wasFound = true
            if steps.count == 1 {
                object[key] = nil
            } else {
                wasFound = try member.remove(at: steps.dropFirst())
                object[key] = member
            }
            self = .object(object)
            return wasFound
        case .index(let index):
            guard case .array(var elements) = self, index < elements.count else { return false }
            var wasFound = true
            if steps.count == 1 {
                elements.remove(at: index)
            } else {
                wasFound = try elements[index].remove(at: steps.dropFirst())
            }
            self = .array(elements)
            return wasFound
        }
    }

    /// A step in a value of a known type.
    enum Child {
        case key(String)
        /// An index; the number of elements stands for a new one.
        case index(Int)
    }

    /// Returns the meaning of a step in this value.
    func child(_ step: DocumentPath.Step) throws(StepError) -> Child {
        switch (self, step) {
        case (.object, .key(let key)), (.object, .bracket(let key)):
            return .key(key)
        case (.array(let elements), .bracket(let word)):
            guard let index = Int(word), index >= 0, index <= elements.count else {
                let range = elements.isEmpty ? "'[+]'" : "'[0]' to '[\(elements.count)]', or '[+]'"
                throw StepError(message: "found '[\(word)]', expected \(range)")
            }
            return .index(index)
        case (.array(let elements), .item(let key, let value)):
            let index = elements.firstIndex { $0[key]?.isText(value) ?? false }
            return .index(index ?? elements.count)
        case (.array(let elements), .end):
            return .index(elements.count)
        case (.array, .key(let key)):
            throw StepError(message: "found a list, expected a map with the key '\(key)'")
        case (.object, .item), (.object, .end):
            throw StepError(message: "found a map, expected a list")
        case (.null, _), (.boolean, _), (.number, _), (.string, _):
            throw StepError(message: "found \(jsonText), expected a map or a list")
        }
    }

    /// Whether this is a string or number with a text.
    private func isText(_ text: String) -> Bool {
        switch self {
        case .string(let string): string == text
        case .number(let number): number.text == text
        case .null, .boolean, .array, .object: false
        }
    }
}

extension DocumentPath.Step {
    /// The empty value in which this step creates a member.
    fileprivate var emptyParent: JSONValue {
        switch self {
        case .key: .object(JSONObject())
        case .bracket(let word): word == "0" ? .array([]) : .object(JSONObject())
        case .item, .end: .array([])
        }
    }

    /// The item that this step creates.
    fileprivate var newItem: JSONValue {
        guard case .item(let key, let value) = self else { return .null }
        var object = JSONObject()
        object[key] = .string(value)
        return .object(object)
    }
}
