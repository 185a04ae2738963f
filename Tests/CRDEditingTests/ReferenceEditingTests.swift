import CRDEditing
import Testing

@Suite struct ReferenceEditingTests {
    @Test(
        arguments: [
            // A change of an anchored value does not change what its aliases stand for.
            ("a: &x 1\nb: *x\n", "a", 2, "a: &x 2\nb: 1\n"),
            ("a: &x 1\nb: *x\n", "b", 2, "a: &x 1\nb: 2\n"),
            ("a: &x\n  k: 1\nb: *x\n", "b.k", 2, "a: &x\n  k: 1\nb:\n  k: 2\n"),
            ("a: &x\n  k: 1\nb: *x\nc: 1\n", "c", 2, "a: &x\n  k: 1\nb: *x\nc: 2\n"),
            ("a: &x {k: 1}\nb: [*x, 2]\n", "a.k", 2, "a: &x {k: 2}\nb: [{k: 1}, 2]\n"),
            // Merge keys.
            (
                "a: &x {k: 1}\nb:\n  <<: *x\n  l: 2\n", "b.k", 3,
                "a: &x {k: 1}\nb:\n  <<: *x\n  l: 2\n  k: 3\n"
            ),
            (
                "a: &x {k: 1}\nb:\n  <<: *x\n  l: 2\n", "b.l", 3,
                "a: &x {k: 1}\nb:\n  <<: *x\n  l: 3\n"
            ),
            (
                "a: &x {k: 1}\nb:\n  <<: *x\n  l: 2\n", "a.k", 3,
                "a: &x {k: 3}\nb:\n  <<: *x\n  l: 2\n  k: 1\n"
            ),
        ] as [(String, String, JSONValue, String)]
    )
    func `aliases and merge keys keep their values`(
        text: String,
        path: String,
        value: JSONValue,
        result: String
    ) throws {
        #expect(try setting(path, to: value, in: text) == result)
    }

    @Test(arguments: [
        ("a: &x 1\nb: *x\nc: *x\n", "a", "b: 1\nc: 1\n"),
        (
            "a: &x {k: 1, m: 2}\nb:\n  # own\n  l: 2\n  <<: *x\n", "b.k",
            "a: &x {k: 1, m: 2}\nb:\n  # own\n  l: 2\n  m: 2\n"
        ),
    ])
    func `aliases of what is removed are replaced by its value`(
        text: String,
        path: String,
        result: String
    ) throws {
        #expect(try removing(path, from: text) == result)
    }
}
