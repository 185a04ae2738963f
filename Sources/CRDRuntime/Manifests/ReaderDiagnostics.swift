import CRDYAML

/// The diagnostics about an object while it is being read, before their paths are created.
struct ReaderDiagnostics {
    private struct Entry {
        let steps: [NodeStep]
        let diagnostic: Diagnostic
        /// The key, if it is unknown.
        let unknownKey: String?
    }

    private var entries: [Entry] = []
    private let most: Int
    private var omittedErrors = 0
    private var omittedWarnings = 0

    /// - Parameter most: The maximum number of diagnostics to keep; further ones are only counted,
    ///   because each has its own path.
    init(most: Int) {
        self.most = most
    }

    /// Adds a diagnostic.
    ///
    /// - Parameters:
    ///   - diagnostic: The diagnostic.
    ///   - steps: The steps from the root of the document to the value.
    ///   - unknownKey: The key, if it is unknown.
    mutating func add(
        _ diagnostic: Diagnostic,
        at steps: [NodeStep],
        unknownKey: String? = nil
    ) {
        if entries.count < most {
            entries.append(Entry(steps: steps, diagnostic: diagnostic, unknownKey: unknownKey))
        } else if diagnostic.severity == .error {
            omittedErrors += 1
        } else {
            omittedWarnings += 1
        }
    }

    /// Reports the diagnostics in the order in which they were added.
    ///
    /// - Parameters:
    ///   - list: The list to which the diagnostics are added.
    ///   - type: The type of the object.
    ///   - depth: The number of steps to the object.
    func report(
        to list: inout DiagnosticList,
        in type: (some _FieldValue).Type,
        from depth: Int
    ) {
        list.omit(errors: omittedErrors, warnings: omittedWarnings)
        if entries.isEmpty { return }
        let root = FieldLevel(of: type)
        var unknownCount = 0
        for entry in entries {
            let found = entry.diagnostic
            var message = found.message
            if let key = entry.unknownKey {
                unknownCount += 1
                if unknownCount <= Self.mostQuestions {
                    let steps = entry.steps.dropFirst(depth)
                    let level = steps.reduce(Optional(root)) { $0?.next($1) }
                    message += level?.question(about: key) ?? ""
                }
            }
            list.append(
                Diagnostic(
                    found.severity,
                    message,
                    file: found.file,
                    at: found.position,
                    field: FieldPath(entry.steps, in: root, from: depth)
                )
            )
        }
    }

    /// The maximum number of unknown keys for which a similar known key is searched, because each
    /// search compares the key with all known ones.
    private static let mostQuestions = 100
}
