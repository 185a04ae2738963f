import CRDGeneratorCore
import CRDValues
import CRDYAML
import KubernetesUnits

extension Example {
    /// Swift code that creates the value, with a line feed at its end.
    ///
    ///     let widget = Widget(
    ///         metadata: .init(name: "example", namespace: "default"),
    ///         spec: .init(size: 1)
    ///     )
    package var code: String {
        let namespace = namespace.map { ", namespace: \"\($0)\"" } ?? ""
        let name = SwiftLiteral.string(name)
        var arguments = [
            CodeArgument(label: "metadata", value: .line(".init(name: \(name)\(namespace))"))
        ]
        arguments += self.arguments(body, type.root)
        let value = CodeValue.call("let \(variable) = \(typeName)", arguments)
        return value.text(indentedBy: 0, from: 0) + "\n"
    }

    /// The last word of the kind: `job` for a training job.
    private var variable: String {
        let words = SwiftName.attribute(type.definition.names.kind).split(separator: "_")
        let word = words.last.map(String.init) ?? ""
        let isName = word.utf8.first?.isLowercase ?? false
        return isName && SwiftName.escaped(word) == word ? word : "resource"
    }

    private func arguments(_ object: JSONObject, _ type: StructType) -> [CodeArgument] {
        var arguments: [CodeArgument] = []
        for attribute in type.attributes {
            guard let value = object[attribute.key] else { continue }
            arguments.append(
                CodeArgument(
                    label: SwiftName.argumentLabel(attribute.name),
                    value: attribute.isOptional && value == .null
                        ? .line("nil") : code(value, attribute.type)
                )
            )
        }
        if type.keepsUnknownFields {
            let known = Set(type.attributes.map(\.key))
            var unknown = JSONObject()
            for (key, value) in zip(object.keys, object.values) where !known.contains(key) {
                unknown[key] = value
            }
            if unknown.isEmpty { return arguments }
            let value = Self.literal(.object(unknown))
            arguments.append(CodeArgument(label: label("unknownFields"), value: value))
        }
        return arguments
    }

