/// A key of a JSON object, as the coders of `Codable` want it.
struct FieldKey: CodingKey {
    let stringValue: String

    init(_ key: String) { stringValue = key }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }

    var intValue: Int? { nil }
}
