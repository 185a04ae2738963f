package import CRDYAML

extension Node {
    /// The start of a message about a word such as `n`, which is a Boolean in YAML 1.1 only; `nil` for
    /// other values.
    ///
    /// It is for nodes whose value is a Boolean.
    package var booleanWord: String? {
        guard kind == .scalar, style == .plain, !["true", "false"].contains(text) else {
            return nil
        }
        return "'\(text)' is a Boolean in YAML 1.1"
    }
}
