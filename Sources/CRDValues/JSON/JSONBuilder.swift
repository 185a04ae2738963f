/// Builds a JSON value from the events of a walk.
package struct JSONBuilder {
    /// An array or an object that is not complete.
    private enum Open {
        case array([JSONValue])
        case object(JSONObject)
    }

    /// The last value that was completed.
    package private(set) var value = JSONValue.null
    /// The incomplete arrays and objects, the outermost first.
    private var open: [Open] = []
    /// The keys of the objects whose values are being built, the outermost first.
    private var keys: [String] = []

    /// Creates a builder.
    package init() {}

    /// Adds an event.
    package mutating func add(_ event: JSONWalk.Event) {
        switch event {
        case .value(.array): open.append(.array([]))
        case .value(.object): open.append(.object(JSONObject()))
        case .value(let value): add(value: value)
        case .key(let key): keys.append(key)
        case .end:
            switch open.removeLast() {
            case .array(let elements): add(value: .array(elements))
            case .object(let object): add(value: .object(object))
            }
        }
    }

    /// Adds a complete value.
    package mutating func add(value: JSONValue) {
        // Taken out and put back, to avoid a copy.
        switch open.popLast() {
        case .array(var elements):
            elements.append(value)
            open.append(.array(elements))
        case .object(var object):
            object[keys.removeLast()] = value
            open.append(.object(object))
        case nil:
            self.value = value
        }
    }
}
