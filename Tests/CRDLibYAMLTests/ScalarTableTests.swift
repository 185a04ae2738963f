import CRDLibYAML
import CRDRuntime
import CRDYAML
import TestSupport
import Testing

struct ScalarTableTests {
    @Test(arguments: try ScalarLine.lines(at: .value))
    func `a value means what the API server reads`(line: ScalarLine) throws {
        try expectSame(line)
    }

    @Test(arguments: try ScalarLine.lines(at: .key))
    func `a key is the one the API server makes of it`(line: ScalarLine) throws {
        try expectSame(line)
    }

    @Test(arguments: try ScalarLine.lines(at: .body).filter { deviations[$0.description] == nil })
    func `a manifest is what the API server reads`(line: ScalarLine) throws {
        try expectSame(line)
    }

    @Test(arguments: try ScalarLine.lines(at: .body).filter { deviations[$0.description] != nil })
    func `a manifest is read otherwise for a reason`(line: ScalarLine) throws {
        let deviation = try #require(Self.deviations[line.description])
        switch deviation {
        case .rejected:
            #expect(throws: Diagnostic.self) { try line.matches(nil) }
        case .nothing:
            #expect(try Node.parse(line.request, file: "request.yaml").isEmpty)
        case .read(let value, _):
            #expect(try line.matches(value))
        }
    }

    @Test func `every deviation is one of the table`() throws {
        let names = Set(try ScalarLine.lines(at: .body).map(\.description))
        #expect(Set(Self.deviations.keys).subtracting(names).isEmpty)
    }

    private func expectSame(_ line: ScalarLine) throws {
        if line.isRejected {
            #expect(throws: Diagnostic.self) { try line.matches(nil) }
        } else {
            #expect(try line.matches(line.json))
        }
    }
}

extension ScalarTableTests {
    /// What is made here of a request, and why not what the server makes of it.
    enum Deviation {
        case rejected(because: String)
        case nothing(because: String)
        case read(JSONValue, because: String)
    }

    private static let newer = "libyaml 0.2.5 knows what YAML 1.2 added, Go's older copy does not"
    private static let strict = "the server objects to the merged key, not to the text"
    private static let duplicate = "a key given twice is an error, whatever fieldValidation says"
    private static let typed = "the server objects to the type of a field, or converts it"
    private static let whole = "the server misses the kind of an object"

    /// By the name of the case.
    static let deviations: [String: Deviation] = [
        "escape \\/": .read(["v": "a/b"], because: newer),
        "JSON body": .read(["v": 1, "w": 1000, "x": "a/b", "y": "é"], because: newer),
        "%YAML directive": .read(["v": 1], because: newer),
        "flow plain with colon at the end": .rejected(
            because: "libyaml refuses what YAML 1.2 reads as {a: null} and Go as a string"
        ),
        "escape \\'": .rejected(because: "no YAML has this escape; Go's copy of libyaml added it"),
        "merge key": .read(
            ["b": ["a": 1, "c": 2], "w": ["a": 1, "c": 3]],
            because: strict
        ),
        "merge list": .read(
            ["b": ["a": 1], "d": ["a": 2, "e": 3], "w": ["a": 1, "e": 3]],
            because: strict
        ),
        "duplicate key (fieldValidation=Ignore)": .rejected(because: duplicate),
        "duplicate key true/yes (fieldValidation=Ignore)": .rejected(because: duplicate),
        "duplicate key 1/\"1\"": .rejected(because: duplicate),
        "duplicate key 1/\"1\" (fieldValidation=Ignore)": .rejected(because: duplicate),
        "non-string annotation true": .read(
            ["name": "s", "annotations": ["a": true]],
            because: typed
        ),
        "non-string annotation 1": .read(
            ["name": "s", "annotations": ["a": 1]],
            because: typed
        ),
        "null annotation": .read(["name": "s", "annotations": ["a": .null]], because: typed),
        "null label": .read(["name": "s", "labels": ["a": .null]], because: typed),
        "numeric name": .read(["name": 123], because: typed),
        "empty document": .nothing(because: whole),
        "only comment": .nothing(because: whole),
        "list document": .read(["a"], because: whole),
        "scalar document": .read("a", because: whole),
    ]
}
