import CRDCatalog
import CRDInspection
import ManifestTexts
import TestSupport
import Testing

/// Expressions of policies that don't fit the schemas of the kinds that their rules name.
@Suite struct PolicyTypeTests {
    private static let crd = InspectedText.widget(
        """
        spec:
          type: object
          properties:
            size: {type: integer, default: 1}
            tags: {type: array, items: {type: object, properties: {name: {type: string}}}}
            port: {x-kubernetes-int-or-string: true}
            template: {type: object, x-kubernetes-embedded-resource: true, properties: {spec: {type: object}}}
            since: {type: string, format: date-time}
            ratio: {type: number}
            note: {type: string, nullable: true}
            free: {type: object, x-kubernetes-preserve-unknown-fields: true}
            x-y: {type: string}
            main: {type: array, items: {type: object, properties: {image: {type: string}, port: {type: integer}}}}
            extra: {type: array, items: {type: object, properties: {image: {type: string}}}}
            first: {type: object, properties: {path: {type: string}}}
            second: {type: object, properties: {path: {type: string}}}
        """
    )

    private static func rules(
        _ resources: String,
        groups: String = "example.com",
        versions: String = "v1"
    ) -> String {
        """
        {resourceRules: [{apiGroups: ["\(groups)"], apiVersions: ["\(versions)"], \
        operations: ["*"], resources: [\(resources)]}]}
        """
    }

    /// The diagnostics about a policy, whose locations are marked.
    private func diagnostics(
        _ spec: String,
        rules: String = rules("widgets"),
        _ crds: String = crd
    ) -> [String] {
        PolicyText.diagnostics(
            MarkedText(""),
            MarkedText(PolicyText.bound(spec, rules: rules)),
            crd: crds
        )
    }

    private static func warning(
        _ message: String,
        _ field: String = "spec.validations[0].expression"
    ) -> String {
        "1️⃣ warning: ValidatingAdmissionPolicy 'p': \(field): \(message) for "
            + "'example.com/v1, Kind=Widget'"
    }

    @Test(arguments: [
        ("object.spec1️⃣.sise < 3", "undefined field 'sise'"),
        ("has1️⃣(oldObject.spec.colour)", "undefined field 'colour'"),
        (
            "object.spec.size 1️⃣== '3'",
            "found no matching overload for '_==_' applied to '(int, string)'"
        ),
        ("object.spec.tags.all(t, t1️⃣.label != '')", "undefined field 'label'"),
        ("object.metadata1️⃣.tags != null", "undefined field 'tags'"),
        ("true || object.spec.template1️⃣.data != null", "undefined field 'data'"),
        (
            "object.spec.since 1️⃣< timestamp('2026-01-01T00:00:00Z')",
            "found no matching overload for '_<_' applied to '(string, timestamp)'"
        ),
        ("object.spec1️⃣.x__dash__y == 's'", "undefined field 'x__dash__y'"),
        ("object.spec.main.all(c, c1️⃣.name != '')", "undefined field 'name'"),
        (
            "has(object.spec.first) ? object.spec.first1️⃣.name == '' : object.spec.second == {}",
            "undefined field 'name'"
        ),
        ("(object.spec.main + object.spec.main).all(c, c1️⃣.name != '')", "undefined field 'name'"),
    ])
    func `a field or a type that the schema doesn't have is a warning`(
        _ text: String,
        message: String
    ) {
        let found = diagnostics("validations:\n- expression: \"\(text)\"")
        #expect(found == [Self.warning(message)])
    }

    @Test(arguments: [
        "object.metadata.labels['a'] == 'b' && object.metadata.annotations.exists(k, k == 'c')",
        "object.metadata.managedFields.all(f, f.manager != '' && f.fieldsV1.a.b)",
        "object.metadata.ownerReferences.size() == 0 && object.metadata.generation > 0",
        "object.spec.port == 1 || object.spec.port == 'http'",
        "object.spec.template.metadata.labels.size() > 0 && object.spec.template.kind == 'A'",
        "timestamp(object.spec.since).getFullYear() == 2026 && object.spec.since > '2026'",
        "object.spec.ratio == 1 && object.spec.note == null && object.spec.free.a[0].b",
        "dyn(object).spec.sise < 3", "request.kind.kind == 'Widget' && object.kind == 'Widget'",
    ])
    func `metadata and values of any type have no warnings`(_ text: String) {
        #expect(diagnostics("validations:\n- expression: \"\(text)\"") == [])
    }

    @Test(arguments: [
        "(object.spec.main + object.spec.extra).all(c, c.image.startsWith('r/'))",
        "(object.spec.extra + object.spec.main).all(c, c.image != '' && c.port > 0)",
        "(object.spec.main + (has(object.spec.extra) ? object.spec.extra : [])).size() > 0",
        "(object.spec.main + object.spec.?extra.orValue([])).all(c, c.image != '')",
        "[object.spec.main, object.spec.extra].all(l, l.all(c, c.image != ''))",
        "{'a': object.spec.first, 'b': object.spec.second}.all(k, k != '')",
        "object.spec.first == object.spec.second && object.spec.first != {'path': 'a'}",
        "(has(object.spec.first) ? object.spec.first : {}).size() == 0",
        "object.spec['x-y'] == 's' && 'x-y' in object.spec && object.spec.exists(k, k == 'x-y')",
        "object.spec.first in [object.spec.second]",
    ])
    func `objects are maps, whose types have no names`(_ text: String) {
        #expect(diagnostics("validations:\n- expression: \"\(text)\"") == [])
    }

