import CRDLibYAML
import CRDSchema
import CRDYAML
import Testing

@testable import CRDPages

/// Rules in words.
@Suite struct RuleFormTests {
    /// The words for a rule of an object with fields `a` to `d`, a required field `type`, and a
    /// field `mode` with a default.
    private static func words(_ rule: String) -> [String] {
        let schema = Schema(
            json: """
                {"type":"object","required":["type"],"properties":{"a":{},"b":{},"c":{},"d":{},\
                "type":{"type":"string"},"mode":{"type":"string","default":"x"}}}
                """
        )
        return RuleForm.forms(of: Schema.ValidationRule(rule: rule), in: schema).map(\.words)
    }

    @Test(arguments: [
        // Updates.
        ("self == oldSelf", "immutable"),
        ("( oldSelf==self )", "immutable"),
        ("!(self != oldSelf)", "immutable"),
        ("self.a == oldSelf.a", "`a` is immutable"),
        ("self.type == oldSelf.type", "`type` is immutable"),
        (
            "has(self.a) == has(oldSelf.a) && (!has(self.a) || self.a == oldSelf.a)",
            "`a` is immutable"
        ),
        ("!has(oldSelf.a) || has(self.a)", "`a` can't be removed once it is set"),
        ("has(self.a) || !has(oldSelf.a)", "`a` can't be removed once it is set"),
        ("has(oldSelf.a) ? has(self.a) : true", "`a` can't be removed once it is set"),
        ("!oldSelf.?a.hasValue() || self.?a.hasValue()", "`a` can't be removed once it is set"),
        (
            "!has(oldSelf.a) || (has(self.a) && self.a == oldSelf.a)",
            "`a` can't be changed once it is set"
        ),
        ("!has(oldSelf.a) || self.a == oldSelf.a", "`a` can't be changed once it is set"),
        ("has(self.a) == has(oldSelf.a)", "`a` can't be added or removed"),
        (
            "(!has(oldSelf.a) && !has(self.a)) || (has(oldSelf.a) && has(self.a))",
            "`a` can't be added or removed"
        ),
        ("has(oldSelf.a) || !has(self.a)", "`a` can't be added later"),
        ("self >= oldSelf", "can't be decreased"),
        ("oldSelf <= self", "can't be decreased"),
        ("self.a >= oldSelf.a", "`a` can't be decreased"),
        // Presence.
        ("has(self.a) != has(self.b)", "exactly one of `a`, `b`"),
        (
            "(has(self.a) && !has(self.b)) || (!has(self.a) && has(self.b))",
            "exactly one of `a`, `b`"
        ),
        ("has(self.a) ? !has(self.b) : has(self.b)", "exactly one of `a`, `b`"),
        ("[has(self.a), has(self.b)].exists_one(x, x)", "exactly one of `a`, `b`"),
        ("[has(self.a), has(self.b)].filter(x, x).size() == 1", "exactly one of `a`, `b`"),
        (
            "(has(self.a) ? 1 : 0) + (has(self.b)?1:0) + (has(self.c) ? 1 : 0) == 1",
            "exactly one of `a`, `b`, `c`"
        ),
        ("!(has(self.a) && has(self.b))", "at most one of `a`, `b`"),
        ("!has(self.a) || !has(self.b)", "at most one of `a`, `b`"),
        (
            "(has(self.a) ? 1 : 0) + (has(self.b) ? 1 : 0) + (has(self.c) ? 1 : 0) <= 1",
            "at most one of `a`, `b`, `c`"
        ),
        ("size([has(self.a), has(self.b)].filter(x, x)) < 2", "at most one of `a`, `b`"),
        ("has(self.a) || has(self.b) || has(self.c)", "at least one of `a`, `b`, `c`"),
        ("has(self.a) == has(self.b)", "all or none of `a`, `b`"),
        (
            "(has(self.a) && has(self.b)) || !(has(self.a) || has(self.b))",
            "all or none of `a`, `b`"
        ),
        ("!has(self.a) || has(self.b)", "`a` requires `b`"),
        ("has(self.b) || !has(self.a)", "`a` requires `b`"),
        ("has(self.a) ? has(self.b) && has(self.c) : true", "`a` requires `b` and `c`"),
        ("has(self.a)", "required: `a`"),
        ("has(self.a) && has(self.b)", "required: `a`, `b`"),
        ("!has(self.a)", "not allowed: `a`"),
        ("has(self.__namespace__)", "required: `namespace`"),
        // Values.
        (
            "self.type == 'A' ? has(self.a) : !has(self.a)",
            "`a` is required if `type` is `A`, and not allowed otherwise"
        ),
        (
            #"(self.type=="A") == has(self.a)"#,
            "`a` is required if `type` is `A`, and not allowed otherwise"
        ),
        ("self.type != 'A' || has(self.a)", "`a` is required if `type` is `A`"),
        ("self.mode in ['A', 'B'] ? has(self.a) : true", "`a` is required if `mode` is `A` or `B`"),
        ("!(!has(self.a) && self.type == 'A')", "`a` is required if `type` is `A`"),
        ("self.type == 'A' || !has(self.a)", "`a` is allowed only if `type` is `A`"),
        ("!(has(self.a) && self.type != 'A')", "`a` is allowed only if `type` is `A`"),
        // Lists.
        ("self.all(x, self.exists_one(y, x == y))", "unique items"),
        ("self.all(p, self.exists_one(q, p.name == q.name))", "unique items by `name`"),
        (
            "self.all(p, self.exists_one(q, q.name == p.name && (p.port == q.port)))",
            "unique items by `name`, `port`"
        ),
    ])
    func `a rule that has a form is said in words`(_ rule: String, _ words: String) {
        #expect(Self.words(rule) == [words])
    }

    @Test(arguments: [
        "self == oldSelf || true", "self != oldSelf", "self == 'x'",
        "oldSelf == '' || self == oldSelf",
        "self.a == oldSelf.b", "self.a == oldSelf.a || self.a == 'x'",
        "has(self.a) || has(oldSelf.b)", "self > oldSelf", "oldSelf >= self",
        "has(self.a) || !has(self.b) && has(self.c)", "has(self.a.b) != has(self.a.c)",
        "has(self.a) != has(self.b) || self.c == 'x'", "size(self.a) == 1",
        "(has(self.a) ? 1 : 0) + (has(self.b) ? 2 : 0) == 1",
        "[has(self.a), has(self.b)].exists_one(x, !x)",
        // Without the field, the rule has an error.
        "self.a == 'A' ? has(self.b) : !has(self.b)",
        "self.type == 'A' || has(self.a) || has(self.b)",
        "self.all(x, self.exists_one(y, x.a == y.b))", "self.all(x, self.exists(y, x == y))",
        "true", "self ==",
    ])
    func `another rule has no words`(_ rule: String) {
        #expect(Self.words(rule) == [])
    }

    @Test func `the parts of a rule have words if all have`() {
        #expect(
            Self.words("self.type == oldSelf.type && self.mode == oldSelf.mode")
                == ["`type` is immutable", "`mode` is immutable"]
        )
        #expect(Self.words("self.type == oldSelf.type && self.a > 'x'") == [])
    }

    @Test func `an optional old value has no words`() {
        var rule = Schema.ValidationRule(rule: "!has(oldSelf.a) || has(self.a)")
        rule.optionalOldSelf = true
        #expect(RuleForm.forms(of: rule, in: .anything) == [])
    }

    @Test(.timeLimit(.minutes(15))) func `many fields have no table`() {
        let names = (0..<200).map { "has(self.a\($0))" }
        #expect(Self.words(names.joined(separator: " != ")) == [])
    }
}
