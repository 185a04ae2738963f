import CRDGeneratorCore
import CRDYAML
import TestSupport
import Testing

struct ConfigurationTests {
    private func read(_ marked: String) -> (configuration: Configuration, diagnostics: [String]) {
        let marked = MarkedText(marked)
        var diagnostics: [Diagnostic] = []
        let input = Generator.Input(path: "crdgen.yaml", bytes: Array(marked.text.utf8))
        return (Configuration(input, &diagnostics), marked.show(diagnostics))
    }

    @Test func `a group has the name that the file gives it`() {
        let (configuration, diagnostics) = read("groups:\n  example.com: Example\n")
        #expect(diagnostics == [])
        #expect(configuration.name(ofGroup: "example.com") == "Example")
        #expect(configuration.name(ofGroup: "other.example.com") == "OtherExampleCom")
    }

    @Test(arguments: ["", "# comment\n", "groups:\n", "{}", "---\n"])
    func `a file that says nothing is the usual configuration`(text: String) {
        let (configuration, diagnostics) = read(text)
        #expect(diagnostics == [])
        #expect("\(configuration)" == "\(Configuration())")
    }

    @Test(arguments: [("true", true), ("no", false)])
    func `well-known types may be switched off`(text: String, isOn: Bool) {
        let (configuration, diagnostics) = read("wellKnownTypes: \(text)\n")
        #expect(diagnostics == [])
        #expect(configuration.usesWellKnownTypes == isOn)
    }

    @Test(arguments: PageDetail.allCases)
    func `pages say as much as the file wants`(detail: PageDetail) {
        let (configuration, diagnostics) = read("docs: \(detail.rawValue)\n")
        #expect(diagnostics == [])
        #expect(configuration.docs == detail)
    }

    @Test func `pages are full unless the file wants others`() {
        #expect(Configuration().docs == .full)
    }

