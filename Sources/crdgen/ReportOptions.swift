import ArgumentParser

/// The options for the form of the output.
struct ReportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The form of the output: \(OutputForm.list). (default: text)",
            valueName: "form"
        )
    )
    var output: OutputForm?

    @Flag(help: "The same as '--output json'.")
    var json = false

    func validate() throws {
        if json, let output, output != .report(.json) {
            throw ValidationError("'--json' and another '--output' exclude each other")
        }
    }

    /// The form of the report; `nil` for text.
    var form: ReportForm? {
        if json { return .json }
        guard case .report(let form)? = output else { return nil }
        return form
    }
}