    @Test(arguments: [
        "widgets, gadgets", "widgets, gadgets/scale", "widgets, gadgets/status",
        "widgets, 'gadgets/*'",
    ])
    func `kinds of unknown types have no errors`(_ resources: String) {
        let spec = "validations: [{expression: object.spec1️⃣.sise < 3}]"
        #expect(diagnostics(spec, rules: Self.rules(resources)) == [])
        let warning = [Self.warning("undefined field 'sise'")]
        #expect(diagnostics(spec, rules: Self.rules("widgets, widgets/status")) == warning)
        #expect(diagnostics(spec, rules: Self.rules("widgets", versions: "v1\", \"v2")) == warning)
    }

    @Test(arguments: [
        ("example.com", "v1", "'*'"), ("'*'", "v1", "widgets"), ("example.com", "'*'", "widgets"),
        ("apps", "v1", "deployments"),
    ])
    func `another rule can be about other kinds`(group: String, version: String, resource: String) {
        let spec = "validations: [{expression: object.spec.sise < 3}]"
        let rules =
            Self.rules("widgets").dropLast(2) + """
                , {apiGroups: [\(group)], apiVersions: [\(version)], operations: ["*"], \
                resources: [\(resource)]}]}
                """
        #expect(diagnostics(spec, rules: String(rules)) == [])
    }

    @Test(arguments: [
        Self.rules("'*'"), Self.rules("widgets", groups: "*"), Self.rules("widgets", versions: "*"),
        Self.rules("widgets/status"), Self.rules("widgets", versions: "v2"),
        Self.rules("widgets", groups: "other.com"), Self.rules("gadgets"),
    ])
    func `kinds that the rules don't name, and unknown ones, are not checked`(_ rules: String) {
        let spec = "validations: [{expression: object.spec.sise < 3}]"
        #expect(diagnostics(spec, rules: rules) == [])
    }

    @Test func `all expressions are checked, and a variable with an error can be anything`() {
        let spec = """
            matchConditions: [{name: a, expression: object1️⃣.a == 1}]
            variables:
            - {name: size, expression: object.spec.size}
            - {name: wrong, expression: object2️⃣.b}
            validations:
            - {expression: variables.size > 1 && variables.wrong.x, messageExpression: 'string(object3️⃣.c)'}
            - {expression: variables.size 4️⃣> 'a'}
            auditAnnotations: [{key: a, valueExpression: string(object5️⃣.d)}]
            """
        let fields = [
            "spec.matchConditions[0].expression: undefined field 'a'",
            "spec.variables[1].expression: undefined field 'b'",
            "spec.validations[0].messageExpression: undefined field 'c'",
            "spec.validations[1].expression: found no matching overload for '_>_' applied to "
                + "'(int, string)'",
            "spec.auditAnnotations[0].valueExpression: undefined field 'd'",
        ]
        let marks = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣"]
        #expect(
            diagnostics(spec)
                == zip(marks, fields).map { mark, field in
                    "\(mark) warning: ValidatingAdmissionPolicy 'p': \(field) for "
                        + "'example.com/v1, Kind=Widget'"
                }
        )
    }

    @Test func `parameters have the type of their kind`() {
        let spec = """
            paramKind: {apiVersion: example.com/v1, kind: Widget}
            validations: [{expression: object.spec.size <= params.spec1️⃣.most}]
            """
        #expect(diagnostics(spec) == [Self.warning("undefined field 'most'")])
    }

    @Test func `an error for only one of the kinds is no warning`() {
        let gadget = Self.crd.replacing("Widget", with: "Gadget").replacing(
            "widget",
            with: "gadget"
        )
        .replacing("size:", with: "width:")
        let gizmo = gadget.replacing("Gadget", with: "Gizmo").replacing("gadget", with: "gizmo")
        let spec = """
            validations:
            - {expression: "object.kind == 'Widget' ? object.spec.size < 3 : object.spec.width < 3"}
            - {expression: object.spec.width < object.spec1️⃣.weight}
            """
        func found(_ resources: String) -> [String] {
            let crds = [Self.crd, gadget, gizmo].joined(separator: "---\n")
            return diagnostics(spec, rules: Self.rules(resources), crds)
        }
        let message =
            "1️⃣ warning: ValidatingAdmissionPolicy 'p': spec.validations[1].expression: undefined field "
            + "'weight' for 'example.com/v1, Kind=Gadget'"
        #expect(found("widgets, gadgets") == ["\(message) and 'example.com/v1, Kind=Widget'"])
        #expect(found("widgets, gadgets, gizmos") == ["\(message) and 2 more kinds"])
    }

    @Test(arguments: [OpenAPIText.version2, OpenAPIText.version3])
    func `kinds of OpenAPI documents are checked`(_ document: String) throws {
        var kinds = KnownKinds()
        try kinds.openAPI.add(ManifestText.input("openapi.json", document))
        var check = ManifestCheck(kinds)
        let text = MarkedText(
            PolicyText.bound(
                "validations: [{expression: \"object.spec.count < 3 && object.spec1️⃣.counts > 3\"}]",
                rules: Self.rules("orders", groups: "shop.example.com")
            )
        )
        check.check([ManifestText.input("a.yaml", text.text)])
        #expect(
            text.show(check.diagnostics(requiresKinds: false)) == [
                "1️⃣ warning: ValidatingAdmissionPolicy 'p': spec.validations[0].expression: undefined "
                    + "field 'counts' for 'shop.example.com/v1, Kind=Order'"
            ]
        )
    }
}
