/// A string that a function assembles, up to a limit.
///
/// The cost of a function such as `replace` does not depend on the size of its result, so a short
/// expression could fill the memory.
struct BoundedText {
    /// The maximum number of bytes: more than an expression can use before its cost is too high.
    private static let limit = 1 << 26

    private var bytes: [UInt8] = []
    private(set) var isTooLong = false

    /// Adds a text, unless the limit is reached.
    mutating func append(_ text: String) { append(text.utf8) }

    /// Adds bytes of UTF-8, unless the limit is reached.
    mutating func append(_ part: some Collection<UInt8>) {
        guard !isTooLong, part.count <= Self.limit - bytes.count else {
            isTooLong = true
            return
        }
        bytes.append(contentsOf: part)
    }

    /// The string, or the error that it is too long.
    var value: Value {
        isTooLong
            ? .error("string of more than \(Self.limit) bytes")
            : .string(String(decoding: bytes, as: UTF8.self))
    }
}
