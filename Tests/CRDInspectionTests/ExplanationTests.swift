import CRDGeneratorCore
import CRDRuntime
import CRDSchema
import CRDValues
import CRDYAML
import TestSupport
import Testing

@testable import CRDCatalog
@testable import CRDInspection
@testable import CRDReports

/// `crdgen explain`.
@Suite struct ExplanationTests {
    private let widget = ResourceCatalog(
        InspectedText.widget(
            """
            spec:
              description: What is wanted.
              type: object
              required: [roleARN]
              properties:
                roleARN:
                  description: |-
                    The role.

                    Must exist.
                  type: string
                  maxLength: 20
                mode: {type: string, enum: [Fast, Slow], default: Fast}
                rules:
                  type: array
                  items:
                    type: object
                    description: One rule.
                    properties:
                      host.name: {type: string}
                byName: {type: object, additionalProperties: {type: object, properties: {a: {type: integer}}}}
                anything: {x-kubernetes-preserve-unknown-fields: true}
            status:
              type: object
              properties:
                conditions:
                  type: array
                  items:
                    type: object
                    required: [lastTransitionTime, message, reason, status, type]
                    properties:
                      lastTransitionTime: {type: string, format: date-time}
                      message: {type: string, maxLength: 32768}
                      observedGeneration: {type: integer, format: int64, minimum: 0}
                      reason: {type: string}
                      status: {type: string, enum: ["True", "False", Unknown]}
                      type: {type: string}
            """
        )
    )

    private func explanation(_ path: String, _ apiVersion: String? = nil) throws -> Explanation {
        try Explanation(AttributePath(path), in: widget, apiVersion: apiVersion)
    }

