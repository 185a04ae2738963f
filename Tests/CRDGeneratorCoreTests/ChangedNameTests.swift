import Testing

@testable import CRDGeneratorCore

/// The notes beside names that are not the usual ones.
struct ChangedNameTests {
    /// The notes on everything that a version declares.
    private static func notes(_ type: ResourceType) -> [String] {
        let structs = [type.root] + type.structs
        let notes =
            structs.map(\.nameNote) + structs.flatMap { $0.attributes.map(\.nameNote) }
            + type.enums.map(\.nameNote) + type.enums.flatMap { $0.cases.map(\.nameNote) }
            + type.aliases.map(\.nameNote)
        return notes.compactMap { $0 }
    }

    @Test(arguments: [
        (
            "{spec: {properties: {date: {properties: {a: {}}}}}}",
            "'date' is named 'SpecDate', because 'Date' has another meaning"
        ),
        (
            "{spec: {properties: {widget: {properties: {a: {}}}}}}",
            "'widget' is named 'SpecWidget', because 'Widget' is the resource"
        ),
        (
            "{spec: {properties: {pod: {properties: {spec: {properties: {a: {}}}}}}}}",
            "'spec' is named 'PodSpec', because 'Spec' is the type of 'spec'"
        ),
        (
            "{mode: {properties: {a: {}}}, spec: {properties: {mode: {enum: [a]}}}}",
            "'mode' is named 'SpecMode', because 'Mode' is the type of 'mode'"
        ),
        (
            "{tag: {properties: {a: {}}}, tags: {items: {properties: {b: {}}}}}",
            "'tags' is named 'Tags', because 'Tag' is the type of 'tag'"
        ),
        (
            "{widgets: {items: {properties: {a: {}}}}}",
            "'widgets' is named 'Widgets', because 'Widget' is the resource"
        ),
        (
            "{a-b: {properties: {a: {}}}, a_b: {properties: {b: {}}}}",
            "'a_b' is named 'AB_2', because 'AB' is the type of 'a-b'"
        ),
        (
            "{7zip: {properties: {a: {}}}}",
            "'7zip' is named '_7zip_2', because '_7zip' is an attribute of the resource"
        ),
        (
            "{7zip: {properties: {a: {}}}, _7zip: {}}",
            "'7zip' is named '_7zip_3', because '_7zip' is an attribute of the resource"
        ),
        (
            "{one: {properties: {a: {}}}, spec: {properties: {date: {properties: {a: {}}}}}}",
            "'date' is named 'SpecDate', because 'Date' has another meaning"
        ),
    ])
    func `a type that has not the name of its property says why`(
        properties: String,
        note: String
    ) throws {
        let version = try GeneratedVersion(properties: properties)
        #expect(Self.notes(version.type).contains(note), "\(Self.notes(version.type))")
        #expect(version.swift.contains("        /// \(note).\n        public "))
    }

    @Test(arguments: [
        ("['!=']", ["'!=' is named 'not_equal', because names consist of letters and digits"]),
        ("['']", ["'' is named 'empty', because names consist of letters and digits"]),
        ("['-1']", ["'-1' is named 'minus_1', because names consist of letters and digits"]),
        ("[None]", ["'None' is named 'none_value', because 'none' has another meaning"]),
        ("[a, A]", ["'a' is named 'a_2', because 'A' is named 'a'"]),
        (
            "[none, None]",
            [
                "'none' is named 'none_value_2', because 'None' is named 'none_value'",
                "'None' is named 'none_value', because 'none' has another meaning",
            ]
        ),
        (
            #"["\n`*/"]"#,
            [
                #"'\n`*/' is named 'ua_grave_asterisk_slash', "#
                    + "because names consist of letters and digits"
            ]
        ),
    ])
    func `a case that is not its value in snake_case says why`(
        values: String,
        notes: [String]
    ) throws {
        let version = try GeneratedVersion(properties: "{mode: {enum: \(values)}}")
        #expect(Self.notes(version.type) == notes)
        for note in notes where note.utf8.count < 80 {
            #expect(version.swift.contains("            /// \(note).\n            case "))
        }
    }

    @Test(arguments: [
        ("{aB: {}, a_b: {}}", "a_b", "'a_b' is named 'a_b_2', because 'aB' is named 'a_b'"),
        ("{id: {}}", "id", "'id' is named 'id_2', because 'id' is a member of every such type"),
    ])
    func `an attribute that has not its usual name says why, there and as a note`(
        properties: String,
        key: String,
        note: String
    ) throws {
        let version = try GeneratedVersion(properties: properties)
        #expect(version.type.root.attributes.first { $0.key == key }?.nameNote == note)
        #expect(version.swift.contains("        /// \(note).\n        public var \(key)_2:"))
        #expect(
            version.diagnostics.map { $0.split(separator: " note: ").last ?? "" } == [note[...]]
        )
    }

    @Test func `a resource that has not the name of its kind says why`() throws {
        let version = try GeneratedVersion(properties: "{}", kind: "String")
        let note = "'String' is named 'StringResource', because 'String' has another meaning"
        #expect(version.type.root.nameNote == note)
        #expect(version.swift.contains("    /// \(note).\n    public struct StringResource:"))
    }

    @Test func `what is noted stands below the description`() throws {
        let date = "{description: A day., properties: {a: {}}}"
        let version = try GeneratedVersion(properties: "{spec: {properties: {date: \(date)}}}")
        let comment = """
                    /// A day.
                    ///
                    /// 'date' is named 'SpecDate', because 'Date' has another meaning.
                    public struct SpecDate
            """
        #expect(version.swift.contains(comment))
    }

    @Test func `names that the usual rules give have no note`() throws {
        let keys = [
            "ip-address", "$schema", "3scale", "default", "a.b", "API", "naïve", "two words",
        ]
        let properties = keys.enumerated().map {
            "'\($1)': {properties: {'\($1)': {}, p\($0): {}}}"
        }
        let values = "enum: ['8080', default, read-only, naïve, 'True', two words]"
        let version = try GeneratedVersion(
            properties: "{\(properties.joined(separator: ", ")), mode: {\(values)}}"
        )
        #expect(version.type.structs.count == keys.count && version.type.enums.count == 1)
        #expect(Self.notes(version.type) == [])
        #expect(version.diagnostics == [])
    }
}
