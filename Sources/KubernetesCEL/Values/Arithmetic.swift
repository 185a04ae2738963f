/// An arithmetic operator.
enum ArithmeticOperator: UInt8, Sendable {
    case add
    case subtract
    case multiply
    case divide
    case modulo

    var function: String {
        switch self {
        case .add: "_+_"
        case .subtract: "_-_"
        case .multiply: "_*_"
        case .divide: "_/_"
        case .modulo: "_%_"
        }
    }

    /// Returns the result for two values of any types.
    func apply(_ first: Value, _ second: Value) -> Value {
        switch (first, second) {
        case (.int(let a), .int(let b)): ints(a, b)
        case (.uint(let a), .uint(let b)): uints(a, b)
        case (.double(let a), .double(let b)): doubles(a, b)
        default: others(first, second)
        }
    }

    private static let intOverflow = Value.error("integer overflow")
    private static let uintOverflow = Value.error("unsigned integer overflow")
    private static let divisionByZero = Value.error("division by zero")
    private static let modulusByZero = Value.error("modulus by zero")

    private func ints(_ a: Int64, _ b: Int64) -> Value {
        let (result, overflow): (Int64, Bool)
        switch self {
        case .add: (result, overflow) = a.addingReportingOverflow(b)
        case .subtract: (result, overflow) = a.subtractingReportingOverflow(b)
        case .multiply: (result, overflow) = a.multipliedReportingOverflow(by: b)
        case .divide:
            guard b != 0 else { return Self.divisionByZero }
            (result, overflow) = a.dividedReportingOverflow(by: b)
        case .modulo:
            guard b != 0 else { return Self.modulusByZero }
            (result, overflow) = a.remainderReportingOverflow(dividingBy: b)
        }
        return overflow ? Self.intOverflow : .int(result)
    }

    private func uints(_ a: UInt64, _ b: UInt64) -> Value {
        let (result, overflow): (UInt64, Bool)
        switch self {
        case .add: (result, overflow) = a.addingReportingOverflow(b)
        case .subtract: (result, overflow) = a.subtractingReportingOverflow(b)
        case .multiply: (result, overflow) = a.multipliedReportingOverflow(by: b)
        case .divide:
            guard b != 0 else { return Self.divisionByZero }
            (result, overflow) = (a / b, false)
        case .modulo:
            guard b != 0 else { return Self.modulusByZero }
            (result, overflow) = (a % b, false)
        }
        return overflow ? Self.uintOverflow : .uint(result)
    }

    private func doubles(_ a: Double, _ b: Double) -> Value {
        switch self {
        case .add: .double(a + b)
        case .subtract: .double(a - b)
        case .multiply: .double(a * b)
        case .divide: .double(a / b)
        case .modulo: missing(.double(a))
        }
    }

    private func others(_ first: Value, _ second: Value) -> Value {
        switch (self, first, second) {
        case (.add, .string(let a), .string(let b)): return .string(a + b)
        case (.add, .bytes(let a), .bytes(let b)): return .bytes(a + b)
        case (.add, .list(let a), .list(let b)): return .list(a.adding(b))
        case (.add, .timestamp(let time), .duration(let change)),
            (.add, .duration(let change), .timestamp(let time)):
            return time.adding(nanoseconds: change).map { .timestamp($0) } ?? Self.timeOverflow
        case (.subtract, .timestamp(let time), .duration(let change)):
            return time.subtracting(nanoseconds: change).map { .timestamp($0) }
                ?? Self.timeOverflow
        case (.subtract, .timestamp(let a), .timestamp(let b)):
            return a.nanoseconds(since: b).map { .duration($0) } ?? Self.intOverflow
        case (.add, .duration(let a), .duration(let b)):
            let (sum, overflow) = a.addingReportingOverflow(b)
            return overflow ? Self.intOverflow : .duration(sum)
        case (.subtract, .duration(let a), .duration(let b)):
            let (difference, overflow) = a.subtractingReportingOverflow(b)
            return overflow ? Self.intOverflow : .duration(difference)
        default: return missing(first)
        }
    }

    private static let timeOverflow = Value.error("timestamp overflow")

    /// Returns the error for a first operand that fits no second one.
    private func missing(_ first: Value) -> Value {
        let isKnown =
            switch (self, first) {
            case (.modulo, .double): false
            case (_, .int), (_, .uint), (_, .double), (.add, .string), (.add, .bytes),
                (.add, .list), (.add, .timestamp), (.add, .duration), (.subtract, .timestamp),
                (.subtract, .duration):
                true
            default: false
            }
        return isKnown ? .noSuchOverload : .error("no such overload: \(function)")
    }

    /// Returns a number with the opposite sign.
    static func negate(_ value: Value) -> Value {
        switch value {
        case .int(let number): number == .min ? intOverflow : .int(-number)
        case .double(let number): .double(-number)
        default: .error("no such overload: -_")
        }
    }
}
