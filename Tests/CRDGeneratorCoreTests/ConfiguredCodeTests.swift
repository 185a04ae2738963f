import CRDPages
import CRDYAML
import TestSupport
import Testing

@testable import CRDGeneratorCore

/// What the options of `crdgen.yaml` change in generated code.
struct ConfiguredCodeTests {
    private static let properties = """
        {spec: {type: object, required: [size], properties: {size: {type: integer}, \
        fromDate: {type: string, format: date-time}, part: {type: object, properties: \
        {name: {type: string}}}, \
        twin: {type: object, properties: {name: {type: string}}}, mode: {type: string, enum: [FastFile]}}}, \
        status: {type: object, properties: {phase: {type: string}}}}
        """

    private func swift(_ configuration: String) throws -> String {
        let version = try GeneratedVersion(
            properties: Self.properties,
            configuration: configuration
        )
        #expect(version.diagnostics == [])
        return version.swift
    }

    @Test func `what is the default changes nothing when it is written down`() throws {
        let text = """
            access: public
            naming: snake_case
            status: true
            mergeTypes: true
            wellKnownTypes: true
            docs: full
            imports: []
            conformances: {all: [], resources: []}
            types: {}
            shapes: []
            renames: {attributes: {}, types: {}}
            include: []
            exclude: []
            """
        #expect(try swift(text) == swift(""))
    }

    @Test(arguments: ["package", "internal"])
    func `everything has the access that is wanted, and no more`(access: String) throws {
        let text = try swift("access: \(access)")
        let prefix = access == "internal" ? "" : "\(access) "
        #expect(text.contains("\n\(prefix)import CRDRuntime\n"))
        #expect(text.contains("\n    \(prefix)struct Widget: CRDRuntime.Resource {"))
        #expect(text.contains("\n        \(prefix)enum Mode: OpenEnumeration {"))
        #expect(!text.contains("public"))
    }

