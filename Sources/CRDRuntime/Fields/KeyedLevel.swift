/// A struct or map that is read from a decoder, in another.
///
/// A class, as the containers of the standard library are costly to move.
final class KeyedLevel {
    let fields: KeyedDecodingContainer<FieldKey>
    /// The keys, where they are asked for anyway: absent attributes need no look-up then.
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

    /// Whether a key is there; `nil` if the keys are not known.
    func listsKey(_ key: String) -> Bool? {
        keys?.contains { $0.stringValue == key }
    }
}
