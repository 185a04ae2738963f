/// A form of CEL rules that can be said in words.
///
/// A rule has a form if it allows exactly the same values, however it is written.
package enum RuleForm: Hashable, Sendable {
    /// The value, or a field of it, can't change: `self == oldSelf`, `self.a == oldSelf.a`.
    case immutable(String?)
    /// A field can't be removed: `!has(oldSelf.a) || has(self.a)`.
    case notRemovable(String)
    /// A field can't change once it is set: `!has(oldSelf.a) || has(self.a) && self.a == oldSelf.a`.
    case setOnce(String)
    /// A field can't be added or removed: `has(self.a) == has(oldSelf.a)`.
    case sameAsBefore(String)
    /// A field can't be added in an update: `has(oldSelf.a) || !has(self.a)`.
    case notAddable(String)
    /// The value, or a field of it, can't decrease: `self >= oldSelf`.
    case notDecreasing(String?)
    /// `has(self.a) != has(self.b)`
    case exactlyOne([String])
    /// `!(has(self.a) && has(self.b))`
    case atMostOne([String])
    /// `has(self.a) || has(self.b)`
    case atLeastOne([String])
    /// `has(self.a) == has(self.b)`
    case together([String])
    /// A field requires others: `!has(self.a) || has(self.b)`.
    case requires(String, [String])
    /// `has(self.a)`
    case required([String])
    /// `!has(self.a)`
    case forbidden([String])
    /// `self.type == 'A' ? has(self.a) : !has(self.a)`
    case requiredOnlyIf(String, Condition)
    /// `self.type != 'A' || has(self.a)`
    case requiredIf(String, Condition)
    /// `self.type == 'A' || !has(self.a)`
    case allowedOnlyIf(String, Condition)
    /// The items of a list, or fields of them, differ:
    /// `self.all(x, self.exists_one(y, x.a == y.a))`.
    case unique([String])

    /// A field that has one of some values.
    package struct Condition: Hashable, Sendable {
        let key: String
        /// The values, as they are in manifests.
        let values: [String]
    }
}

extension RuleForm {
    /// The form in words, as Markdown.
    package var words: String {
        switch self {
        case .immutable(let key): Self.subject(key, "immutable")
        case .notRemovable(let key): "\(Markdown.code(key)) can't be removed once it is set"
        case .setOnce(let key): "\(Markdown.code(key)) can't be changed once it is set"
        case .sameAsBefore(let key): "\(Markdown.code(key)) can't be added or removed"
        case .notAddable(let key): "\(Markdown.code(key)) can't be added later"
        case .notDecreasing(nil): "can't be decreased"
        case .notDecreasing(let key?): "\(Markdown.code(key)) can't be decreased"
        case .exactlyOne(let keys): "exactly one of \(Self.list(keys))"
        case .atMostOne(let keys): "at most one of \(Self.list(keys))"
        case .atLeastOne(let keys): "at least one of \(Self.list(keys))"
        case .together(let keys): "all or none of \(Self.list(keys))"
        case .requires(let key, let others):
            "\(Markdown.code(key)) requires \(others.map(Markdown.code).joined(separator: " and "))"
        case .required(let keys):
            "required: \(Self.list(keys))"
        case .forbidden(let keys):
            "not allowed: \(Self.list(keys))"
        case .requiredOnlyIf(let key, let condition):
            "\(Markdown.code(key)) is required if \(condition.words), and not allowed otherwise"
        case .requiredIf(let key, let condition):
            "\(Markdown.code(key)) is required if \(condition.words)"
        case .allowedOnlyIf(let key, let condition):
            "\(Markdown.code(key)) is allowed only if \(condition.words)"
        case .unique([]): "unique items"
        case .unique(let keys): "unique items by \(Self.list(keys))"
        }
    }

    private static func subject(_ key: String?, _ word: String) -> String {
        key.map { "\(Markdown.code($0)) is \(word)" } ?? word
    }

    private static func list(_ keys: [String]) -> String {
        keys.map(Markdown.code).joined(separator: ", ")
    }
}

extension RuleForm.Condition {
    /// The condition in words, such as ``mode` is `fast` or `slow``.
    fileprivate var words: String {
        "\(Markdown.code(key)) is \(values.map(Markdown.code).joined(separator: " or "))"
    }
}
