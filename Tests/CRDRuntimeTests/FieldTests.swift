import CRDLibYAML
import CRDManifests
import CRDRuntime
import CRDYAML
import TestSupport
import Testing

struct FieldStructTests {
    private var spec: Spec {
        var spec = Spec(name: "s", count: 3, part: Part(size: 1))
        spec.ratio = 0.5
        spec.isOn = false
        spec.port = "http"
        spec.tags = ["a", "b"]
        spec.labels = ["x": "1", "y": "2"]
        spec.extra = ["k": [1, .null]]
        return spec
    }

    @Test func `values are equal if all their attributes are`() {
        #expect(spec == spec)
        #expect(spec.hashValue == spec.hashValue)
        let changes: [(inout Spec) -> Void] = [
            { $0.name = "t" }, { $0.count = nil }, { $0.count = 4 }, { $0.ratio = nil },
            { $0.isOn = true }, { $0.port = 1 }, { $0.tags = [] }, { $0.tags = ["ab"] },
            { $0.tags = ["a", "b", "c"] }, { $0.labels = ["x": "2", "y": "1"] }, { $0.part = nil },
            { $0.part = Part() }, { $0.part?.color = "red" }, { $0.extra = nil },
            { $0.unknown["z"] = 1 },
        ]
        var seen: Set<Spec> = [spec]
        for change in changes {
            var changed = spec
            change(&changed)
            #expect(seen.insert(changed).inserted, "\(changed)")
        }
    }

    @Test func `no struct differs from a struct of nothing`() {
        let none = Spec(name: "s", part: nil)
        let empty = Spec(name: "s", part: Part())
        #expect(none != empty)
        #expect(Set([none, empty]).count == 2)
    }

    @Test func `numbers compare as Swift compares them`() {
        var zero = spec
        zero.ratio = 0
        var negativeZero = spec
        negativeZero.ratio = -0.0
        #expect(zero == negativeZero)
        #expect(zero.hashValue == negativeZero.hashValue)
        var none = spec
        none.ratio = .nan
        #expect(none != none)
    }

    @Test func `values survive JSON and a manifest`() throws {
        let widget = Widget(spec: spec)
        #expect(try Widget.decoded(from: widget.encodedJSON()) == widget)
        #expect(try Widget(yaml: widget.yaml) == widget)
    }

    @Test func `absent attributes are not written and empty ones are`() throws {
        var spec = Spec(name: "s", part: Part())
        spec.tags = []
        spec.labels = [:]
        #expect(try spec.encodedJSON() == #"{"labels":{},"name":"s","part":{},"tags":[]}"#)
        #expect(
            try Widget(spec: spec).yaml
                == manifest(spec: "name: s\ntags: []\nlabels: {}\npart: {}")
        )
    }

    @Test func `null is an absent attribute`() throws {
        let spec = Spec(name: "s")
        #expect(try Spec.decoded(from: #"{"name": "s", "count": null, "part": null}"#) == spec)
        #expect(try Widget(yaml: manifest(spec: "name: s\ncount: null\npart: ~")).spec == spec)
    }

    @Test(arguments: [
        9_007_199_254_740_993, -9_007_199_254_740_993, Int.max, Int.min, 0,
    ])
    func `every integer survives JSON and a manifest`(count: Int) throws {
        let widget = Widget(spec: Spec(name: "s", count: count))
        #expect(try Widget.decoded(from: widget.encodedJSON()) == widget)
        #expect(try Widget(yaml: widget.yaml) == widget)
        #expect(try widget.yaml.contains("count: \(count)\n"))
    }
}

struct WholeNumberTests {
    @Test(arguments: ["3.0", "3.00", "3e0"])
    func `a whole number with a point is an integer`(text: String) throws {
        #expect(try Spec.decoded(from: #"{"name": "s", "count": \#(text)}"#).count == 3)
        #expect(try Widget(yaml: manifest(spec: "name: s\ncount: \(text)")).spec?.count == 3)
    }

    @Test func `an integer past 64 bits is refused, not rounded`() {
        let text = "9223372036854775808"
        #expect(throws: DecodingError.self) {
            try Spec.decoded(from: #"{"name": "s", "count": \#(text)}"#)
        }
        #expect(throws: ManifestError.self) {
            try Widget(yaml: manifest(spec: "name: s\ncount: \(text)"))
        }
    }
}

struct FieldDecoderTests {
    @Test(arguments: [
        (#"{}"#, "name"), (#"{"name": null}"#, "name"), (#"{"count": 1}"#, "name"),
    ])
    func `a required key that is missing is named`(json: String, key: String) {
        let error = #expect(throws: DecodingError.self) { try Spec.decoded(from: json) }
        switch error {
        case .keyNotFound(let found, _): #expect(found.stringValue == key)
        case .valueNotFound(_, let context): #expect(context.codingPath.last?.stringValue == key)
        case .typeMismatch, .dataCorrupted, nil: Issue.record("\(String(describing: error))")
        @unknown default: Issue.record("\(String(describing: error))")
        }
    }

    @Test func `a value of another type is named with its path`() {
        let error = #expect(throws: DecodingError.self) {
            try Spec.decoded(from: #"{"name": "s", "part": {"size": "big"}}"#)
        }
        guard case .typeMismatch(_, let context) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["part", "size"])
    }

    @Test(arguments: [
        #"{"apiVersion": "example.com/v2", "kind": "Widget", "metadata": {"name": "w"}}"#,
        #"{"apiVersion": "example.com/v1", "kind": "Gadget", "metadata": {"name": "w"}}"#,
    ])
    func `another resource is refused`(json: String) {
        #expect(throws: DecodingError.self) { try Widget.decoded(from: json) }
    }

