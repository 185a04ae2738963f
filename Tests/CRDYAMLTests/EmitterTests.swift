import CRDYAML
import Testing

struct EmitterTests {
    @Test func `a sequence is not indented deeper than its key`() {
        let text = emitted {
            $0.beginMapping()
            $0.key("a")
            $0.beginSequence()
            $0.integer(1)
            $0.string("x")
            $0.endSequence()
            $0.key("b")
            $0.boolean(true)
            $0.endMapping()
        }
        #expect(text == "a:\n- 1\n- x\nb: true\n")
    }

    @Test func `a mapping begins in the line of its dash`() {
        let text = emitted {
            $0.beginSequence()
            $0.beginMapping()
            $0.key("a")
            $0.beginSequence()
            $0.null()
            $0.endSequence()
            $0.key("b")
            $0.beginMapping()
            $0.key("c")
            $0.string("d\ne\n")
            $0.endMapping()
            $0.endMapping()
            $0.string("f\ng")
            $0.endSequence()
        }
        #expect(text == "- a:\n  - null\n  b:\n    c: |\n      d\n      e\n- |-\n  f\n  g\n")
    }

    @Test func `a sequence begins in the line of its dash`() {
        let text = emitted {
            $0.beginSequence()
            $0.beginSequence()
            $0.integer(1)
            $0.beginSequence()
            $0.integer(2)
            $0.endSequence()
            $0.endSequence()
            $0.integer(3)
            $0.endSequence()
        }
        #expect(text == "- - 1\n  - - 2\n- 3\n")
    }

    @Test func `what is empty is written in brackets`() {
        let text = emitted {
            $0.beginMapping()
            $0.key("a")
            $0.beginMapping()
            $0.endMapping()
            $0.key("b")
            $0.beginSequence()
            $0.beginMapping()
            $0.endMapping()
            $0.beginSequence()
            $0.endSequence()
            $0.endSequence()
            $0.key("c")
            $0.beginSequence()
            $0.endSequence()
            $0.endMapping()
        }
        #expect(text == "a: {}\nb:\n- {}\n- []\nc: []\n")
    }

    @Test func `documents are set off from each other`() {
        let text = emitted {
            $0.beginDocument()
            $0.beginMapping()
            $0.endMapping()
            $0.beginDocument()
            $0.beginSequence()
            $0.endSequence()
            $0.beginDocument()
            $0.string("a")
        }
        #expect(text == "{}\n---\n[]\n---\na\n")
    }

    @Test func `a key too long for one line is marked`() {
        let long = String(repeating: "k", count: 1025)
        let text = emitted {
            $0.beginMapping()
            $0.key(String(repeating: "k", count: 1024))
            $0.integer(1)
            $0.key("a")
            $0.beginMapping()
            $0.key(long)
            $0.beginSequence()
            $0.integer(1)
            $0.endSequence()
            $0.key(long + "l")
            $0.beginMapping()
            $0.key("b")
            $0.integer(2)
            $0.endMapping()
            $0.endMapping()
            $0.endMapping()
        }
        #expect(
            text == """
                \(long.dropLast()): 1
                a:
                  ? \(long)
                  :
                  - 1
                  ? \(long)l
                  :
                    b: 2

                """
        )
    }

    @Test func `nothing is written of nothing`() {
        #expect(Emitter().text.isEmpty)
    }

    @Test(arguments: [
        (0, "0.0"),
        (-0.0, "-0.0"),
        (1, "1.0"),
        (-1.5, "-1.5"),
        (0.1, "0.1"),
        (1e15, "1000000000000000.0"),
        (1e21, "1.0e+21"),
        (1e-7, "1.0e-07"),
        (1.5e300, "1.5e+300"),
        (.leastNonzeroMagnitude, "5.0e-324"),
        (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
        (.infinity, ".inf"),
        (-.infinity, "-.inf"),
        (.nan, ".nan"),
    ])
    func `a float keeps its point and every digit`(value: Double, expected: String) {
        #expect(emitted { $0.float(value) } == expected + "\n")
    }

    @Test func `integers are decimal`() {
        #expect(emitted { $0.integer(.min) } == "-9223372036854775808\n")
        #expect(emitted { $0.integer(.max) } == "9223372036854775807\n")
    }

    @Test(arguments: [
        ("0", "0"),
        ("-12", "-12"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("1.50", "1.50"),
        ("1e3", "1.0e+3"),
        ("-1E3", "-1.0e+3"),
        ("1.25E-3", "1.25e-3"),
        ("1.25e+03", "1.25e+03"),
    ])
    func `a JSON number keeps its digits`(literal: String, expected: String) {
        #expect(emitted { $0.numberLiteral(literal) } == expected + "\n")
    }

    private func emitted(_ write: (inout Emitter) -> Void) -> String {
        var emitter = Emitter()
        write(&emitter)
        return emitter.text
    }
}
