import CRDYAML

/// A key of a JSON object, for the coders of `Codable`.
struct FieldKey: CodingKey {
    let stringValue: String

    init(_ key: String) { stringValue = key }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }

    var intValue: Int? { nil }
}

extension [FieldKey] {
    /// The keys in alphabetical order.
    var inOrder: [FieldKey] {
        indices.ordered { self[$0].stringValue < self[$1].stringValue }.map { self[$0] }
    }
}
