import CRDLibYAML
import CRDYAML
import TestSupport
import Testing

/// A row for each rule that a CRD must keep outside of its schemas: some text of a valid CRD, what
/// stands there instead, and the faults.
@Suite struct DefinitionValidityTests {
    private static let label =
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an "
        + "alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or "
        + "'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"
    private static let name =
        #"metadata.name: Invalid value: "things.x.test": must be spec.names.plural+"."+spec.group"#
    @Test func `a valid CRD has no faults`() throws {
        #expect(try ValidityText.faults(ValidityText.definition).isEmpty)
    }

    @Test(
        arguments: [
            (
                "name: things.x.test", "generateName: t-",
                [
                    #"metadata.generateName: Invalid value: "t-": must be spec.names.plural+"."+"#
                        + "spec.group",
                    #"metadata.name: Invalid value: "t-<random>": must be spec.names.plural+"."+"#
                        + "spec.group",
                ]
            ),
            (
                "name: things.x.test", "labels: {a: b}",
                [
                    "metadata.name: Required value: name or generateName is required"
                ]
            ),
            (
                "group: x.test", "group: test",
                [
                    name,
                    #"spec.group: Invalid value: "test": should be a domain with at least one dot"#,
                ]
            ),
            ("  group: x.test\n", "", [name, "spec.group: Required value"]),
            (
                "scope: Namespaced", "scope: Galaxy",
                [
                    #"spec.scope: Unsupported value: "Galaxy": supported values: "Cluster", "#
                        + #""Namespaced""#
                ]
            ),
            ("  scope: Namespaced\n", "", ["spec.scope: Required value"]),
            (
                "    kind: Thing\n", "    kind: T_\n    shortNames: [A]\n    categories: ['']\n",
                [
                    #"spec.names.categories[0]: Invalid value: "": \#(label)"#,
                    #"spec.names.kind: Invalid value: "T_": may have mixed case, but should otherwise "#
                        + "match: \(label)",
                    #"spec.names.listKind: Invalid value: "T_List": may have mixed case, but should "#
                        + "otherwise match: \(label)",
                    #"spec.names.shortNames[0]: Invalid value: "A": \#(label)"#,
                    #"spec.names.singular: Invalid value: "t_": \#(label)"#,
                ]
            ),
            (
                "    kind: Thing\n", "    kind: Thing\n    listKind: Thing\n",
                [
                    #"spec.names.listKind: Invalid value: "Thing": kind and listKind may not be the "#
                        + "same"
                ]
            ),
            (
                "    plural: things\n    kind: Thing\n", "    singular: a\n",
                [
                    name, "spec.names.kind: Required value", "spec.names.listKind: Required value",
                    "spec.names.plural: Required value",
                ]
            ),
        ] as [(String, String, [String])]
    )
    func `names, group and scope are checked`(
        old: String,
        new: String,
        faults: [String]
    ) throws {
        #expect(try ValidityText.faults(old, new) == faults)
    }

