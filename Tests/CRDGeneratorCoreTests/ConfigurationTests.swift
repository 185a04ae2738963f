import CRDGeneratorCore
import TestSupport
import Testing
import YAML

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
        #expect(configuration == Configuration())
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
        ("{}\n---\n1️⃣{}", "1️⃣ error: a second document, expected one"),
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
            "1️⃣ error: the name of group 'a.b' is the string \"String\", expected the name of a Swift type"
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
        ("groups: {}\n1️⃣groups: {}", "1️⃣ error: duplicate key 'groups', first in line 1"),
    ])
    func `what is not known is an error`(text: String, expected: String) {
        #expect(read(text).diagnostics == [expected])
    }

    @Test func `an unknown key is an error`() {
        let diagnostics = read("1️⃣naming: kebab").diagnostics
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.hasPrefix("1️⃣ error: unknown key 'naming', expected ") == true)
    }
}
