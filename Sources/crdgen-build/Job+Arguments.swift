/// An error in the arguments.
struct UsageError: Error {
    /// The found and the expected arguments.
    let message: String

    /// The usage of the tool.
    static let usage = """
        usage: crdgen-build file --input FILE --output FILE [--config FILE]
               crdgen-build namespaces --module NAME --output FILE [--config FILE] FILE...
        """
}

extension Job {
    /// Reads the arguments that follow the name of the program.
    ///
    /// - Throws: `UsageError` at the first invalid argument.
    init(arguments: [String]) throws(UsageError) {
        var arguments = try Arguments(arguments)
        switch arguments.command {
        case "file":
            source = .file(try arguments.take("--input"))
        case "namespaces":
            source = .namespaces(
                module: try arguments.take("--module"),
                inputs: arguments.takeOperands()
            )
        default:
            throw UsageError(
                message: "unknown command '\(arguments.command)', expected 'file' or 'namespaces'"
            )
        }
        output = try arguments.take("--output")
        configuration = arguments.takeOptional("--config")
        try arguments.finish()
    }
}

/// The arguments that aren't used yet.
private struct Arguments {
    let command: String
    private var options: [String: String] = [:]
    private var operands: [String] = []

    init(_ arguments: [String]) throws(UsageError) {
        guard let command = arguments.first else {
            throw UsageError(message: "missing command, expected 'file' or 'namespaces'")
        }
        self.command = command
        var rest = arguments.dropFirst()
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else {
                operands.append(argument)
                continue
            }
            guard let value = rest.popFirst() else {
                throw UsageError(message: "missing value for '\(argument)'")
            }
            guard options.updateValue(value, forKey: argument) == nil else {
                throw UsageError(message: "duplicate option '\(argument)'")
            }
        }
    }

    mutating func take(_ option: String) throws(UsageError) -> String {
        guard let value = takeOptional(option) else {
            throw UsageError(message: "missing option '\(option)'")
        }
        return value
    }

    mutating func takeOptional(_ option: String) -> String? {
        options.removeValue(forKey: option)
    }

    mutating func takeOperands() -> [String] {
        defer { operands = [] }
        return operands
    }

    /// Throws if there are unused arguments.
    func finish() throws(UsageError) {
        if let argument = options.keys.min() ?? operands.first {
            throw UsageError(message: "unexpected argument '\(argument)'")
        }
    }
}
