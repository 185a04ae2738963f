package import CRDRuntime
import CRDValidation
package import CRDValues
package import CRDYAML

/// The violations found so far, with the messages of the server's `field` package
/// (k8s.io/apimachinery v0.35, pkg/util/validation/field).
package struct ViolationList {
    /// The violations, in the order in which they were found.
    package private(set) var violations: [Violation] = []

    /// Creates a list without violations.
    package init() {}

    /// Whether there are no violations.
    package var isEmpty: Bool { violations.isEmpty }

    /// Adds the violations of another list.
    package mutating func append(_ other: ViolationList) { violations += other.violations }

    mutating func append(_ violation: Violation, at node: Node) {
        violations.append(violation.located(at: node.location))
    }

    /// Adds the violations in the metadata of an object without a namespace.
    package mutating func appendMetadata(of document: Node, _ names: MetadataCheck.Names) {
        let metadata = document.value("metadata")
        let violations = MetadataCheck.violations(
            ofClusterObject: metadata.flatMap { try? JSONValue($0) } ?? .null,
            names
        )
        for violation in violations {
            var node = metadata ?? document
            for key in violation.field.split(separator: ".").dropFirst() {
                guard let next = node.value(String(key)) else { break }
                node = next
            }
            append(violation, at: node)
        }
    }

    /// Adds a violation for a field that is missing.
    package mutating func required(_ path: String, at node: Node, _ detail: String = "") {
        add(.required, path, node, "Required value" + (detail.isEmpty ? "" : ": \(detail)"))
    }

    /// Adds a violation for a field that must not be set.
    package mutating func forbidden(_ path: String, at node: Node, _ detail: String) {
        add(.forbidden, path, node, "Forbidden: \(detail)")
    }

    /// Adds a violation for an invalid value.
    package mutating func invalid(
        _ path: String,
        at node: Node,
        _ value: JSONValue,
        _ detail: String
    ) {
        invalid(path, at: node, shown: GoText.badValue(value), detail)
    }

    /// Adds a violation for a value that the message shows in a special form.
    ///
    /// - Parameters:
    ///   - path: The path of the field.
    ///   - node: The value.
    ///   - position: The position of a part of the value; `nil` for the value itself.
    ///   - shown: The text of the value in the message.
    ///   - detail: The message.
    package mutating func invalid(
        _ path: String,
        at node: Node,
        _ position: SourcePosition? = nil,
        shown: String,
        _ detail: String
    ) {
        let message = "Invalid value: \(shown): \(detail)"
        let violation = Violation(field: path, reason: .invalid, message: message)
        let location = SourceLocation(file: node.file, position ?? node.position)
        violations.append(violation.located(at: location))
    }

    /// Adds a violation for a string that must be one of some values.
    package mutating func unsupported(
        _ path: String,
        at node: Node,
        _ value: String,
        _ supported: [String]
    ) {
        let list = supported.map(GoText.quoted).joined(separator: ", ")
        let message = "Unsupported value: \(GoText.quoted(value)): supported values: \(list)"
        add(.notSupported, path, node, message)
    }

    /// Adds a violation for a value that must be unique.
    package mutating func duplicate(_ path: String, at node: Node, _ value: String) {
        add(.duplicate, path, node, "Duplicate value: \(GoText.quoted(value))")
    }

    /// Adds a violation for a list with more items than the limit.
    package mutating func tooMany(_ path: String, at node: Node, _ count: Int, _ limit: Int) {
        add(.tooMany, path, node, "Too many: \(count): must have at most \(limit) items")
    }

    /// Adds a violation for a value that the server fails to check.
    package mutating func internalError(_ path: String, at node: Node, _ detail: String) {
        add(.internalError, path, node, "Internal error: \(detail)")
    }

    private mutating func add(
        _ reason: Violation.Reason,
        _ path: String,
        _ node: Node,
        _ message: String
    ) {
        append(Violation(field: path, reason: reason, message: message), at: node)
    }
}
