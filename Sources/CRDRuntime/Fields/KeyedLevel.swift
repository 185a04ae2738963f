/// A struct or map within another one, which is being read from a decoder.
///
/// A class, because the containers of the standard library are expensive to move.
final class KeyedLevel {
    let fields: KeyedDecodingContainer<FieldKey>
    /// The keys, if they were requested; then missing fields need no look-up.
    let keys: [FieldKey]?
    let outer: KeyedLevel?

    init(
        _ fields: KeyedDecodingContainer<FieldKey>,
        in outer: KeyedLevel?,
        listsKeys: Bool
    ) {
        self.fields = fields
        self.outer = outer
        keys = listsKeys ? fields.allKeys : nil
    }

    /// Whether a key is present; `nil` if the keys are not known.
    func listsKey(_ key: String) -> Bool? {
        keys?.contains { $0.stringValue == key }
    }
}
