import CRDYAML

/// What does not fit in an object, before paths are spelled out.
struct Findings {
    private struct Finding {
        let steps: [NodeStep]
        let diagnostic: Diagnostic
        /// The key, if nothing in the type has it.
        let unknownKey: String?
    }

    private var findings: [Finding] = []
    private let most: Int
    private var omittedErrors = 0
    private var omittedWarnings = 0

    /// Prepares to take findings.
    ///
    /// - Parameter most: How many are kept; the others are counted, as each has a path of its own.
    init(most: Int) {
        self.most = most
    }

    /// Adds something that does not fit.
    ///
    /// - Parameters:
    ///   - diagnostic: What is said of it.
    ///   - steps: The way from the root of the document to it.
    ///   - unknownKey: The key, if nothing in the type has it.
    mutating func add(
        _ diagnostic: Diagnostic,
        at steps: [NodeStep],
        unknownKey: String? = nil
    ) {
        if findings.count < most {
            findings.append(
                Finding(steps: steps, diagnostic: diagnostic, unknownKey: unknownKey)
            )
        } else if diagnostic.severity == .error {
            omittedErrors += 1
        } else {
            omittedWarnings += 1
        }
    }

    /// Tells what was found, in the order in which it was.
    ///
    /// - Parameters:
    ///   - problems: What to add to.
    ///   - type: The type of the object.
    ///   - depth: How many steps lead to the object.
    func tell(
        _ problems: inout ManifestProblems,
        in type: (some _FieldValue).Type,
        from depth: Int
    ) {
        problems.omit(errors: omittedErrors, warnings: omittedWarnings)
        if findings.isEmpty { return }
        let root = FieldLevel(of: type)
        var unknownCount = 0
        for finding in findings {
            let found = finding.diagnostic
            var message = found.message
            if let key = finding.unknownKey {
                unknownCount += 1
                if unknownCount <= Self.mostQuestions {
                    let level = Self.level(finding.steps.dropFirst(depth), from: root)
                    message += level?.question(about: key) ?? ""
                }
            }
            problems.append(
                ManifestProblem(
                    Diagnostic(found.severity, message, file: found.file, at: found.position),
                    at: FieldPath(finding.steps, in: root, from: depth)
                )
            )
        }
    }

    /// For how many unknown keys the nearest known one is looked for, which compares each with all.
    private static let mostQuestions = 100

    private static func level(
        _ steps: ArraySlice<NodeStep>,
        from root: FieldLevel
    ) -> FieldLevel? {
        var level: FieldLevel? = root
        for step in steps { level = level?.next(step) }
        return level
    }
}