    @Test(arguments: [
        ("1️⃣- a", "1️⃣ error: found a sequence, expected a mapping"),
        ("1️⃣text", "1️⃣ error: found the string \"text\", expected a mapping"),
        ("{}\n---\n1️⃣{}", "1️⃣ error: found a second document, expected one"),
        (
            "groups: 1️⃣[a]",
            "1️⃣ error: 'groups' is a sequence, expected a mapping from groups to names"
        ),
        (
            "groups: {a.b: 1️⃣lower}",
            "1️⃣ error: the name of group 'a.b' is the string \"lower\", expected the name of a Swift type"
        ),
        (
            "groups: {a.b: 1️⃣String}",
            "1️⃣ error: the name of group 'a.b' is the string \"String\", which is taken by Swift, "
                + "Foundation, or CRDRuntime; choose another name"
        ),
        (
            "groups: {a.b: 1️⃣'A { }'}",
            "1️⃣ error: the name of group 'a.b' is the string \"A { }\", expected the name of a Swift type"
        ),
        (
            "groups: {a.b: 1️⃣}",
            "1️⃣ error: the name of group 'a.b' is null, expected the name of a Swift type"
        ),
        ("wellKnownTypes: 1️⃣7", "1️⃣ error: 'wellKnownTypes' is the number 7, expected a Boolean"),
        ("docs: 1️⃣short", "1️⃣ error: 'docs' is the string \"short\", expected 'plain' or 'full'"),
        ("docs: 1️⃣true", "1️⃣ error: 'docs' is the Boolean true, expected 'plain' or 'full'"),
        ("groups: {}\n1️⃣groups: {}", "1️⃣ error: duplicate key 'groups', first defined on line 1"),
        (
            "access: 1️⃣private",
            "1️⃣ error: 'access' is the string \"private\", expected 'public', 'package' or 'internal'"
        ),
        (
            "naming: 1️⃣kebab-case",
            "1️⃣ error: 'naming' is the string \"kebab-case\", expected 'snake_case' or 'camelCase'"
        ),
        ("status: 1️⃣maybe", "1️⃣ error: 'status' is the string \"maybe\", expected a Boolean"),
        ("mergeTypes: 1️⃣[]", "1️⃣ error: 'mergeTypes' is a sequence, expected a Boolean"),
        ("imports: 1️⃣Shop", "1️⃣ error: 'imports' is the string \"Shop\", expected a list"),
        (
            "conformances: {all: [A]}\nimports: [1️⃣import Shop]",
            "1️⃣ error: an item of 'imports' is the string \"import Shop\", expected the name of a module"
        ),
        (
            "conformances: 1️⃣[A]",
            "1️⃣ error: 'conformances' is a sequence, expected a mapping from kinds of types to protocols"
        ),
        (
            "conformances: {all: [1️⃣'A, B']}",
            "1️⃣ error: an item of 'all' is the string \"A, B\", expected the name of a protocol"
        ),
        (
            "include: 1️⃣Widget",
            "1️⃣ error: 'include' is the string \"Widget\", "
                + "expected a list of mappings with 'group', 'version' or 'kind'"
        ),
        (
            "exclude: [1️⃣Widget]",
            "1️⃣ error: an item of 'exclude' is the string \"Widget\", "
                + "expected a mapping with 'group', 'version' or 'kind'"
        ),
        (
            "include: [{kind: 1️⃣1}]",
            "1️⃣ error: 'kind' is the number 1, expected a name or a list of names"
        ),
        (
            "types: {1️⃣spec..a: A}",
            "1️⃣ error: 'spec..a' under 'types' is not a valid path, "
                + "expected keys separated by dots, such as 'spec.template'"
        ),
        (
            "types: {1️⃣Widget: A}",
            "1️⃣ error: 'Widget' under 'types' is not a valid path, "
                + "expected keys separated by dots, such as 'spec.template'"
        ),
        (
            "types: {spec: 1️⃣'A) {'}",
            "1️⃣ error: the type of 'spec' is the string \"A) {\", "
                + "expected a Swift type such as 'Moment' or '[Shop.Moment]'"
        ),
        (
            "shapes: 1️⃣{}",
            "1️⃣ error: 'shapes' is a mapping, expected a list of mappings with 'schema' and 'type'"
        ),
        (
            "shapes: [1️⃣{schema: Condition}]",
            "1️⃣ error: an item of 'shapes' is a mapping, expected a mapping with 'schema' and 'type'"
        ),
        (
            "shapes: [{schema: 1️⃣Date, type: Date}]",
            "1️⃣ error: 'schema' is the string \"Date\", "
                + "expected a schema, 'Condition', 'LabelSelector', 'Quantity' or 'GoDuration'"
        ),
        (
            "shapes: [{schema: Quantity, type: 1️⃣'[A]'}]",
            "1️⃣ error: 'type' is the string \"[A]\", expected the name of a type, "
                + "as the schema is that of a single value"
        ),
        (
            "shapes: [{schema: Quantity, type: A}, {schema: 1️⃣Quantity, type: B}]",
            "1️⃣ error: the same schema has the type 'A' in line 1; remove one of the entries"
        ),
        (
            "shapes:\n- {schema: {type: string, pattern: a}, type: A}\n"
                + "- {schema: 1️⃣{pattern: a, type: string, maxLength: 3}, type: B}",
            "1️⃣ error: the same schema has the type 'A' in line 2; remove one of the entries"
        ),
        (
            "shapes: [{schema: {1️⃣typ: string}, type: Date}]",
            "1️⃣ warning: unknown schema keyword 'typ', ignored, did you mean 'type'?"
        ),
        (
            "renames: {attributes: {spec.a: 1️⃣Size}}",
            "1️⃣ error: the name of 'spec.a' is the string \"Size\", "
                + "expected the name of a Swift property"
        ),
        (
            "renames: {attributes: {spec.a: 1️⃣storageOf_part}}",
            "1️⃣ error: the name of 'spec.a' begins with 'storageOf_', which is reserved for "
                + "generated code; choose another name"
        ),
        (
            "renames: {types: {spec.a: 1️⃣size}}",
            "1️⃣ error: the name of 'spec.a' is the string \"size\", "
                + "expected the name of a Swift type"
        ),
        (
            "renames: {types: {Widget: 1️⃣Int}}",
            "1️⃣ error: the name of 'Widget' is the string \"Int\", which is taken by Swift, "
                + "Foundation, or CRDRuntime; choose another name"
        ),
        (
            "renames: {versions: {v1: 1️⃣v2}}",
            "1️⃣ error: the name of version 'v1' is the string \"v2\", "
                + "expected the name of a Swift type"
        ),
        (
            "renames: {versions: 1️⃣V1}",
            "1️⃣ error: 'versions' is the string \"V1\", expected a mapping from versions to names"
        ),
        (
            "allowUnused: [groups, 1️⃣group]",
            "1️⃣ error: an item of 'allowUnused' is the string \"group\", expected 'groups', "
                + "'include', 'exclude', 'types', 'shapes' or 'renames'"
        ),
        (
            "1️⃣imports: [Shop]",
            "1️⃣ warning: 'imports' has no effect without 'conformances', 'types', or 'shapes' that need it"
        ),
    ])
    func `what is not known is an error`(text: String, expected: String) {
        #expect(read(text).diagnostics == [expected])
    }

    @Test(arguments: [
        ("1️⃣group: {}", "1️⃣ error: unknown key 'group', did you mean 'groups'?"),
        ("1️⃣merge_types: true", "1️⃣ error: unknown key 'merge_types', did you mean 'mergeTypes'?"),
        (
            "exclude: [{1️⃣kinds: A}]",
            "1️⃣ error: unknown key 'kinds', did you mean 'kind'?"
        ),
        (
            "conformances: {1️⃣resource: [A]}",
            "1️⃣ error: unknown key 'resource', did you mean 'resources'?"
        ),
        ("renames: {1️⃣type: {}}", "1️⃣ error: unknown key 'type', did you mean 'types'?"),
        (
            "renames: {1️⃣kinds: {}}",
            "1️⃣ error: unknown key 'kinds', expected 'attributes', 'types' or 'versions'"
        ),
        (
            "shapes: [{schema: Condition, type: A, 1️⃣typ: B}]",
            "1️⃣ error: unknown key 'typ', did you mean 'type'?"
        ),
    ])
    func `an unknown key is an error`(text: String, expected: String) {
        #expect(read(text).diagnostics == [expected])
    }

    @Test func `a key that is like none is an error that names all`() {
        let diagnostics = read("1️⃣extensions: []").diagnostics
        #expect(
            diagnostics == [
                "1️⃣ error: unknown key 'extensions', expected 'groups', 'include', 'exclude', "
                    + "'access', 'naming', 'status', 'imports', 'conformances', 'types', 'shapes', "
                    + "'renames', 'mergeTypes', 'shareTypes', 'wellKnownTypes', 'docs', "
                    + "'changeLevels' or 'allowUnused'"
            ]
        )
    }
}
