package import CRDGeneratorCore
import CRDLibYAML
import CRDRuntime
import CRDValues
package import CRDYAML

/// The changes that make a comparison fail.
package struct ChangeLevels: Sendable {
    /// The grades that fail.
    package enum FailingGrade: String, CaseIterable, Sendable {
        /// Changes that break manifests or change their meaning.
        case manifests
        /// Changes that break code.
        case source
        /// Changes that break manifests, change their meaning, or break code.
        case any
        /// No changes.
        case never
    }

    /// The level of a rule.
    package enum Level: String, CaseIterable, Sendable {
        /// The change fails.
        case error
        /// The change is listed, and does not fail.
        case warn
        /// The change is not listed.
        case ignore
    }

    private let failing: FailingGrade
    private var levels: [ChangeRule: Level] = [:]

    /// Creates the levels without a file.
    package init(failing: FailingGrade) {
        self.failing = failing
    }

    /// Reads the levels of rules from a file, a mapping such as `default-added: warn`.
    ///
    /// - Parameters:
    ///   - input: The file.
    ///   - diagnostics: Receives an error for each unknown rule and each unknown level.
    /// - Throws: `Diagnostic` if the file is not YAML or not a mapping.
    package mutating func read(
        _ input: Generator.Input,
        _ diagnostics: inout [Diagnostic]
    ) throws(Diagnostic) {
        for document in try Node.parse(input.bytes, file: input.path) where !document.isNull {
            guard document.kind == .mapping else {
                let message = "expected a mapping of rules to levels, found \(document.found)"
                throw document.diagnostic(.error, message)
            }
            let levels = document.pairs.map(Configuration.ChangeLevel.init)
            add(levels, of: input.path, &diagnostics)
        }
    }

    /// Adds the levels of rules from a file, which count before those so far.
    ///
    /// - Parameters:
    ///   - entries: The levels.
    ///   - file: The path of the file.
    ///   - diagnostics: Receives an error for each unknown rule and each unknown level.
    package mutating func add(
        _ entries: [Configuration.ChangeLevel],
        of file: String,
        _ diagnostics: inout [Diagnostic]
    ) {
        func addError(_ message: String, at position: SourcePosition) {
            diagnostics.append(Diagnostic(.error, message, file: file, at: position))
        }
        for entry in entries {
            guard let rule = ChangeRule(rawValue: entry.rule) else {
                let names = ChangeRule.allCases.map(\.rawValue)
                let question = NearestName.question(entry.rule, among: names)
                let message = "unknown rule '\(entry.rule.excerpt)'\(question)"
                addError(message, at: entry.rulePosition)
                continue
            }
            guard let level = Level(rawValue: entry.level) else {
                let expected = "expected 'error', 'warn', or 'ignore'"
                let message = "unknown level '\(entry.level.excerpt)', \(expected)"
                addError(message, at: entry.levelPosition)
                continue
            }
            levels[rule] = level
        }
    }

    /// Whether changes of a kind are not listed.
    func ignores(_ rule: ChangeRule) -> Bool { levels[rule] == .ignore }

    /// Returns the severity of a change: an error if it fails, a warning if it breaks something.
    func severity(_ change: APIChange) -> Diagnostic.Severity {
        let grade = change.grade
        if fails(change) { return .error }
        return grade == .compatible && levels[change.rule] != .warn ? .note : .warning
    }

    /// Returns whether a change makes the comparison fail.
    package func fails(_ change: APIChange) -> Bool {
        if failing == .never { return false }
        if let level = levels[change.rule] { return level == .error }
        let grade = change.grade
        switch failing {
        case .manifests: return grade.manifests != .same
        case .source: return grade.source == .breaking
        case .any: return grade != .compatible
        case .never: return false
        }
    }
}
