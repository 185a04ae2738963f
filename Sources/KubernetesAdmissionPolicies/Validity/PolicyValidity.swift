import CRDDefinitionValidity
import CRDGeneratorCore
import CRDParsing
import CRDRuntime
import CRDSchema
package import CRDValidation
import CRDValues
package import CRDYAML

/// The validity of a ValidatingAdmissionPolicy or of a binding for the API server.
package struct PolicyValidity: Sendable {
    /// A policy or a binding that the server accepts.
    enum Accepted: Sendable {
        case policy(AdmissionPolicy)
        case binding(PolicyBinding)
    }

    /// The policy or the binding; `nil` if the server rejects it.
    let accepted: Accepted?
    /// The response of the server; `nil` if it accepts the object.
    package let rejection: ServerResponse.Rejection?
    /// The errors, warnings, and notes, in the order of the file.
    package let diagnostics: [Diagnostic]

    /// Validates an object.
    ///
    /// - Parameters:
    ///   - kind: The kind of the object.
    ///   - version: The version of the API.
    ///   - document: The object.
    ///   - fieldValidation: The handling of unknown fields and duplicate keys.
    init(
        _ kind: PolicyKind,
        version: String,
        _ document: Node,
        _ fieldValidation: FieldValidation
    ) {
        var decoder = DefinitionDecoder(
            kind.structure,
            apiVersion: "\(PolicyKind.group)/\(version)"
        )
        if let failure = decoder.failure(in: document) {
            accepted = nil
            rejection = .badRequest(failure.message)
            let words = [decoder.booleanWord].compactMap(\.self)
            diagnostics = ([failure] + document.changedKeys + words).inFileOrder()
            return
        }
        let (object, list) = Self.check(kind, document)
        let duplicates = document.duplicateKeys.map(\.diagnostic)
        let fields = decoder.unknownFields.map(\.diagnostic) + duplicates
        let errors = decoder.unknownFields.map(\.message) + duplicates.map(\.message)
        rejection = Self.rejection(
            of: document,
            kind,
            version,
            fieldValidation == .strict ? errors : [],
            list
        )
        accepted = rejection == nil ? object : nil
        let severity: Diagnostic.Severity = fieldValidation == .strict ? .error : .warning
        let shown = fieldValidation == .ignore ? [] : fields
        diagnostics =
            (list.violations.map { $0.diagnostic(in: document.file) }
            + shown.map { Diagnostic(severity, $0.message, file: $0.file, at: $0.position) }
            + document.changedKeys).inFileOrder()
    }

    private static func rejection(
        of document: Node,
        _ kind: PolicyKind,
        _ version: String,
        _ fields: [String],
        _ list: ViolationList
    ) -> ServerResponse.Rejection? {
        let name = kind.rawValue
        if !fields.isEmpty {
            return .badRequest(
                "\(name) in version \"\(version)\" cannot be handled as a \(name): strict decoding "
                    + "error: \(fields.joined(separator: ", "))"
            )
        }
        if list.isEmpty { return nil }
        let object = document.value("metadata")?.text("name") ?? ""
        return .invalid(name, group: PolicyKind.group, named: object, list.violations)
    }

    private static func check(
        _ kind: PolicyKind,
        _ document: Node
    ) -> (accepted: Accepted?, list: ViolationList) {
        switch kind {
        case .policy:
            var check = PolicyCheck(document)
            let policy = check.check()
            return (policy.map(Accepted.policy), check.list)
        case .binding:
            var check = BindingCheck(document)
            check.check()
            let binding = check.list.isEmpty ? PolicyBinding(document) : nil
            return (binding.map(Accepted.binding), check.list)
        }
    }
}
