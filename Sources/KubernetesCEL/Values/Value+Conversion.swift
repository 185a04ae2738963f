import KubernetesUnits

/// The conversions `int()`, `uint()`, `double()`, `bool()`, `bytes()`, `string()`, `duration()`, and
/// `timestamp()`.
extension Value {
    private static let intOverflow = Value.error("integer overflow")
    private static let uintOverflow = Value.error("unsigned integer overflow")

    private static func noConversion(to type: String) -> Value {
        .error("type conversion error from 'string' to '\(type)'")
    }

    static func toInt(_ value: Value) -> Value {
        switch value {
        case .int: return value
        case .uint(let number): return Int64(exactly: number).map { .int($0) } ?? intOverflow
        case .double(let number):
            guard number > -0x1p63, number < 0x1p63 else { return intOverflow }
            return .int(Int64(number))
        case .string(let text):
            return Int64(text).map { .int($0) } ?? noConversion(to: "int")
        case .timestamp(let time): return .int(time.seconds)
        case .duration(let nanoseconds): return .int(nanoseconds)
        default: return noSuchOverload
        }
    }

    static func toUint(_ value: Value) -> Value {
        switch value {
        case .uint: return value
        case .int(let number): return UInt64(exactly: number).map { .uint($0) } ?? uintOverflow
        case .double(let number):
            guard number >= 0, number < 0x1p64 else { return uintOverflow }
            return .uint(UInt64(number))
        case .string(let text):
            let isNumber = text.utf8.allSatisfy(\.isDigit)
            return (isNumber ? UInt64(text) : nil).map { .uint($0) } ?? noConversion(to: "uint")
        default: return noSuchOverload
        }
    }

    static func toDouble(_ value: Value) -> Value {
        switch value {
        case .double: value
        case .int(let number): .double(Double(number))
        case .uint(let number): .double(Double(number))
        case .string(let text):
            GoFloat.read(text).map { .double($0) } ?? noConversion(to: "double")
        default: noSuchOverload
        }
    }

    static func toBool(_ value: Value) -> Value {
        switch value {
        case .bool: return value
        case .string(let text):
            switch text {
            case "1", "t", "T", "true", "TRUE", "True": return .bool(true)
            case "0", "f", "F", "false", "FALSE", "False": return .bool(false)
            default: return noConversion(to: "bool")
            }
        default: return noSuchOverload
        }
    }

    static func toBytes(_ value: Value) -> Value {
        switch value {
        case .bytes: value
        case .string(let text): .bytes(Array(text.utf8))
        default: noSuchOverload
        }
    }

    static func toText(_ value: Value) -> Value {
        switch value {
        case .string: return value
        case .bool(let value): return .string(value ? "true" : "false")
        case .bytes(let bytes):
            guard let text = Text.decode(bytes) else {
                return .error("invalid UTF-8 in bytes, cannot convert to string")
            }
            return .string(text)
        case .int(let number): return .string(String(number))
        case .uint(let number): return .string(String(number))
        case .double(let number): return .string(GoFloat.text(number))
        case .timestamp(let time): return .string(time.description)
        case .duration(let nanoseconds): return .string(DurationText.print(nanoseconds))
        case .ip(let address): return .string(address.description)
        case .cidr(let network): return .string(network.description)
        default: return noSuchOverload
        }
    }

    static func toDuration(_ value: Value) -> Value {
        switch value {
        case .duration: value
        case .int(let nanoseconds): .duration(nanoseconds)
        case .string(let text):
            GoDuration(text).map { .duration($0.nanoseconds) }
                ?? noConversion(to: "google.protobuf.Duration")
        default: noSuchOverload
        }
    }

    static func toTimestamp(_ value: Value) -> Value {
        do throws(Timestamp.Failure) {
            switch value {
            case .timestamp: return value
            case .int(let seconds): return .timestamp(try Timestamp(seconds: seconds))
            case .string(let text): return .timestamp(try Timestamp(parsing: text))
            default: return noSuchOverload
            }
        } catch {
            return .error(error.message)
        }
    }
}
