import CRDYAML
import Testing

struct Base64Tests {
    @Test(arguments: [
        ("", ""),
        ("aA==", "h"),
        ("aGk=", "hi"),
        ("aGkh", "hi!"),
        ("aG\nk=\r\n", "hi"),
        ("/+8=", "\u{FF}\u{EF}"),
    ])
    func `base64 stands for bytes`(text: String, bytes: String) {
        #expect(Base64.decode(text) == bytes.unicodeScalars.map { UInt8($0.value) })
    }

    @Test(arguments: ["a", "aG", "aGk", "aGk==", "a===", "====", "aG=k", "aGk= ", "aGk_", "aGké"])
    func `other texts are not base64`(text: String) {
        #expect(Base64.decode(text) == nil)
    }
}
