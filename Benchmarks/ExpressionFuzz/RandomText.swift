/// Random expressions, most of them wrong.
struct RandomText {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    private mutating func number(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[number(below: elements.count)]
    }

    /// Returns a random text.
    mutating func text() -> String {
        switch number(below: 10) {
        case 0: return hostile()
        case 1, 2: return tokens()
        case 3, 4, 5: return changed(pick(Self.expressions))
        default: return changed(expression(number(below: 5) + 1))
        }
    }

    private mutating func tokens() -> String {
        (0..<number(below: 40)).map { _ in pick(Self.tokenTexts) }.joined(
            separator: pick(["", " "])
        )
    }

    private mutating func expression(_ depth: Int) -> String {
        guard depth > 0 else { return pick(Self.atoms) }
        let inner = expression(depth - 1)
        switch number(below: 9) {
        case 0: return "(\(inner) \(pick(Self.operators)) \(expression(depth - 1)))"
        case 1: return "[\(inner), \(inner)]"
        case 2: return "{\(inner): \(expression(depth - 1))}"
        case 3: return "\(inner).\(pick(Self.members))"
        case 4: return "l.\(pick(Self.macros))(x, \(inner))"
        case 5: return "\(pick(Self.functions))(\(inner))"
        case 6: return "(\(inner) ? \(expression(depth - 1)) : \(inner))"
        case 7: return "optional.of(\(inner)).optMap(y, \(inner))"
        default: return "\(inner)[\(expression(depth - 1))]"
        }
    }

    /// Replaces, drops, or doubles some characters.
    private mutating func changed(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<number(below: 4) where !scalars.isEmpty {
            let position = number(below: scalars.count)
            switch number(below: 3) {
            case 0: scalars.remove(at: position)
            case 1: scalars.insert(scalars[position], at: position)
            default:
                scalars[position] = pick(Array("'\"\\.([{}])?:,!-+*/%<>=&|x1é\u{0}".unicodeScalars))
            }
        }
        var result = ""
        result.unicodeScalars.append(contentsOf: scalars)
        return result
    }

    private mutating func hostile() -> String {
        let size = pick([10, 100, 240, 260, 2000, 30_000])
        let (head, part, tail) = pick(Self.shapes)
        return String(repeating: head, count: size) + part + String(repeating: tail, count: size)
    }

    private static let shapes: [(String, String, String)] = [
        ("(", "1", ")"), ("[", "", "]"), ("{1:", "1", "}"), ("!", "true", ""), ("-", "1", ""),
        ("1+", "1", ""), ("true && ", "true", ""), ("true ? 1 : ", "2", ""), ("a.", "b", ""),
        ("l", "", ".map(x, x)"), ("l", "", ".optMap(x, x)"), ("[1].all(x, ", "true", ")"),
        ("[1,2,3].map(x, ", "l", ")"), ("optional.of(1)", "", ".optMap(y, y)"), ("'", "", "\\"),
        ("(((", "((", "]"), ("a b ", "", ""), ("1..", "", ""), ("dyn(", "1", ")"),
        ("[{1:1}].all(a, [{a:a}].all(a, ", "true", "))"), ("/*", "", ""), ("é", "", ""),
        ("[l].all(l, l.flatten().size() > 0 && ", "true", ")"), ("'a'+", "'a'", ""),
        ("l.all(x, l.all(x, l.all(x, ", "true", ")))"), ("l.map(x, ", "l + l", ")"),
    ]

    private static let atoms = [
        "1", "-1", "0", "1u", "1.5", "'a'", "''", "b'a'", "true", "false", "null", "l", "d", "x",
        "[]", "{}", "9223372036854775807", "duration('1h')", "timestamp('2020-01-01T00:00:00Z')",
        "quantity('1Gi')", "ip('1.2.3.4')", "optional.none()", "'(a|b)*'", "int",
    ]
    private static let operators = [
        "+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "in",
    ]
    private static let members = [
        "size()", "a", "?a", "sort()", "min()", "sum()", "reverse()", "flatten()", "distinct()",
        "contains('a')", "matches('(a*)*b')", "split('')", "replace('', 'aa')", "join(',')",
        "format([1])", "findAll('.')", "substring(1)", "charAt(0)", "hasValue()", "value()",
        "orValue(1)", "first()", "getHours('Europe/Berlin')", "isSorted()", "slice(0, 1)",
    ]
    private static let macros = [
        "all", "exists", "exists_one", "map", "filter", "sortBy", "transformList",
    ]
    private static let functions = [
        "size", "int", "string", "double", "bool", "bytes", "type", "dyn", "has", "duration",
        "timestamp", "quantity", "url", "ip", "cidr", "semver", "lists.range", "sets.contains",
    ]
    private static let tokenTexts =
        atoms + operators + [".", ",", "(", ")", "[", "]", "{", "}", "?", ":", "!", "r'", "\"\"\""]
    private static let expressions = [
        "self.all(x, x > 0)", "[1, 2, 3].map(x, x * 2).size() == 3",
        "'%s %d'.format(['a', 1]) == 'a 1'", "has({'a': 1}.a) && {'a': 1}.a == 1",
        "{'a': 1}.transformMap(k, v, v + 1) == {'a': 2}", "url('https://a/b?c=d').getQuery()",
        "optional.of({'a': 1}).?a.orValue(2) == 1", "duration('1h') > duration('1m')",
        "'abc'.matches('a.c') ? 1 : 2", "[3, 1, 2].sort() == [1, 2, 3]", "1 in [1, 2]",
    ]
}
