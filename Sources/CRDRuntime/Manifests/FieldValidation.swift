/// What becomes of fields that a type has not, and of keys given twice, named as Kubernetes does
/// (`fieldValidation` of the API server, `--validate` of `kubectl`).
public enum FieldValidation: String, Hashable, Sendable, CaseIterable {
    /// They are errors, as `kubectl` asks the API server for.
    case strict = "Strict"
    /// They are warnings: unknown fields are left out, and of two keys the last counts.
    case warn = "Warn"
    /// Nothing is said: unknown fields are left out, and of two keys the last counts.
    case ignore = "Ignore"
}
