import CRDYAML
import Testing

@testable import CRDGeneratorCore

/// The types that versions of a CRD share.
struct TypeSharingTests {
    /// Generates the versions of a CRD from their schemas, in flow style.
    private static func swift(
        _ versions: [(name: String, schema: String)],
        configuration: String = "",
        lines: [String: String] = [:]
    ) throws -> String {
        let text = versions.map { name, schema in
            """
            - name: \(name)
              served: true
              \(lines[name] ?? "storage: \(name == "v1")")
              schema: {openAPIV3Schema: {type: object, properties: \(schema)}}
            """
        }
        let head = CRDText.v1.split(separator: "\n").prefix { $0 != "  versions:" }
        let crd =
            (head + ["  versions:"]).joined(separator: "\n") + "\n"
            + text.joined(separator: "\n").split(separator: "\n").map { "  \($0)" }
            .joined(separator: "\n")
        var diagnostics: [Diagnostic] = []
        let file = Generator.Input(path: "crdgen.yaml", bytes: Array(configuration.utf8))
        let generator = Generator(Configuration(file, &diagnostics))
        let input = Generator.Input(path: "crd.yaml", bytes: Array(crd.utf8))
        let output = generator.generate(input, &diagnostics)
        #expect(diagnostics.isEmpty)
        return output.swift.text
    }

    /// The declarations of a type, each without what encloses it.
    private static func declarations(of name: String, in swift: String) -> [String] {
        swift.split(separator: "\n").map { $0.drop { $0 == " " } }.filter {
            $0.hasPrefix("public struct \(name):") || $0.hasPrefix("public enum \(name):")
                || $0.hasPrefix("public typealias \(name) =")
        }.map(String.init)
    }

    private static let spec = "{spec: {type: object, properties: {a: {type: string}}}}"

