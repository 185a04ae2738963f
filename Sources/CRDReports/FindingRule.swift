/// A kind of finding, which programs recognize by its id.
package struct FindingRule: Hashable, Sendable {
    /// The id, such as `required-value`.
    ///
    /// It doesn't change between releases.
    package let id: String
    /// The subject of the findings in a few words, without a full stop.
    package let title: String
    /// The explanation for readers of a report, with the usual remedy.
    package let help: String

    /// Creates a rule with an id, a title, and an explanation.
    package init(_ id: String, _ title: String, _ help: String) {
        self.id = id
        self.title = title
        self.help = help
    }
}

// MARK: - Objects

extension FindingRule {
    /// The violations that the API server reports as `FieldValueRequired`.
    static let requiredValue = FindingRule(
        "required-value",
        "Missing required field",
        "The schema requires the field, and it has no default. Add it to the object."
    )
    /// The violations that the API server reports as `FieldValueInvalid`.
    static let invalidValue = FindingRule(
        "invalid-value",
        "Invalid value",
        "The value breaks a limit, a pattern, a format, or a CEL rule of the schema. The message has "
            + "the reason of the API server."
    )
    /// The violations that the API server reports as `FieldValueTypeInvalid`.
    static let invalidType = FindingRule(
        "invalid-type",
        "Value of the wrong type",
        "The value has another type than the schema. In YAML, strings that look like numbers or "
            + "Booleans need quotes."
    )
    /// The violations that the API server reports as `FieldValueNotSupported`.
    static let unsupportedValue = FindingRule(
        "unsupported-value",
        "Value that is not allowed",
        "The schema lists the allowed values of the field. Use one of those in the message."
    )
    /// The violations that the API server reports as `FieldValueTooLong`.
    static let tooLong = FindingRule(
        "too-long",
        "Text that is too long",
        "The text is longer than the limit of the schema."
    )
    /// The violations that the API server reports as `FieldValueTooMany`.
    static let tooMany = FindingRule(
        "too-many",
        "Too many elements",
        "The list or the map has more elements than the schema allows."
    )
    /// The violations that the API server reports as `FieldValueDuplicate`.
    static let duplicateValue = FindingRule(
        "duplicate-value",
        "Duplicate element",
        "The elements of the list must be different, or have different keys."
    )
    /// The violations that the API server reports as `FieldValueForbidden`.
    static let forbiddenValue = FindingRule(
        "forbidden-value",
        "Field that must not be set",
        "The field must not be set here. Remove it."
    )
    /// The violations that the API server reports as `InternalError`.
    static let internalError = FindingRule(
        "internal-error",
        "Value that can't be checked",
        "The API server can't check the value, and rejects the object."
    )
    /// Fields that the schema doesn't have.
    package static let unknownField = FindingRule(
        "unknown-field",
        "Unknown field",
        "The schema has no such field. kubectl rejects the object; other clients lose the value."
    )
    /// Keys that an object has twice.
    package static let duplicateField = FindingRule(
        "duplicate-field",
        "Duplicate field",
        "The object has the field twice. Remove one of them."
    )
    /// Keys that YAML 1.1 doesn't read as strings.
    package static let changedKey = FindingRule(
        "changed-key",
        "Key that is not read as it is written",
        "YAML 1.1, which the API server uses, reads the key as a Boolean or a number. Quote it."
    )
    /// The API server's warnings.
    package static let serverWarning = FindingRule(
        "server-warning",
        "Warning of the API server",
        "The API server accepts the object, with this warning."
    )
    /// Texts that are not objects, and values that Go types can't have.
    package static let unreadable = FindingRule(
        "unreadable",
        "Text or value that can't be read",
        "The text is not YAML or JSON, a document is not an object with 'apiVersion' and 'kind', or a "
            + "value of a built-in kind has the wrong type."
    )
    /// Kinds that no CRD defines.
    package static let unknownKind = FindingRule(
        "unknown-kind",
        "Kind without a CRD",
        "No CRD or OpenAPI document defines the kind. Pass one with '--crds' or '--openapi'."
    )
    /// Versions that the CRD of a kind doesn't serve.
    package static let unknownVersion = FindingRule(
        "unknown-version",
        "Version that is not served",
        "The CRD of the kind doesn't serve this version. Use one of those in the message."
    )
    /// Updates of objects that don't exist.
    package static let missingObject = FindingRule(
        "missing-object",
        "Object that doesn't exist",
        "The object or its subresource, which is updated, doesn't exist."
    )
    /// Notes about the check itself, such as an old object with another version.
    package static let information = FindingRule(
        "information",
        "Information about the check",
        "The message explains how an object is checked."
    )
}

