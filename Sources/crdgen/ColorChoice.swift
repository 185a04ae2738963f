import CRDReports

/// The use of colors, as in many commands.
enum ColorChoice: String, CaseIterable, Sendable {
    /// Colors on a terminal, unless variables of the environment say otherwise.
    case auto
    case always
    case never

    /// Returns the style of a text.
    ///
    /// For `auto`, `NO_COLOR` (no-color.org) counts before `CLICOLOR_FORCE`
    /// (bixense.com/clicolors), and both count before the terminal.
    ///
    /// - Parameters:
    ///   - isTerminal: Whether the text is for a terminal.
    ///   - environment: The variables of the environment.
    /// - Returns: The style.
    func style(isTerminal: Bool, _ environment: [String: String]) -> TextStyle {
        switch self {
        case .always: return .terminal
        case .never: return .plain
        case .auto:
            if environment["NO_COLOR"]?.isEmpty == false { return .plain }
            if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" {
                return .terminal
            }
            let isPlain = environment["TERM"] == "dumb" || environment["CLICOLOR"] == "0"
            return isTerminal && !isPlain ? .terminal : .plain
        }
    }
}
