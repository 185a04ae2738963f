import CRDRuntime
import Testing

@testable import CRDValidation

struct ResourceValidationTests {
    @Test func `a valid resource has no violations`() throws {
        var gauge = Gauge(spec: Part(size: 5))
        gauge.labels = ["a": "b"]
        gauge.port = "http"
        gauge.extra = ["x": [1, .null]]
        try gauge.validate()
        #expect(gauge.violations().isEmpty)
    }

    @Test func `every violation is thrown at once, with field, reason and message`() {
        var gauge = Gauge(spec: Part(size: 6))
        gauge.metadata.labels = ["a b": "c"]
        gauge.parts = [Part(size: 1), Part(color: "red")]
        gauge.labels = ["a": "xy"]
        gauge.port = 1
        gauge.extra = [1]
        let error = #expect(throws: InvalidResource.self) { try gauge.validate() }
        #expect(
            error?.violations.map { "\($0.reason.rawValue) \($0.field)" } == [
                "FieldValueTypeInvalid extra", "FieldValueTooLong labels.a",
                "FieldValueInvalid metadata.labels", "FieldValueTooMany parts",
                "FieldValueRequired parts[1].size", "FieldValueInvalid port",
                "FieldValueInvalid spec.size",
            ]
        )
        #expect(
            error?.violations.last?.message
                == "Invalid value: 6: spec.size in body should be less than or equal to 5"
        )
    }

    @Test func `defaults are filled in where the parent is there`() throws {
        let filled = try Gauge(spec: Part(size: 1)).withDefaults()
        #expect(filled.spec?.color == "red")
        #expect(filled.spec?.size == 1)
        #expect(filled.metadata.name == "g")
        #expect(try Gauge().withDefaults().spec == nil)
    }

    @Test func `a resource needs a name`() {
        var gauge = Gauge()
        gauge.metadata.name = ""
        #expect(
            gauge.violations().map(\.description)
                == ["metadata.name: Required value: name or generateName is required"]
        )
    }
}

struct RuledResourceTests {
    @Test func `a rule is evaluated`() throws {
        #expect(try Ruled().validate() == [])
        var ruled = Ruled()
        ruled.metadata.name = "x"
        #expect(
            ruled.violations().map(\.description)
                == ["<nil>: Invalid value: failed rule: self.metadata.name != 'x'"]
        )
    }

    @Test func `an error has a line for each of several violations`() {
        var ruled = Ruled()
        ruled.metadata.namespace = "a"
        ruled.metadata.labels = ["-": ""]
        let error = #expect(throws: InvalidResource.self) { try ruled.validate() }
        let lines = (error?.description ?? "").split(separator: "\n")
        #expect(lines.first == "Ruled is invalid:")
        #expect(
            lines.dropFirst().map { $0.prefix { $0 != ":" } } == [
                "  metadata.labels", "  metadata.namespace",
            ]
        )
    }

    @Test func `an update keeps the name`() throws {
        var changed = Ruled()
        #expect(try changed.validate(replacing: Ruled()) == [])
        changed.metadata.name = "b"
        let error = #expect(throws: InvalidResource.self) {
            try changed.validate(replacing: Ruled())
        }
        #expect(
            error?.description
                == #"Ruled is invalid: metadata.name: Invalid value: "b": field is immutable"#
        )
    }
}

struct PreparedSchemaTests {
    @Test func `the schema of a type is prepared once`() {
        #expect(Gauge.validator.schema === Gauge.validator.schema)
    }
}