// MARK: - CRDs and files

extension FindingRule {
    /// CRDs that the API server would reject.
    package static let invalidDefinition = FindingRule(
        "invalid-crd",
        "Invalid CRD",
        "The API server would reject the CRD. 'crdgen check' lists everything that is wrong with it."
    )
    /// Schemas that the API server accepts, and that no object matches.
    package static let impossibleSchema = FindingRule(
        "impossible-schema",
        "Schema that no object matches",
        "The schema requires a property that it doesn't have. The API server drops the field and then "
            + "rejects the object. Add the property, or correct its name under 'required'."
    )
    /// ValidatingAdmissionPolicies and bindings that the API server would reject.
    package static let invalidPolicy = FindingRule(
        "invalid-policy",
        "Invalid admission policy",
        "The API server would reject the ValidatingAdmissionPolicy or its binding. It isn't evaluated."
    )
    /// Objects that a policy denies, warns about, or audits.
    package static let policyDenial = FindingRule(
        "policy-denial",
        "Object that an admission policy denies",
        "A ValidatingAdmissionPolicy denies the object. The binding decides whether that is an error, "
            + "a warning, or only audited."
    )
    /// Expressions of policies that don't fit the schemas of the objects.
    package static let policyType = FindingRule(
        "policy-type",
        "Expression that doesn't fit the schema",
        "An expression of a ValidatingAdmissionPolicy uses a field that the schema of a kind doesn't "
            + "have, or a value of the wrong type. The server accepts the policy; the expression then "
            + "has an error for objects of this kind."
    )
    /// Policies that are not enforced or not evaluated.
    package static let policyNote = FindingRule(
        "policy-note",
        "Admission policy that is not evaluated",
        "A ValidatingAdmissionPolicy or a binding has no effect on the objects, or needs a cluster."
    )
    /// Files, folders, and standard input without the expected content.
    package static let noContent = FindingRule(
        "no-content",
        "Input without objects or CRDs",
        "The path is wrong, or the command before the pipe failed."
    )
    /// Objects before an update that can't be used.
    package static let oldObject = FindingRule(
        "old-object",
        "Invalid old object",
        "The object before the update can't be used, or there are two of them."
    )
    /// Objects that no schema checks, if that is not allowed.
    package static let unchecked = FindingRule(
        "unchecked",
        "Objects without a schema",
        "'--fail-on-unchecked' doesn't allow objects that no schema checks. Pass their "
            + "CRDs, or an OpenAPI document."
    )
    /// Diagnostics of the generator.
    package static let generation = FindingRule(
        "generation",
        "Diagnostic of the generator",
        "The generator can't use a part of the CRD or of 'crdgen.yaml', or uses a wider type for it."
    )
    /// Generated files that don't exist.
    package static let missingFile = FindingRule(
        "missing-file",
        "Missing generated file",
        "Run 'crdgen generate' or 'swift package generate-crds'."
    )
    /// Generated files with another content.
    package static let outdatedFile = FindingRule(
        "outdated-file",
        "Generated file that is out of date",
        "Run 'crdgen generate' or 'swift package generate-crds'."
    )
    /// Generated files that no CRD generates.
    package static let unusedFile = FindingRule(
        "unused-file",
        "Unused generated file",
        "Run 'crdgen generate' or 'swift package generate-crds', which removes it."
    )
    /// Input that can't be read at all.
    package static let invalidInput = FindingRule(
        "invalid-input",
        "Input that can't be read",
        "The command ended at this error. Check the paths and the options."
    )
}
