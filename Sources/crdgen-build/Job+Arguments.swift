/// An error in the arguments.
struct UsageError: Error {
    /// The found and the expected arguments.
    let message: String

    /// The usage of the tool.
    static let usage = """
        usage: crdgen-build --module NAME --output FOLDER [--config FILE] [--removed NAME]...
               FILE...
        """
}

extension Job {
    /// Reads the arguments that follow the name of the program.
    ///
    /// - Throws: `UsageError` at the first invalid argument.
    init(arguments: [String]) throws(UsageError) {
        var arguments = try Arguments(arguments)
        module = try arguments.take("--module")
        output = try arguments.take("--output")
        configuration = try arguments.takeOptional("--config")
        removed = arguments.takeAll("--removed")
        inputs = try arguments.finish()
    }
}

/// The arguments that aren't used yet.
private struct Arguments {
    private var options: [String: [String]] = [:]
    private var operands: [String] = []

    init(_ arguments: [String]) throws(UsageError) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else {
                operands.append(argument)
                continue
            }
            guard let value = rest.popFirst() else {
                throw UsageError(message: "missing value for '\(argument)'")
            }
            options[argument, default: []].append(value)
        }
    }

    mutating func take(_ option: String) throws(UsageError) -> String {
        guard let value = try takeOptional(option) else {
            throw UsageError(message: "missing option '\(option)'")
        }
        return value
    }

    mutating func takeOptional(_ option: String) throws(UsageError) -> String? {
        let values = takeAll(option)
        guard values.count < 2 else { throw UsageError(message: "duplicate option '\(option)'") }
        return values.first
    }

    /// Returns the values of an option that can be repeated.
    mutating func takeAll(_ option: String) -> [String] {
        options.removeValue(forKey: option) ?? []
    }

    /// Returns the operands; throws if there are unused options.
    func finish() throws(UsageError) -> [String] {
        if let option = options.keys.min() {
            throw UsageError(message: "unexpected option '\(option)'")
        }
        return operands
    }
}