    @Test func `apiVersion and kind may be absent, as in a typed list`() throws {
        #expect(try Widget.decoded(from: #"{"metadata": {"name": "w"}}"#) == Widget())
    }
}

struct ManifestReaderTests {
    @Test(arguments: [
        ("1️⃣count: 1", "1️⃣ error: spec: required field 'name' is missing"),
        ("name: 1️⃣5", "1️⃣ error: spec.name: expected a string, found the number 5"),
        ("name: 1️⃣yes", "1️⃣ error: spec.name: expected a string, found the Boolean yes"),
        ("name: s\ncount: 1️⃣1.5", "1️⃣ error: spec.count: expected an integer, found the number 1.5"),
        ("name: s\nratio: 1️⃣'1'", "1️⃣ error: spec.ratio: expected a number, found the string \"1\""),
        ("name: s\nisOn: 1️⃣1", "1️⃣ error: spec.is_on: expected a Boolean, found the number 1"),
        (
            "name: s\nport: 1️⃣[]",
            "1️⃣ error: spec.port: expected an integer or a string, found a sequence"
        ),
        ("name: s\ntags: 1️⃣a", "1️⃣ error: spec.tags: expected a sequence, found the string \"a\""),
        ("name: s\ntags: [a, 1️⃣{}]", "1️⃣ error: spec.tags[1]: expected a string, found a mapping"),
        (
            "name: s\nlabels: {x: 1️⃣1}",
            "1️⃣ error: spec.labels.x: expected a string, found the number 1"
        ),
        ("name: s\npart: 1️⃣x", "1️⃣ error: spec.part: expected a mapping, found the string \"x\""),
        (
            "name: s\npart: {size: 1️⃣x}",
            "1️⃣ error: spec.part.size: expected an integer, found the string \"x\""
        ),
        ("name: s\nextra: {a: 1️⃣.inf}", "1️⃣ error: spec.extra: '.inf' is no JSON number"),
    ])
    func `what does not fit is told where it stands`(spec: String, expected: String) {
        let text = MarkedText(manifest(spec: spec))
        let error = #expect(throws: ManifestError.self) { try Widget(yaml: text.text) }
        #expect(error.map { text.show($0.diagnostics) } == [expected])
    }

    @Test func `everything that does not fit is told in the order of the text`() {
        let marked = MarkedText(
            "metadata: {name: w}\nspec: {count: 1️⃣x, name: 2️⃣5}\nkind: 3️⃣Gadget\napiVersion: 4️⃣v1\n"
        )
        let error = #expect(throws: ManifestError.self) { try Widget(yaml: marked.text) }
        #expect(
            error.map { marked.show($0.diagnostics) } == [
                "1️⃣ error: spec.count: expected an integer, found the string \"x\"",
                "2️⃣ error: spec.name: expected a string, found the number 5",
                "3️⃣ error: 'kind' is the string \"Gadget\", expected 'Widget'",
                "4️⃣ error: 'apiVersion' is the string \"v1\", expected 'example.com/v1'",
            ]
        )
    }

    @Test(arguments: [
        ("", "error: found no document, expected one Widget"),
        ("# nothing\n", "error: found no document, expected one Widget"),
        ("a: 1\n---\n1️⃣b: 2", "1️⃣ error: found 2 documents, expected one Widget"),
        ("1️⃣- a", "1️⃣ error: expected a mapping, found a sequence"),
        ("a: 1️⃣@", "1️⃣ error: found character that cannot start any token: '@', quote the value"),
    ])
    func `a text that is no manifest is told`(text: String, expected: String) {
        let text = MarkedText(text)
        let error = #expect(throws: ManifestError.self) { try Widget(yaml: text.text) }
        #expect(error.map { text.show($0.diagnostics) } == [expected])
    }

    @Test func `a manifest may be JSON`() throws {
        let json = try Widget(spec: Spec(name: "s", count: 1)).encodedJSON()
        #expect(try Widget(yaml: json) == Widget(spec: Spec(name: "s", count: 1)))
    }
}

struct BoxTests {
    private struct Holder {
        private var required: _Box<Part>
        private var absent: _Box<Part>

        init(part: Part, optional: Part?) {
            required = _Box(holding: part)
            absent = _Box(holding: optional)
        }

        var part: Part {
            get { required.required }
            _modify { yield &required.required }
        }

        var optional: Part? {
            get { absent.value }
            _modify { yield &absent.value }
        }
    }

    @Test func `a copy does not see later changes`() {
        var holder = Holder(part: Part(size: 1), optional: Part(size: 2))
        let copy = holder
        holder.part.size = 10
        holder.optional?.size = 20
        #expect(copy.part == Part(size: 1))
        #expect(copy.optional == Part(size: 2))
        #expect(holder.part.size == 10)
        #expect(holder.optional?.size == 20)
    }

    @Test func `an optional box may be emptied and filled`() {
        var holder = Holder(part: Part(), optional: nil)
        #expect(holder.optional == nil)
        holder.optional?.size = 1
        #expect(holder.optional == nil)
        holder.optional = Part(size: 1)
        let copy = holder
        holder.optional = nil
        #expect(holder.optional == nil)
        #expect(copy.optional == Part(size: 1))
    }

    @Test func `a box takes eight bytes`() {
        #expect(MemoryLayout<_Box<Part>>.size == 8)
    }
}