    @Test(
        arguments: [
            (
                "- name: v1", "- name: V1",
                [
                    #"spec.version: Invalid value: "V1": \#(label)"#,
                    #"spec.versions[0].name: Invalid value: "V1": \#(label)"#,
                ]
            ),
            (
                "storage: true", "storage: false",
                [
                    #"spec.versions: Invalid value: [{"Name":"v1","Served":true,"Storage":false,"#
                        + #""Deprecated":false,"DeprecationWarning":null,"Schema":null,"#
                        + #""Subresources":null,"AdditionalPrinterColumns":null,"#
                        + #""SelectableFields":null}]: must have exactly one version marked as "#
                        + "storage version",
                    "status.storedVersions: Invalid value: null: must have at least one stored version",
                ]
            ),
            (
                "storage: true", "storage: true\n    deprecationWarning: a",
                [
                    #"spec.versions[0].deprecationWarning: Invalid value: "a": can only be set for "#
                        + "deprecated versions"
                ]
            ),
            (
                "storage: true", "storage: true\n    deprecated: true\n    deprecationWarning: ''",
                [
                    #"spec.versions[0].deprecationWarning: Invalid value: "": must not be an empty "#
                        + "string"
                ]
            ),
            (
                "storage: true",
                "storage: true\n    deprecated: true\n    deprecationWarning: \"é\\t\"",
                [
                    #"spec.versions[0].deprecationWarning: Invalid value: "é\t": must only contain "#
                        + "printable UTF-8 characters; non-printable character found at index 2"
                ]
            ),
            (
                "storage: true", "storage: true\n    subresources: {scale: {}}",
                [
                    "spec.subresources.scale.specReplicasPath: Required value",
                    "spec.subresources.scale.statusReplicasPath: Required value",
                ]
            ),
            (
                "storage: true",
                """
                storage: true
                    subresources: {scale: {specReplicasPath: spec.a, statusReplicasPath: .spec.a,
                      labelSelectorPath: .a}}
                """,
                [
                    #"spec.subresources.scale.labelSelectorPath: Invalid value: ".a": should be a "#
                        + "json path under either .spec or .status",
                    #"spec.subresources.scale.specReplicasPath: Invalid value: "spec.a": must be a "#
                        + "simple json path starting with .",
                    #"spec.subresources.scale.statusReplicasPath: Invalid value: ".spec.a": should "#
                        + "be a json path under .status",
                ]
            ),
            (
                "storage: true", "storage: true\n    additionalPrinterColumns: [{}]",
                [
                    "spec.additionalPrinterColumns[0].JSONPath: Required value",
                    "spec.additionalPrinterColumns[0].name: Required value",
                    "spec.additionalPrinterColumns[0].type: Required value: must be one of "
                        + "boolean,date,integer,number,string",
                ]
            ),
            (
                "storage: true",
                """
                storage: true
                    additionalPrinterColumns: [{name: a, type: b, format: c, jsonPath: d}]
                """,
                [
                    #"spec.additionalPrinterColumns[0].JSONPath: Invalid value: "d": must be a "#
                        + "simple json path starting with .",
                    #"spec.additionalPrinterColumns[0].format: Invalid value: "c": must be one of "#
                        + "byte,date,date-time,double,float,int32,int64,password",
                    #"spec.additionalPrinterColumns[0].type: Invalid value: "b": must be one of "#
                        + "boolean,date,integer,number,string",
                ]
            ),
            (
                "storage: true",
                """
                storage: true
                    selectableFields: [{}, {jsonPath: .spec.f}, {jsonPath: .spec.f},
                      {jsonPath: .spec}, {jsonPath: ".spec['f']"}, {jsonPath: .spec.z}]
                """,
                [
                    "spec.selectableFields[0].jsonPath: Required value",
                    #"spec.selectableFields[2].jsonPath: Duplicate value: ".spec.f""#,
                    #"spec.selectableFields[3].jsonPath: Invalid value: ".spec": must point to a "#
                        + "field of type string, boolean or integer. Enum string fields and "
                        + "strings with formats are allowed.",
                    #"spec.selectableFields[4].jsonPath: Invalid value: ".spec['f']": is an "#
                        + "invalid path: array notation is not allowed",
                    #"spec.selectableFields[5].jsonPath: Invalid value: ".spec.z": is an invalid "#
                        + "path: does not refer to a valid field",
                ]
            ),
        ] as [(String, String, [String])]
    )
    func `versions are checked`(old: String, new: String, faults: [String]) throws {
        #expect(try ValidityText.faults(old, new) == faults)
    }

    @Test func `versions have names of their own, and one is stored`() throws {
        let second =
            "storage: true\n  - name: v1\n    storage: true\n  - name: v2\n    storage: true"
        let text = ValidityText.definition.replacing("storage: true", with: second)
        let faults = try ValidityText.faults(text)
        let start = #"spec.versions: Invalid value: [{"Name":"v1","Served":true,"Storage":true,"#
        #expect(faults.count == 5)
        #expect(faults[0].hasPrefix(start))
        #expect(
            faults[0].contains(#","Schema":{"OpenAPIV3Schema":{"ID":"","Schema":"","Ref":null,"#)
        )
        #expect(faults[0].hasSuffix("]: must contain unique version names"))
        #expect(faults[1].hasSuffix("]: must have exactly one version marked as storage version"))
        #expect(
            Array(faults[2...]) == [
                "spec.versions[0].schema.openAPIV3Schema: Required value",
                "spec.versions[1].schema.openAPIV3Schema: Required value",
                #"status.storedVersions: Invalid value: ["v1"]: must have the storage version v2"#,
            ]
        )
    }

    @Test func `what all versions share is at the top`() throws {
        let text = ValidityText.definition
        let versions = try #require(text.firstRange(of: "  - name: v1"))
        let version = String(text[versions.lowerBound...])
        let second = version.replacing("v1", with: "v2").replacing(
            "storage: true",
            with: "storage: false"
        )
        let broken = (text + second).replacing("{type: string}", with: "{}")
        let path = "properties[spec].properties[f].type: Required value: "
        let fault = path + "must not be empty for specified object fields"
        #expect(try ValidityText.faults(broken) == ["spec.validation.openAPIV3Schema.\(fault)"])
        let alike = second.replacing("{type: string}", with: "{description: '', required: []}")
        let first = text.replacing("{type: string}", with: "{}")
        #expect(
            try ValidityText.faults(first + alike) == ["spec.validation.openAPIV3Schema.\(fault)"]
        )
        let different = text + second.replacing("{type: string}", with: "{}")
        #expect(
            try ValidityText.faults(different) == [
                "spec.versions[1].schema.openAPIV3Schema.\(fault)"
            ]
        )
        let selectable = "storage: true\n    selectableFields: [{jsonPath: .spec.f}]"
        let shared = (text + second.replacing("{type: string}", with: "{type: integer}"))
            .replacing("storage: true", with: selectable)
            .replacing("storage: false", with: selectable.replacing("true", with: "false"))
        #expect(
            try ValidityText.faults(shared) == [
                #"spec.selectableFields: Invalid value: "": may only be set when "#
                    + "validations.schema is included"
            ]
        )
    }
}
