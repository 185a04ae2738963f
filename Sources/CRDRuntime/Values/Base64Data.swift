import CRDYAML

/// Binary data in base64 (`format: byte`).
///
/// It keeps the text from which it was read.
///
///     let data = Base64Data(bytes: Array("hello".utf8))   // aGVsbG8=
public struct Base64Data: _TextValue {
    /// The text, as in the manifest.
    public let text: String

    /// Creates data from base64 text, which is not validated.
    public init(_ text: String) {
        self.text = text
    }

    /// Creates data from bytes.
    public init(bytes: [UInt8]) {
        text = Base64.encode(bytes)
    }

    /// The bytes; `nil` if the text is not base64 (RFC 4648, section 4, with padding).
    public var bytes: [UInt8]? { Base64.decode(text) }
}
