import CRDGeneratorCore
package import CRDValues
package import CRDYAML

extension Example {
    /// The manifest, with a line feed at its end.
    ///
    ///     apiVersion: example.com/v1
    ///     kind: Widget
    ///     metadata:
    ///       name: example
    ///       namespace: default
    package var manifest: String {
        var emitter = Emitter()
        emitter.value(.object(object))
        return emitter.text
    }

    /// The manifest as a value.
    package var object: JSONObject {
        var metadata = JSONObject()
        metadata["name"] = .string(name)
        metadata["namespace"] = namespace.map { .string($0) }
        var object = JSONObject()
        object["apiVersion"] = .string(type.definition.apiVersion)
        object["kind"] = .string(type.definition.names.kind)
        object["metadata"] = .object(metadata)
        for (key, value) in zip(body.keys, body.values) { object[key] = value }
        return object
    }

    /// The namespace of the example; `nil` for cluster-scoped resources.
    var namespace: String? {
        switch type.definition.scope {
        case .namespaced: "default"
        case .cluster: nil
        }
    }
}

extension Emitter {
    /// Writes a value with its nested values.
    package mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .boolean(let value): boolean(value)
        case .number(let number): numberLiteral(number.text)
        case .string(let text): string(text)
        case .array(let elements):
            beginSequence()
            for element in elements { self.value(element) }
            endSequence()
        case .object(let object):
            beginMapping()
            for (key, value) in zip(object.keys, object.values) {
                self.key(key)
                self.value(value)
            }
            endMapping()
        }
    }
}