    private func code(_ value: JSONValue, _ type: TypeReference) -> CodeValue {
        switch type {
        case .string, .boolean, .integer, .integer32, .number, .dateTime, .base64, .intOrString,
            .json:
            return Self.literal(value)
        case .embeddedResource:
            let metadata = #"metadata: .init(name: "example")"#
            return .line(#".init(\#(label("apiVersion")): "v1", kind: "ConfigMap", \#(metadata))"#)
        case .condition:
            return condition(value)
        case .labelSelector:
            return labelSelector(value)
        case .enumeration(let name):
            return .line(caseCode(value, ofEnum: name))
        case .nullable(let type):
            return value == .null ? .line("nil") : code(value, type)
        case .external(let name):
            // The initializers of other types are unknown: the code has an editor placeholder.
            return Self.hasLiteral(name, for: value)
                ? Self.literal(value) : .line("<#\(name)#>")
        case .object(let name):
            guard let type = structs[name], case .object(let object) = value else {
                preconditionFailure("no object of a struct named '\(name)'")
            }
            return .call(".init", arguments(object, type))
        case .list(let element):
            guard case .array(let elements) = value else {
                preconditionFailure("a list that is no array")
            }
            return .elements(elements.map { CodeArgument(label: nil, value: code($0, element)) })
        case .map(let element):
            guard case .object(let object) = value else {
                preconditionFailure("a map that is no object")
            }
            return .pairs(
                zip(object.keys, object.values).map { key, value in
                    CodeArgument(label: SwiftLiteral.string(key), value: code(value, element))
                }
            )
        }
    }

    private func condition(_ value: JSONValue) -> CodeValue {
        .call(
            ".init",
            [
                CodeArgument(
                    label: label("lastTransitionTime"),
                    value: Self.literal(value["lastTransitionTime"] ?? "")
                ),
                CodeArgument(label: "message", value: .line(#""""#)),
                CodeArgument(label: "reason", value: .line(#""Example""#)),
                CodeArgument(label: "status", value: .line(".true")),
                CodeArgument(label: "type", value: .line(#""Ready""#)),
            ]
        )
    }

    private func labelSelector(_ value: JSONValue) -> CodeValue {
        var arguments: [CodeArgument] = []
        if value["matchExpressions"] != nil {
            let requirement = CodeValue.line(#".init(key: "app", operator: "Exists")"#)
            let list = CodeValue.elements([CodeArgument(label: nil, value: requirement)])
            arguments.append(CodeArgument(label: label("matchExpressions"), value: list))
        }
        if let labels = value["matchLabels"] {
            let labels = Self.literal(labels)
            arguments.append(CodeArgument(label: label("matchLabels"), value: labels))
        }
        return .call(".init", arguments)
    }

    /// Returns the label for a key of a struct of the runtime.
    private func label(_ key: String) -> String { AttributeName.usual(key, type.naming) }

    /// Returns the case of an enumeration for a value.
    private func caseCode(_ value: JSONValue, ofEnum name: String) -> String {
        let text =
            switch value {
            case .string(let text): text
            case .number(let number): number.text
            case .boolean(let boolean): boolean ? "true" : "false"
            case .null, .array, .object: ""
            }
        let cases = type.enums.first { $0.name == name }?.cases ?? []
        guard let known = cases.first(where: { $0.value == text }) else {
            return ".unrecognized(\(Self.literal(value).text(indentedBy: 0, from: 0)))"
        }
        return "." + SwiftName.escaped(known.name)
    }

    /// Returns a literal of `JSONValue`, which is also valid for any scalar type.
    private static func literal(_ value: JSONValue) -> CodeValue {
        switch value {
        case .null: .line(".null")
        case .boolean(let value): .line(value ? "true" : "false")
        case .number(let number): .line(literal(number))
        case .string(let text): .line(SwiftLiteral.string(text))
        case .array(let elements):
            .elements(elements.map { CodeArgument(label: nil, value: literal($0)) })
        case .object(let object):
            .pairs(
                zip(object.keys, object.values).map { key, value in
                    CodeArgument(label: SwiftLiteral.string(key), value: literal(value))
                }
            )
        }
    }

    /// Whether a type that isn't generated has literals like that of a value.
    private static func hasLiteral(_ type: String, for value: JSONValue) -> Bool {
        switch (type, value) {
        case ("CRDConventions.GoDuration", .string(let text)): GoDuration(text) != nil
        case ("CRDConventions.Quantity", .string(let text)): Quantity(text) != nil
        case ("CRDConventions.Quantity", .number(let number)): number.integer != nil
        case ("CRDRuntime.JSONValue", _), ("String", .string), ("Bool", .boolean): true
        default: false
        }
    }

    /// Returns the number for Swift; 0 if it is out of range.
    private static func literal(_ number: JSONNumber) -> String {
        if Int(number.text) != nil { return number.text }
        return number.double.isFinite ? number.double.description : "0"
    }
}

/// Swift code of a value.
private enum CodeValue {
    case line(String)
    /// A call of a function or initializer.
    case call(String, [CodeArgument])
    case elements([CodeArgument])
    case pairs([CodeArgument])
}

private struct CodeArgument {
    let label: String?
    let value: CodeValue

    /// Returns the argument in a line that begins with it.
    func text(indentedBy indent: Int) -> String {
        let label = label.map { "\($0): " } ?? ""
        return label + value.text(indentedBy: indent, from: indent + label.utf8.count)
    }
}

extension CodeValue {
    private static let longestLine = 100

    /// Returns the code, on one line if it fits and has at most one argument on each level, or else
    /// with one argument per line.
    ///
    /// - Parameters:
    ///   - indent: The number of spaces before the first line of the code.
    ///   - column: The column where the code begins in that line.
    /// - Returns: The lines, without the last line feed.
    func text(indentedBy indent: Int, from column: Int) -> String {
        let (start, arguments, end, lastComma) = parts
        if arguments.isEmpty { return start + end }
        let texts = arguments.map { $0.text(indentedBy: indent + 4) }
        if texts.count == 1, let only = texts.first, !only.utf8.contains(UInt8(ascii: "\n")) {
            let line = start + only + end
            if column + line.utf8.count + 1 <= Self.longestLine { return line }
        }
        let space = String(repeating: " ", count: indent)
        var text = start
        for (index, argument) in texts.enumerated() {
            let comma = index + 1 < texts.count ? "," : lastComma
            text += "\n\(space)    \(argument)\(comma)"
        }
        return "\(text)\n\(space)\(end)"
    }

    private var parts: (String, [CodeArgument], String, String) {
        switch self {
        case .line(let text): (text, [], "", "")
        case .call(let name, let arguments): ("\(name)(", arguments, ")", "")
        case .elements(let elements): ("[", elements, "]", ",")
        case .pairs(let pairs): (pairs.isEmpty ? "[:" : "[", pairs, "]", ",")
        }
    }
}
