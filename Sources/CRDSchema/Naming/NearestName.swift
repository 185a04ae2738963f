import CRDYAML

/// Finds the name that a person most likely meant by one that nothing has.
package enum NearestName {
    /// The name nearest to a text; `nil` where none is like it.
    ///
    /// Case, `_` and `-` count for nothing, so that `instance_count` is near to `instanceCount`. Of
    /// two that are as near, the first is meant.
    package static func to(_ text: String, among names: some Sequence<String>) -> String? {
        guard text.utf8.count <= longest else { return nil }
        let wanted = letters(text)
        var best: (name: String, distance: Int)?
        for name in names where name.utf8.count <= longest {
            let distance = EditDistance.between(wanted, letters(name))
            let most = max(1, min(wanted.count, name.utf8.count) / 3)
            if distance <= most, distance < best?.distance ?? .max { best = (name, distance) }
        }
        return best?.name
    }

    /// What a message says behind a name that nothing has: `, did you mean 'spec'?`; empty where
    /// nothing is like it.
    package static func question(_ text: String, among names: some Sequence<String>) -> String {
        to(text, among: names).map { ", did you mean '\($0)'?" } ?? ""
    }

    /// Longer texts are no mistyped names, and comparing them takes long.
    private static let longest = 64

    private static func letters(_ text: String) -> [UInt8] {
        text.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
            .map { $0.isUppercase ? $0 | 0x20 : $0 }
    }
}