    @Test func `an attribute is explained as kubectl does`() throws {
        #expect(
            try explanation("Widget.spec").text() == """
                GROUP:    example.com
                KIND:     Widget
                VERSION:  v1

                FIELD: spec <Spec?>

                DESCRIPTION:
                    What is wanted.

                FIELDS:
                  role_arn (roleARN) <String> -required-
                    The role.
                    at most 20 characters

                  mode <Mode?>
                    default `Fast` · one of `Fast`, `Slow`

                  rules <[Rule]?>

                  by_name (byName) <[String: ByName]?>

                  anything <JSONValue?>
                    keeps unknown fields

                """
        )
    }

    @Test func `an attribute without others has its limits and all of its description`() throws {
        #expect(
            try explanation("Widget.spec.roleARN").text() == """
                GROUP:    example.com
                KIND:     Widget
                VERSION:  v1

                FIELD: spec.role_arn <String> -required-
                KEY:   spec.roleARN

                DESCRIPTION:
                    The role.

                    Must exist.

                LIMITS:
                    at most 20 characters

                """
        )
    }

    @Test func `everything below is listed by name`() throws {
        let text = try explanation("Widget.spec").text(isRecursive: true)
        #expect(
            text.hasSuffix(
                """
                FIELDS:
                  role_arn (roleARN) <String> -required-
                  mode <Mode?>
                  rules <[Rule]?>
                    host_name (host.name) <String?>
                  by_name (byName) <[String: ByName]?>
                    a <Int?>
                  anything <JSONValue?>

                """
            )
        )
    }

    @Test(arguments: [
        ("Widget.spec.rules.host_name", "spec.rules[].host_name", #"spec.rules[]["host.name"]"#),
        (
            #"widgets.spec.rules[0]["host.name"]"#, "spec.rules[].host_name",
            #"spec.rules[]["host.name"]"#
        ),
        ("wd.spec.byName.*.a", "spec.by_name.*.a", "spec.byName.*.a"),
        ("WIDGET.spec.by_name.a", "spec.by_name.*.a", "spec.byName.*.a"),
        ("example.com/v1/Widget.spec", "spec", "spec"),
        ("v1/Widget.spec", "spec", "spec"),
        ("widgets.example.com.spec", "spec", "spec"),
        ("widgets.v1.example.com.spec", "spec", "spec"),
        ("Widget", "", ""),
        (
            "Widget.metadata.ownerReferences.uid", "metadata.owner_references[].uid",
            "metadata.ownerReferences[].uid"
        ),
        (
            "Widget.status.conditions.last_transition_time",
            "status.conditions[].last_transition_time", "status.conditions[].lastTransitionTime"
        ),
    ])
    func `paths are taken in any spelling`(_ text: String, _ path: String, _ keys: String) throws {
        let explanation = try explanation(text)
        #expect(explanation.path == path)
        #expect(explanation.manifestPath == keys)
    }

    @Test(arguments: [
        ("Widget", "metadata <ObjectMeta> -required-"),
        ("Widget.metadata", "name <String>"),
        ("Widget.metadata", "namespace <String?>"),
        ("Widget.metadata", "creation_timestamp (creationTimestamp) <DateTime?>"),
        ("Widget.metadata", "owner_references (ownerReferences) <[OwnerReference]?>"),
        ("Widget.metadata", "managed_fields (managedFields) <[JSONValue]?>"),
        ("Widget.metadata.ownerReferences", "uid <String> -required-"),
        ("Widget.metadata.ownerReferences", "block_owner_deletion (blockOwnerDeletion) <Bool?>"),
        ("Widget.status", "conditions <[Condition]?>"),
        ("Widget.status.conditions", "status <Condition.Status> -required-"),
        ("Widget.status.conditions", "observed_generation (observedGeneration) <Int?>"),
    ])
    func `fields of the runtime's types are listed with their Swift types`(
        _ path: String,
        _ line: String
    ) throws {
        #expect(try explanation(path).text().split(separator: "\n").contains("  \(line)"))
    }

    @Test(arguments: [
        ("Widget.metadata", "creationTimestamp <DateTime?>"),
        ("Widget.metadata.ownerReferences", "blockOwnerDeletion <Bool?>"),
        ("Widget.spec.lastConditions", "observedGeneration <Int?>"),
        ("Widget.spec.anyValue", "twoWords <String?>"),
    ])
    func `names are in camelCase if the configuration says so`(
        _ path: String,
        _ line: String
    ) throws {
        var configuration = Configuration()
        configuration.naming = .camelCase
        let catalog = ResourceCatalog(
            InspectedText.widget(
                """
                spec:
                  type: object
                  properties:
                    lastConditions:
                      type: array
                      items: \(Self.condition)
                    anyValue:
                      x-kubernetes-preserve-unknown-fields: true
                      properties: {twoWords: {type: string}}
                """
            ),
            configuration: configuration
        )
        let text = try Explanation(AttributePath(path), in: catalog).text()
        #expect(text.split(separator: "\n").contains("  \(line)"), "\(text)")
    }

    @Test func `types by schema are shown`() throws {
        let text = """
            shapes:
            - {schema: GoDuration, type: CRDConventions.GoDuration}
            - {schema: {type: string, pattern: ^a}, type: Shop.Own}
            """
        var diagnostics: [Diagnostic] = []
        let input = Generator.Input(path: "crdgen.yaml", bytes: Array(text.utf8))
        let catalog = ResourceCatalog(
            InspectedText.widget(
                """
                spec:
                  type: object
                  properties:
                    timeout: {type: string, format: duration}
                    names: {type: array, items: {type: string, pattern: ^a}}
                """
            ),
            configuration: Configuration(input, &diagnostics)
        )
        #expect(diagnostics == [])
        let explanation = try Explanation(AttributePath("Widget.spec"), in: catalog).text()
        let lines = explanation.split(separator: "\n")
        #expect(lines.contains("  timeout <CRDConventions.GoDuration?>"), "\(explanation)")
        #expect(lines.contains("  names <[Shop.Own]?>"), "\(explanation)")
    }

    private static let condition = """
        {type: object, required: [lastTransitionTime, message, reason, status, type], \
        properties: {lastTransitionTime: {type: string, format: date-time}, \
        message: {type: string}, observedGeneration: {type: integer}, reason: {type: string}, \
        status: {type: string, enum: ["True", "False", Unknown]}, type: {type: string}}}
        """

    @Test func `keywords of another type are not explained`() throws {
        let catalog = ResourceCatalog(
            InspectedText.widget(
                """
                spec:
                  type: object
                  properties:
                    text: {type: string, properties: {a: {type: string}}}
                    map: {type: object, items: {type: string, maxLength: 3}}
                """
            )
        )
        let explanation = try Explanation(AttributePath("Widget.spec"), in: catalog)
        let fields = explanation.text(isRecursive: true).split(separator: "FIELDS:\n").last
        #expect(fields == "  text <String?>\n  map <[String: JSONValue]?>\n")
        #expect(!explanation.text().contains("at most 3"))
    }

    @Test(arguments: [
        ("Wigdet", "unknown kind 'Wigdet', did you mean 'Widget'?"),
        ("Banana", "unknown kind 'Banana'"),
        ("v2/Widget", "unknown API version 'v2' of Widget, expected 'example.com/v1'"),
        ("Widget.spce", "unknown field 'spce' of Widget, did you mean 'spec'?"),
        ("Widget.spec.roleArn", "unknown field 'roleArn' of Widget.spec, did you mean 'roleARN'?"),
        (
            "Widget.spec.roll_arn",
            "unknown field 'roll_arn' of Widget.spec, did you mean 'role_arn'?"
        ),
        (
            "Widget.spec.mode.fast",
            "unknown field 'fast': Widget.spec.mode is 'Mode?' and has no fields"
        ),
        ("", "'' has no kind, expected a path such as 'Widget.spec'"),
        ("Widget.spec[0", "'Widget.spec[0' has '[' without ']', expected a closing ']'"),
        (#"Widget["a]"#, #"'Widget["a]' has '["' without '"]', expected a closing '"]'"#),
    ])
    func `what is not there is answered with the nearest`(_ path: String, _ message: String) {
        #expect(throws: Diagnostic(.error, message, file: nil)) { try explanation(path) }
    }

    @Test func `a kind of several groups must be chosen`() throws {
        let other = InspectedText.widget("spec: {type: object}").replacing(
            "example.com",
            with: "b.org"
        )
        let catalog = ResourceCatalog(InspectedText.widget("spec: {type: object}"), other)
        let message =
            "found Widget in several groups, choose one with '--api-version': 'b.org/v1', 'example.com/v1'"
        #expect(throws: Diagnostic(.error, message, file: nil)) {
            try Explanation(AttributePath("Widget"), in: catalog)
        }
        let chosen = try Explanation(AttributePath("Widget"), in: catalog, apiVersion: "b.org")
        #expect(chosen.entry.group == "b.org")
    }

    @Test func `a program gets the same by key`() throws {
        #expect(
            try explanation("Widget.spec.rules").json.jsonText == """
                {"group":"example.com","version":"v1","kind":"Widget","path":"spec.rules",\
                "manifestPath":"spec.rules","type":"[Rule]?","required":false,\
                "description":"One rule.","fields":[{"name":"host_name","key":"host.name",\
                "type":"String?","required":false}]}
                """
        )
    }

    @Test func `headings are set off on a terminal`() throws {
        let text = try explanation("Widget.spec.mode").text(style: .terminal)
        #expect(text.hasPrefix("\u{1B}[1mGROUP:\u{1B}[0m    example.com\n"))
    }

    @Test func `what is said of metadata is what resources have`() {
        let keys = ExplainedAttribute.metadata.value.schema.keywords.properties.map(\.name)
        let level = FieldLevel(of: ObjectMeta.self)
        #expect(Set(keys) == Set(level.keys))
    }
}
