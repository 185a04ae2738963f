import CRDYAML

/// Finds the known name that is most similar to an unknown one.
package enum NearestName {
    /// Returns the name that is most similar to a text; `nil` if none is similar.
    ///
    /// Case, `_` and `-` are ignored, so `instance_count` is similar to `instanceCount`. Of two
    /// equally similar names, the first is returned.
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

    /// Returns the suggestion for a message about an unknown name: `, did you mean 'spec'?`; `""`
    /// if no name is similar.
    package static func question(_ text: String, among names: some Sequence<String>) -> String {
        to(text, among: names).map { ", did you mean '\($0)'?" } ?? ""
    }

    /// Longer texts are not mistyped names, and comparing them is slow.
    private static let longest = 64

    private static func letters(_ text: String) -> [UInt8] {
        text.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
            .map { $0.isUppercase ? $0 | 0x20 : $0 }
    }
}
