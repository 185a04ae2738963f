/// A key of a JSON object, for the coders of `Codable`.
struct FieldKey: CodingKey {
    let stringValue: String

    init(_ key: String) { stringValue = key }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }

    var intValue: Int? { nil }
}
