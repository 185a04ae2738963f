/// A value of a map that the decoder reads as a `Dictionary`.
struct DecodedValue<Value: _FieldValue>: Decodable {
    private(set) var value = Value(_unread: _Unread())

    init(from decoder: any Decoder) throws {
        let fields = FieldDecoder(decoder)
        fields.visit(&value)
        try fields.finish()
    }
}
