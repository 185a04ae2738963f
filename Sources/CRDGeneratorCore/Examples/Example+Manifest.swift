import CRDRuntime
import YAML

extension Example {
    /// The manifest, with a line feed at its end.
    ///
    ///     apiVersion: example.com/v1
    ///     kind: Widget
    ///     metadata:
    ///       name: example
    ///       namespace: default
    var manifest: String {
        var metadata = JSONObject()
        metadata["name"] = "example"
        metadata["namespace"] = namespace.map { .string($0) }
        var emitter = Emitter()
        emitter.beginMapping()
        emitter.key("apiVersion")
        emitter.string(type.definition.apiVersion)
        emitter.key("kind")
        emitter.string(type.definition.names.kind)
        emitter.key("metadata")
        emitter.value(.object(metadata))
        for (key, value) in zip(body.keys, body.values) {
            emitter.key(key)
            emitter.value(value)
        }
        emitter.endMapping()
        return emitter.text
    }

    /// The namespace of the example; `nil` for resources of the whole cluster.
    var namespace: String? {
        switch type.definition.scope {
        case .namespaced: "default"
        case .cluster: nil
        }
    }
}

extension Emitter {
    fileprivate mutating func value(_ value: JSONValue) {
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