    @Test func `equal structs of versions are declared in the stored version`() throws {
        let swift = try Self.swift([("v1alpha1", Self.spec), ("v1", Self.spec)])
        #expect(
            Self.declarations(of: "Spec", in: swift) == [
                "public typealias Spec = ExampleCom.V1.Widget.Spec",
                "public struct Spec: FieldStruct {",
            ]
        )
    }

    @Test func `equal enumerations are declared once`() throws {
        let mode = "{mode: {type: string, enum: [Fast, Slow]}}"
        let swift = try Self.swift([("v1", mode), ("v2", mode)])
        #expect(
            Self.declarations(of: "Mode", in: swift) == [
                "public enum Mode: OpenEnumeration {",
                "public typealias Mode = ExampleCom.V1.Widget.Mode",
            ]
        )
    }

    @Test(arguments: [
        "a: {type: integer}", "a: {type: string, nullable: true}", "b: {type: string}",
        "a: {type: string}, b: {type: string}", "a: {type: string, format: byte}",
    ])
    func `structs with different properties are both declared`(properties: String) throws {
        let other = "{spec: {type: object, properties: {\(properties)}}}"
        let swift = try Self.swift([("v1", Self.spec), ("v2", other)])
        #expect(
            Self.declarations(of: "Spec", in: swift)
                == Array(repeating: "public struct Spec: FieldStruct {", count: 2)
        )
    }

    @Test func `structs with different defaults of required properties are both declared`() throws {
        func spec(_ value: String) -> String {
            "{spec: {type: object, required: [a], properties: {a: {type: string, default: \(value)}}}}"
        }
        let different = try Self.swift([("v1", spec("x")), ("v2", spec("y"))])
        #expect(Self.declarations(of: "Spec", in: different).count { $0.contains("struct") } == 2)
        let equal = try Self.swift([("v1", spec("x")), ("v2", spec("x"))])
        #expect(Self.declarations(of: "Spec", in: equal).count { $0.contains("struct") } == 1)
    }

    @Test func `a struct that contains different structs is different`() throws {
        func spec(_ type: String) -> String {
            "{spec: {type: object, properties: {inner: {type: object, properties: "
                + "{deep: {type: \(type)}, same: {type: object, properties: {x: {}}}}}}}}"
        }
        let swift = try Self.swift([("v1", spec("string")), ("v2", spec("integer"))])
        #expect(Self.declarations(of: "Inner", in: swift).count { $0.contains("struct") } == 2)
        #expect(
            Self.declarations(of: "Same", in: swift) == [
                "public struct Same: FieldStruct {",
                "public typealias Same = ExampleCom.V1.Widget.Same",
            ]
        )
    }

    @Test func `each version keeps its own name of a type`() throws {
        let inner = "{type: object, properties: {a: {type: string}}}"
        let swift = try Self.swift([("v1", "{first: \(inner)}"), ("v2", "{other: \(inner)}")])
        #expect(
            Self.declarations(of: "Other", in: swift)
                == ["public typealias Other = ExampleCom.V1.Widget.First"]
        )
    }

    @Test func `an alias has the descriptions that are different`() throws {
        func spec(_ type: String, _ first: String, _ second: String) -> String {
            "{spec: {type: object, description: \(type), properties: "
                + "{a: {type: string, description: \(first)}, "
                + "b: {type: string, description: \(second)}}}}"
        }
        let swift = try Self.swift([
            ("v1", spec("Old.", "The same.", "Old b.")),
            ("v2", spec("New.", "The same.", "New b.")),
        ])
        #expect(
            swift.contains(
                """
                        /// New.
                        ///
                        /// Descriptions that differ from those of the declaration:
                        ///
                        /// `b`: New b.
                        public typealias Spec = ExampleCom.V1.Widget.Spec
                """
            )
        )
    }

    @Test func `a deprecated version declares only what no other version has`() throws {
        let extra = Self.spec.dropLast() + ", status: {type: object, properties: {b: {}}}}"
        let swift = try Self.swift(
            [("v1", extra + ""), ("v2", Self.spec)],
            lines: ["v1": "storage: true\n  deprecated: true"]
        )
        #expect(
            Self.declarations(of: "Spec", in: swift) == [
                "public typealias Spec = ExampleCom.V2.Widget.Spec",
                "public struct Spec: FieldStruct {",
            ]
        )
        #expect(
            Self.declarations(of: "Status", in: swift) == ["public struct Status: FieldStruct {"]
        )
    }

    @Test(arguments: ["shareTypes: false", "mergeTypes: false", "groups: {example.com: Widget}"])
    func `nothing is shared if the configuration says so or hides the group`(
        configuration: String
    ) throws {
        let swift = try Self.swift(
            [("v1", Self.spec), ("v2", Self.spec)],
            configuration: configuration
        )
        #expect(
            Self.declarations(of: "Spec", in: swift)
                == Array(repeating: "public struct Spec: FieldStruct {", count: 2)
        )
    }

    @Test func `a path of one kind in the configuration makes its struct different`() throws {
        let swift = try Self.swift(
            [("v1", Self.spec), ("v2", Self.spec)],
            configuration: "renames: {types: {spec: Settings}, attributes: {spec.a: first}}"
        )
        #expect(
            Self.declarations(of: "Settings", in: swift) == [
                "public struct Settings: FieldStruct {",
                "public typealias Settings = ExampleCom.V1.Widget.Settings",
            ]
        )
    }

    @Test func `CRDs of a module share types, and each keeps its names`() throws {
        let inner = "{type: object, properties: {a: {type: string}}}"
        let gadget = try CRDText.replacing(
            "type: object",
            by: "{type: object, properties: {part: \(inner)}}"
        ).replacing("Widget", with: "Gadget").replacing("widget", with: "gadget")
        let widget = try CRDText.replacing(
            "type: object",
            by: "{type: object, properties: {items: {type: array, items: \(inner)}}}"
        )
        var module = ModuleGenerator(module: "M")
        var diagnostics: [Diagnostic] = []
        // The order of the files has no effect.
        for (path, text) in [("a.yaml", widget), ("b.yaml", gadget)] {
            module.add(Generator.Input(path: path, bytes: Array(text.utf8)), &diagnostics)
        }
        #expect(diagnostics.isEmpty)
        let sharing = module.sharing
        let swift = module.outputs.map { $0.swift(sharing).text }
        #expect(
            Self.declarations(of: "Item", in: swift[0])
                == ["public typealias Item = ExampleCom.V1.Gadget.Part"]
        )
        #expect(swift[0].contains("public var items: [Item]? {"))
        #expect(
            Self.declarations(of: "Part", in: swift[1]) == ["public struct Part: FieldStruct {"]
        )
    }
}
