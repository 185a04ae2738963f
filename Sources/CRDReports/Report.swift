import CRDRuntime
package import CRDValues
package import CRDYAML

/// The result of a command for programs: each part that passes or fails, and all findings.
package struct Report: Sendable {
    /// A part that passes or fails on its own, such as an object.
    package struct Part: Sendable {
        /// The result of a part.
        package enum Outcome: Sendable {
            case passed
            case failed
            /// Not checked, for a reason.
            case skipped(String)
        }

        /// The file; `nil` if there is none.
        let file: String?
        /// The object or the kind; `nil` for a whole file.
        let object: ReportedObject?
        /// The result.
        let outcome: Outcome
        /// The findings, in the order of the file.
        let findings: [Finding]

        /// Creates a part.
        package init(
            file: String?,
            object: ReportedObject? = nil,
            outcome: Outcome,
            findings: [Finding]
        ) {
            self.file = file
            self.object = object
            self.outcome = outcome
            self.findings = findings
        }

        /// Creates a part that fails if one of its findings is an error.
        package init(file: String?, object: ReportedObject? = nil, findings: [Finding]) {
            let fails = findings.contains(where: \.isError)
            self.init(
                file: file,
                object: object,
                outcome: fails ? .failed : .passed,
                findings: findings
            )
        }

        /// The name among the parts of a file.
        var title: String { object?.title ?? file ?? "input" }
    }

    /// The command, such as `crdgen validate`.
    package let command: String
    /// The version of the command.
    package let version: String
    /// The parts, grouped by file.
    ///
    /// Errors that belong to no other part have one for each file.
    package let parts: [Part]
    /// The warnings and notes that belong to no part.
    let remarks: [Finding]
    /// All findings, in the order in which people read them.
    package let findings: [Finding]
    /// The numbers of objects with each result, in one line; empty if there are none.
    let summary: String
    /// The members of the JSON form besides `findings`.
    package let members: JSONObject

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - version: The version of the command.
    ///   - parts: The parts, in any order.
    ///   - findings: All findings, also those of the parts.
    ///   - summary: The numbers of objects with each result; empty if there are none.
    ///   - members: The members of the JSON form besides `findings`.
    package init(
        command: String,
        version: String,
        parts: [Part],
        findings: [Finding],
        summary: String = "",
        members: JSONObject
    ) {
        self.command = command
        self.version = version
        self.findings = findings
        self.summary = summary
        self.members = members
        let known = Set(parts.flatMap(\.findings))
        let others = findings.filter { !known.contains($0) }
        let errors = Self.grouped(others.filter(\.isError), by: \.diagnostic.file)
        let all = parts + errors.map { Part(file: $0.file, findings: $0.elements) }
        self.parts = Self.grouped(all, by: \.file).flatMap(\.elements)
        // Each object without a schema has its own note.
        remarks = others.filter { !$0.isError && $0.rule != .unknownKind }
    }

    /// Creates the report of a command that ended with an error.
    package init(_ command: String, _ version: String, failure: Diagnostic) {
        self.init(
            command: command,
            version: version,
            parts: [],
            findings: [Finding(.invalidInput, failure)],
            members: [:]
        )
    }

    /// Whether a part fails.
    package var hasErrors: Bool {
        parts.contains { if case .failed = $0.outcome { true } else { false } }
    }

    /// Whether a part is not checked.
    var hasSkippedParts: Bool {
        parts.contains { if case .skipped = $0.outcome { true } else { false } }
    }

    /// The parts and the remarks of each file, in the order of the first parts.
    var files: [(file: String?, parts: [Part], remarks: [Finding])] {
        let remarks = Self.grouped(remarks, by: \.diagnostic.file)
        let ofFiles = Dictionary(uniqueKeysWithValues: remarks.map { ($0.file, $0.elements) })
        let groups = Self.grouped(parts, by: \.file)
        let names = Set(groups.map(\.file))
        return groups.map { ($0.file, $0.elements, ofFiles[$0.file] ?? []) }
            + remarks.filter { !names.contains($0.file) }.map { ($0.file, [], $0.elements) }
    }

    private static func grouped<Element>(
        _ elements: [Element],
        by file: KeyPath<Element, String?>
    ) -> [(file: String?, elements: [Element])] {
        var groups: [(file: String?, elements: [Element])] = []
        var indexes: [String?: Int] = [:]
        for element in elements {
            let name = element[keyPath: file]
            if let index = indexes[name] {
                groups[index].elements.append(element)
            } else {
                indexes[name] = groups.count
                groups.append((name, [element]))
            }
        }
        return groups
    }
}

extension Report.Part {
    /// The findings that make the part fail.
    var errors: [Finding] { findings.filter(\.isError) }
}

extension [Finding] {
    /// The lines of the findings as people read them.
    var text: String { map { $0.diagnostic.text(.plain) }.joined(separator: "\n") }
}