    @Test func `camelCase names attributes and cases and says so to visitors`() throws {
        let text = try swift("naming: camelCase")
        #expect(text.contains("public var fromDate: Optional<CRDRuntime.DateTime>"))
        #expect(text.contains("case fastFile\n"))
        #expect(
            text.contains("fields.names(.camelCase)\n                fields.integer(\"size\"")
                == false
        )
        #expect(text.contains("fields.names(.camelCase)\n            fields.constants("))
        #expect(text.contains("fields.names(.camelCase)\n                fields.required(\"size\""))
    }

    @Test func `without status only its key stays`() throws {
        let text = try swift("status: false")
        #expect(text.contains("fields.ignored(\"status\")\n"))
        #expect(!text.contains("struct Status"))
        #expect(!text.contains("fields.optional(\"status\""))
    }

    @Test func `protocols stand behind the runtime's, each once`() throws {
        let text = try swift(
            "conformances: {all: [A, B], resources: [B, C], namespacedResources: [D], "
                + "clusterResources: [E], statusResources: [F], scaleResources: [G]}"
        )
        #expect(text.contains("struct Widget: CRDRuntime.Resource, A, B, C, D {"))
        #expect(text.contains("struct Spec: FieldStruct, A, B {"))
        #expect(text.contains("enum Mode: OpenEnumeration, A, B {"))
    }

    @Test func `a module is imported where a name is written with it, or any name is`() throws {
        let conformances = "conformances: {resources: [M.P], clusterResources: [O.Q]}"
        let text = try swift("imports: [L, M, O]\n\(conformances)")
        #expect(
            text.contains("public import CRDRuntime\npublic import L\npublic import M\n\n///")
        )
    }

    @Test func `what package types only conform to is imported internally`() throws {
        let text = try swift(
            "access: package\nimports: [M, O]\n"
                + "conformances: {all: [M.P]}\ntypes: {spec.size: O.Size}"
        )
        let imports = """
            #if hasFeature(InternalImportsByDefault)
            package import CRDRuntime
            package import O
            #else
            import CRDRuntime
            import O
            #endif
            import M

            """
        #expect(text.contains(imports))
    }

    private static let quantity =
        #"'^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|"#
        + #"([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$'"#

    @Test(arguments: [
        ("Quantity", "{x-kubernetes-int-or-string: true, pattern: \(quantity)}", true),
        ("Quantity", "{type: string, pattern: \(quantity)}", true),
        ("Quantity", "{x-kubernetes-int-or-string: true}", false),
        ("Quantity", "{type: string}", false),
        ("GoDuration", "{type: string, format: duration}", true),
        ("GoDuration", #"{type: string, pattern: '^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$'}"#, true),
        (
            "GoDuration", #"{type: string, pattern: '^(0|([0-9]+([.]\d+)?(ns|us|µs|μs|s|m))+)$'}"#,
            true
        ),
        ("GoDuration", "{type: string, pattern: '^([0-9]{1,5}(h|m|s|ms)){1,4}$'}", true),
        (
            "GoDuration", "{type: string, pattern: '^(0|(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?)$'}",
            true
        ),
        ("GoDuration", "{type: string, pattern: '^(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?$'}", false),
        ("GoDuration", "{type: string, pattern: '^([0-9]+(ns|us|ms|s|m|h)?)+$'}", false),
        ("GoDuration", "{type: string, pattern: '^([0-9]+(s|m|h))+|infinite$'}", false),
        ("GoDuration", #"{type: string, pattern: '^[0-9]+\s?(s|m|h)$'}"#, false),
        ("GoDuration", "{type: string, pattern: '[0-9]+(s|m|h)'}", false),
        ("GoDuration", "{type: string, pattern: '^[0-9]+m$'}", false),
        ("GoDuration", "{type: integer, format: duration}", false),
        ("{type: string, pattern: ^a}", "{type: string, pattern: ^a, maxLength: 3}", true),
        ("{type: string, pattern: ^a}", "{type: string, pattern: ^a, format: uri}", true),
        ("{type: string, pattern: ^a}", "{type: string, pattern: ^b}", false),
        ("{type: string, pattern: ^a}", "{type: string}", false),
        ("{type: string, pattern: ^a}", "{x-kubernetes-int-or-string: true, pattern: ^a}", false),
        ("{pattern: ^a}", "{x-kubernetes-int-or-string: true, pattern: ^a}", true),
        ("{pattern: ^a}", "{type: object, pattern: ^a}", false),
        ("{type: string, pattern: ^a}", "{type: string, pattern: ^a, enum: [ab]}", true),
        ("{type: string, format: uri}", "{type: string, format: uri}", true),
        ("{type: string, format: uri}", "{type: string, format: url}", false),
        ("{type: integer, format: uint8}", "{type: integer, format: uint8}", true),
        ("{type: integer, format: uint8}", "{type: integer}", false),
        ("{type: string}", "{type: string, pattern: ^a}", true),
    ])
    func `a scalar has the type of its pattern or format`(
        _ subject: String,
        _ schema: String,
        _ isReplaced: Bool
    ) throws {
        let version = try GeneratedVersion(
            properties: "{spec: {type: object, properties: {a: \(schema), b: {type: array, items: "
                + "\(schema)}, c: {type: object, additionalProperties: \(schema)}}}}",
            configuration: "shapes: [{schema: \(subject), type: Shop.Own}]\nallowUnused: [shapes]"
        )
        #expect(version.diagnostics == [])
        #expect(version.swift.contains("public var a: Optional<Shop.Own>\n") == isReplaced)
        #expect(version.swift.contains("public var b: Optional<[Shop.Own]>\n") == isReplaced)
        #expect(
            version.swift.contains("public var c: Optional<[String: Shop.Own]>\n") == isReplaced
        )
    }

    @Test func `a pattern has priority over a type, and the well-known types remain`() throws {
        let version = try GeneratedVersion(
            properties: """
                {spec: {type: object, properties: {a: {type: string, pattern: ^a}, \
                b: {type: string}, conditions: {type: array, items: {type: object, \
                required: [lastTransitionTime, message, reason, status, type], properties: \
                {lastTransitionTime: {type: string, format: date-time}, message: {type: string}, \
                observedGeneration: {type: integer}, reason: {type: string, pattern: ^a}, \
                status: {type: string, enum: ['True', 'False', Unknown]}, \
                type: {type: string}}}}}}}
                """,
            configuration: """
                shapes:
                - {schema: {type: string, pattern: ^a}, type: A}
                - {schema: {type: string}, type: B}
                """
        )
        #expect(version.swift.contains("public var a: Optional<A>\n"))
        #expect(version.swift.contains("public var b: Optional<B>\n"))
        #expect(version.swift.contains("public var conditions: Optional<[CRDRuntime.Condition]>\n"))
    }

    @Test(arguments: [
        ("types: {spec.size: Size}", "public var size: Size\n"),
        ("types: {Widget.spec.size: Size}", "public var size: Size\n"),
        ("types: {'*.size': Size}", "public var size: Size\n"),
        ("types: {'**.size': Size}", "public var size: Size\n"),
        ("types: {'[spec][size]': Size}", "public var size: Size\n"),
        ("types: {spec.size: A, '**.size': B}", "public var size: B\n"),
        ("types: {spec.size: '[Shop.Size]'}", "public var size: [Shop.Size]\n"),
        ("types: {spec.size: '[String: [Size]]'}", "public var size: [String: [Size]]\n"),
        ("types: {spec.part: Piece}", "storageOf_part: _Box<Piece>\n"),
        (
            "shapes: [{schema: {type: string, format: date-time}, type: Moment}]",
            "public var from_date: Optional<Moment>\n"
        ),
        (
            "shapes: [{schema: {properties: {name: {type: string, maxLength: 3}}}, type: Piece}]",
            "public var twin: Piece? {\n"
        ),
        (
            "renames: {attributes: {spec.fromDate: start}}",
            "fields.optional(\"fromDate\", &self.start)"
        ),
        (
            "renames: {attributes: {spec.fromDate: start}}",
            "fields.names(.snakeCase, renamed: [\"fromDate\": \"start\"])"
        ),
        ("renames: {attributes: {spec.fromDate: size}}", "fields.required(\"size\", &self.size_2)"),
        ("renames: {types: {spec.twin: Piece}}", "public var part: Optional<Piece>\n"),
        ("renames: {types: {spec.mode: Way}}", "public var mode: Optional<Way>\n"),
        ("renames: {types: {Widget: Gadget}}", "public struct Gadget: CRDRuntime.Resource {"),
        ("mergeTypes: false", "public var twin: Optional<Twin>\n"),
        ("mergeTypes: true", "public typealias Twin = Part\n"),
    ])
    func `types and names are what the file says`(configuration: String, code: String) throws {
        let version = try GeneratedVersion(
            properties: Self.properties,
            configuration: configuration
        )
        #expect(version.swift.contains(code))
    }

    @Test func `a nested type leaves its name to one that is not generated`() throws {
        let version = try GeneratedVersion(
            properties: Self.properties,
            configuration: "types: {spec.size: Part.Size}"
        )
        #expect(version.swift.contains("public var part: Optional<SpecPart>"))
        #expect(version.type.externalNames == ["Part.Size"])
    }

    @Test func `a shared type that gets two names has the other as an alias`() throws {
        let text = try swift("renames: {types: {spec.part: One, spec.twin: Two}}")
        #expect(text.contains("public struct One: "))
        #expect(
            text.contains("/// The type of `spec.twin`.\n        public typealias Two = One\n")
        )
    }

    @Test func `a name that is wanted twice is the first one's`() throws {
        let text = try swift("renames: {types: {spec.part: Kind, spec.mode: Kind}}")
        #expect(text.contains("enum Kind: "))
        #expect(text.contains("struct Kind_2: "))
        #expect(
            text.contains(
                "/// 'part' is named 'Kind_2', because 'Kind' is the type of 'spec.mode'.\n"
            )
        )
    }

    @Test func `a condition stays one though its moments have a type of their own`() throws {
        let condition = """
            {required: [lastTransitionTime, message, reason, status, type], properties: \
            {lastTransitionTime: {type: string, format: date-time}, message: {type: string}, \
            observedGeneration: {type: integer}, reason: {type: string}, status: {type: string, \
            enum: ['True', 'False', Unknown]}, type: {type: string}}}
            """
        let moments = "shapes: [{schema: {type: string, format: date-time}, type: Moment}]\n"
        for configuration in [moments, "mergeTypes: false", ""] {
            let version = try GeneratedVersion(
                properties: "{spec: \(condition), time: {type: string, format: date-time}}",
                configuration: configuration
            )
            #expect(version.type.root.attributes.first?.type == .condition)
        }
        let own = try GeneratedVersion(
            properties: "{spec: \(condition)}",
            configuration: "renames: {attributes: {spec.reason: why}}"
        )
        #expect(own.type.root.attributes.first?.type == .object("Spec"))
    }

    @Test func `pages name attributes as the types do`() throws {
        let configuration = "naming: camelCase\nrenames: {attributes: {spec.part.name: zoo}}"
        let text = try CRDText.replacing(
            "type: object",
            by: "{type: object, properties: \(Self.properties)}"
        )
        var diagnostics: [Diagnostic] = []
        let file = Generator.Input(path: "crdgen.yaml", bytes: Array(configuration.utf8))
        let input = Generator.Input(path: "crd.yaml", bytes: Array(text.utf8))
        let page =
            Generator(Configuration(file, &diagnostics))
            .generate(input, &diagnostics).pages().first?.text ?? ""
        #expect(diagnostics == [])
        #expect(page.contains("</a>`fromDate` (String)\n  * Swift `DateTime?`"))
        #expect(page.contains("</a>`zoo` (String)\n  * Swift `String?` · key `name`\n"))
    }
}
