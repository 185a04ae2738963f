import Foundation
import KubernetesCEL

/// The forms of values and types in the data files.
enum Form {
    /// Returns a declared type.
    static func type(_ form: Any) -> DeclaredType {
        if let name = form as? String { return DeclaredType(basic(name)) }
        let object = form as? [String: Any] ?? [:]
        if let element = object["list"] { return DeclaredType(.list(type(element))) }
        if let parts = object["map"] as? [Any], parts.count == 2 {
            return DeclaredType(.map(key: type(parts[0]), value: type(parts[1])))
        }
        return DeclaredType(.dyn)
    }

    private static func basic(_ name: String) -> DeclaredType.Kind {
        switch name {
        case "bool": .bool
        case "int": .int
        case "uint": .uint
        case "double": .double
        case "string": .string
        case "bytes": .bytes
        case "null": .null
        case "timestamp": .timestamp
        case "duration": .duration
        default: .dyn
        }
    }

    /// Returns a value.
    static func value(_ form: Any) -> Value {
        guard let (kind, content) = (form as? [String: Any])?.first else { return .null }
        switch kind {
        case "int": return .int(Int64(content as? String ?? "") ?? 0)
        case "uint": return .uint(UInt64(content as? String ?? "") ?? 0)
        case "double": return .double(double(content))
        case "string": return .string(content as? String ?? "")
        case "bytes": return .bytes(Array(Data(base64Encoded: content as? String ?? "") ?? Data()))
        case "bool": return .bool(content as? Bool ?? false)
        case "list": return .list((content as? [Any] ?? []).map(value))
        case "map":
            var entries = MapEntries()
            for case let pair as [Any] in content as? [Any] ?? [] {
                entries.set(value(pair[0]), value(pair[1]))
            }
            return .map(.literal(entries))
        case "duration", "timestamp": return converted(kind, content)
        default: return .null
        }
    }

    /// Returns a duration or a timestamp, by way of the language.
    private static func converted(_ function: String, _ content: Any) -> Value {
        let environment = Environment(variables: [.init("text", DeclaredType(.string))])
        let text = Value.string(content as? String ?? "")
        let program = try? environment.compile("\(function)(text)").program()
        return program?.evaluate(Variables(text)).value ?? .null
    }

    private static func double(_ content: Any) -> Double {
        switch content as? String {
        case "NaN": .nan
        case "Infinity": .infinity
        case "-Infinity": -.infinity
        default: (content as? NSNumber)?.doubleValue ?? 0
        }
    }

    /// Returns a text that is the same for equal values, such as `{"int":"1"}`.
    static func text(of form: Any) -> String {
        if let object = form as? [String: Any], let name = object["opaque"] {
            return "opaque \(name) \(object["text"] as? String ?? "")"
        }
        guard let (kind, content) = (form as? [String: Any])?.first else { return "?" }
        switch kind {
        case "double": return text(double(content))
        case "bool": return "bool \((content as? Bool ?? false))"
        case "list": return "[\((content as? [Any] ?? []).map(text(of:)).joined(separator: ", "))]"
        case "map":
            let pairs = (content as? [[Any]] ?? []).map { "\(text(of: $0[0])): \(text(of: $0[1]))" }
            return "{\(pairs.sorted().joined(separator: ", "))}"
        case "optional": return content is NSNull ? "none" : "optional \(text(of: content))"
        case "null": return "null"
        default: return "\(kind) \(content)"
        }
    }

    /// Foundation reads some numbers with an error in the last digit.
    private static func text(_ number: Double) -> String {
        number.isNaN ? "double nan" : "double \(Float(number)) \(number.exponent)"
    }

    /// Returns the text of a value in the same form.
    static func text(of value: Value) -> String {
        switch value {
        case .null: "null"
        case .bool(let value): "bool \(value)"
        case .int(let number): "int \(number)"
        case .uint(let number): "uint \(number)"
        case .double(let number): text(number)
        case .string(let text): "string \(text)"
        case .bytes(let bytes): "bytes \(Data(bytes).base64EncodedString())"
        case .list(let list): "[\(list.elements.map(text(of:)).joined(separator: ", "))]"
        case .map(let map): "{\(pairs(of: map).sorted().joined(separator: ", "))}"
        case .timestamp(let time): "timestamp \(time)"
        case .duration(let nanoseconds): "duration \(seconds(nanoseconds))s"
        case .type(let name): "type \(name)"
        case .optional(let wrapped): wrapped.map { "optional \(text(of: $0))" } ?? "none"
        case .quantity(let quantity): "opaque kubernetes.Quantity \(quantity)"
        case .ip(let address): "opaque net.IP \(address)"
        case .cidr(let network): "opaque net.CIDR \(network)"
        case .url(let url): "opaque kubernetes.URL \(url)"
        case .semver(let version): "opaque kubernetes.Semver \(version)"
        case .format(let format): "opaque kubernetes.NamedFormat \(format)"
        case .error(let message): "error \(message)"
        }
    }

    private static func pairs(of map: Map) -> [String] {
        if case .literal(let entries) = map {
            return entries.pairs.map { "\(text(of: $0.key)): \(text(of: $0.value))" }
        }
        return map.keys.map { "\(text(of: $0)): \(map.value(forKey: $0).map(text(of:)) ?? "?")" }
    }

    /// Returns a number of nanoseconds in seconds.
    private static func seconds(_ nanoseconds: Int64) -> String {
        let (whole, rest) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
        var fraction = String(String(rest + 1_000_000_000).dropFirst())
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return (nanoseconds < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(fraction)")
    }

    /// Returns a type of the data as Kubernetes prints it.
    static func typeText(_ form: Any) -> String {
        if let name = form as? String { return name }
        let object = form as? [String: Any] ?? [:]
        if let element = object["list"] { return "list(\(typeText(element)))" }
        if let parts = object["map"] as? [Any] {
            return "map(\(parts.map(typeText).joined(separator: ", ")))"
        }
        return "?"
    }
}
