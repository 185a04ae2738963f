/// The treatment of unknown fields and duplicate keys, with the names of Kubernetes
/// (`fieldValidation` of the API server, `--validate` of `kubectl`).
public enum FieldValidation: String, Hashable, Sendable, CaseIterable {
    /// Unknown fields and duplicate keys are errors. `kubectl` requests this from the API server.
    case strict = "Strict"
    /// Unknown fields and duplicate keys are warnings. Unknown fields are dropped; the last value
    /// of a duplicate key is used.
    case warn = "Warn"
    /// Nothing is reported. Unknown fields are dropped; the last value of a duplicate key is used.
    case ignore = "Ignore"
}
