import CRDYAML
import Testing

@testable import CRDGeneratorCore

/// Defaults of required properties, which are default arguments in generated code.
struct DefaultArgumentTests {
    /// The parameters of an initializer of a struct at `spec` with one required property.
    private func version(_ schema: String, others: String = "", configuration: String = "") throws
        -> GeneratedVersion
    {
        try GeneratedVersion(
            properties: "{spec: {type: object, required: [value], properties: "
                + "{value: \(schema)\(others)}}}",
            configuration: configuration
        )
    }

    @Test(arguments: [
        ("{type: string, default: a}", #"value: String = "a""#, "defaulted"),
        (
            "{type: string, nullable: true, default: a}", #"value: String? = "a""#,
            "defaultedNullable"
        ),
        ("{type: string, default: null}", "value: String", "string"),
        ("{type: string, default: 5}", "value: String? = nil", "string"),
        ("{type: integer, default: 1.0}", "value: Int = 1", "defaulted"),
        ("{type: integer, default: 1.5}", "value: Int? = nil", "integer"),
        ("{type: integer, format: int32, default: 3000000000}", "value: Int32? = nil", "integer"),
        ("{type: number, default: -1e-7}", "value: Double = -1e-07", "defaulted"),
        ("{type: string, enum: [a], default: a}", "value: Value = .a", "defaulted"),
        ("{type: string, enum: [a], default: b}", "value: Value? = nil", "optional"),
        ("{type: integer, enum: [1], default: 1}", "value: Value = ._1", "defaulted"),
        (
            "{x-kubernetes-int-or-string: true, default: 50%}",
            #"value: CRDRuntime.IntOrString = "50%""#, "defaulted"
        ),
        ("{type: array, default: [], items: {type: string}}", "value: [String] = []", "defaulted"),
        (
            "{type: array, default: [null], items: {type: string, nullable: true}}",
            "value: [String?] = [nil]", "defaulted"
        ),
        ("{type: object, default: {}}", "value: [String: CRDRuntime.JSONValue] = [:]", "defaulted"),
        (
            "{type: object, default: {a: x}, properties: {a: {type: string}}}",
            #"value: Value = .init(a: "x")"#, "defaulted"
        ),
        (
            "{type: object, default: {}, required: [a], properties: {a: {type: string}}}",
            "value: Value? = nil", "optional"
        ),
        (
            "{type: object, default: {b: 1}, properties: {a: {type: string}}}",
            "value: Value? = nil", "optional"
        ),
        (
            "{type: object, default: {a: null}, properties: {a: {type: string, nullable: true}}}",
            "value: Value? = nil", "optional"
        ),
        (
            "{type: string, format: date-time, default: x}", #"value: CRDRuntime.DateTime = "x""#,
            "defaulted"
        ),
    ])
    func `a required property with a default need not be given`(
        schema: String,
        parameter: String,
        visit: String
    ) throws {
        let swift = try version(schema).swift
        #expect(swift.contains("public init(\(parameter)) {"), "\(swift)")
        #expect(swift.contains("fields.\(visit)(\"value\", &self.value"), "\(swift)")
    }

    @Test func `a default at the root is the value of the placeholder`() throws {
        let swift = try GeneratedVersion(
            schema: "{type: object, required: [mode, spec], properties: {mode: {type: string, "
                + "default: a}, spec: {type: object, default: {}, properties: {a: {type: string}}}}}"
        ).swift
        #expect(swift.contains("            spec: Spec = .init()\n"))
        #expect(swift.contains("self.storageOf_mode = \"a\"\n"))
        #expect(swift.contains("self.storageOf_spec = _OpaqueBox(holding: .init() as Spec)\n"))
        #expect(
            swift.contains(
                "fields.defaulted(\"spec\", &self.storageOf_spec, required: Spec.self)\n"
            )
        )
    }

    @Test func `objects whose defaults differ have types of their own`() throws {
        func properties(_ first: String, _ second: String) -> String {
            "{spec: {type: object, properties: {a: \(first), b: \(second)}}}"
        }
        func object(_ name: String, _ required: String = "[name]") -> String {
            "{type: object, required: \(required), properties: {name: \(name)}}"
        }
        let one = object("{type: string, default: one}")
        let two = object("{type: string, default: two}")
        let none = object("{type: string}")
        let different = try GeneratedVersion(properties: properties(one, two)).swift
        #expect(different.contains("public init(name: String = \"one\")"))
        #expect(different.contains("public init(name: String = \"two\")"))
        let some = try GeneratedVersion(properties: properties(one, none)).swift
        #expect(some.contains("public init(name: String)"))
        let same = try GeneratedVersion(properties: properties(one, one)).swift
        #expect(same.contains("public typealias B = A"))
        // The server fills in what is optional.
        let optional = try GeneratedVersion(
            properties: properties(
                object("{type: string, default: one}", "[]"),
                object("{type: string, default: two}", "[]")
            )
        ).swift
        #expect(optional.contains("public typealias B = A"))
    }

    @Test func `a long default is left to the API server`() throws {
        func swift(_ count: Int) throws -> String {
            let elements = [String](repeating: "1", count: count).joined(separator: ", ")
            let schema = "{type: array, items: {type: integer}, default: [\(elements)]}"
            return try version(schema).swift
        }
        #expect(try swift(63).contains("[Int] = [1, 1, "))
        #expect(try swift(64).contains("value: [Int]? = nil"))
    }

    @Test func `a default of a type that is not generated is left to the API server`() throws {
        let configuration = "imports: [Own]\ntypes: {spec.value: Mode}"
        let version = try version("{type: string, default: a}", configuration: configuration)
        #expect(version.diagnostics == [])
        #expect(version.swift.contains("value: Mode? = nil"))
    }

    @Test func `a property with a default can have another name`() throws {
        let configuration = "renames: {attributes: {spec.value: in, spec.value.b: inout}}"
        let version = try version(
            "{type: object, required: [b], properties: {b: {type: string}}, default: {b: x}}",
            configuration: configuration
        )
        #expect(version.swift.contains("`in`: Value = .init(`inout`: \"x\")"))
    }
}
