import Testing

@testable import KubernetesCEL

/// Calls of library functions, with the results of Kubernetes 1.35.
struct LibraryExpressionTests {
    private func value(_ expression: String) throws -> Value {
        try Environment().compile(expression).program().evaluate(Variables([])).value
    }

    private func expect(_ expression: String, _ expected: String) throws {
        let found = try value(expression)
        #expect(Value.equal(found, try value(expected)), "\(expression) is \(found)")
    }

    private func expect(_ expression: String, error: String) throws {
        guard case .error(let message) = try value(expression) else {
            Issue.record("\(expression) is no error")
            return
        }
        #expect(message == error, "\(expression)")
    }

    @Test(
        arguments: [
            ("'héllo'.charAt(5)", "''"), ("'héllo'.charAt(1)", "'é'"),
            ("'héllo'.indexOf('l')", "2"),
            ("'héllo'.indexOf('')", "0"), ("'héllo'.indexOf('', 99)", "99"),
            ("'héllo'.indexOf('l', 3)", "3"), ("'héllo'.indexOf('l', 4)", "-1"),
            ("'héllo'.indexOf('l', 9)", "-1"), ("'aab'.indexOf('ab')", "1"),
            ("''.indexOf('x')", "-1"),
            ("'héllo'.lastIndexOf('l')", "3"), ("'héllo'.lastIndexOf('')", "5"),
            ("'héllo'.lastIndexOf('l', 2)", "2"), ("'héllo'.lastIndexOf('l', 99)", "-1"),
            ("'ab'.lastIndexOf('éé')", "-1"), ("''.lastIndexOf('@@')", "-1"),
            ("'ta©o©αT'.lastIndexOf('©α', 4)", "4"), ("'hello wello'.lastIndexOf('ello', 6)", "1"),
            ("'bananananana'.lastIndexOf('nana', 7)", "6"), ("'tacocat'.lastIndexOf('', 3)", "3"),
            ("'aaa'.replace('a', 'b')", "'bbb'"), ("'aaa'.replace('a', 'b', 2)", "'bba'"),
            ("'aaa'.replace('a', 'b', -1)", "'bbb'"), ("'aaa'.replace('a', 'b', 0)", "'aaa'"),
            ("'ab'.replace('', '-')", "'-a-b-'"), ("'éb'.replace('', '-', 2)", "'-é-b'"),
            ("'aaaa'.replace('aa', 'b')", "'bb'"), ("''.replace('', 'x')", "'x'"),
            ("'a,b,c'.split(',')", "['a', 'b', 'c']"), ("'a,b,c'.split(',', 0)", "[]"),
            ("'a,b,c'.split(',', 1)", "['a,b,c']"), ("'a,b,c'.split(',', 2)", "['a', 'b,c']"),
            ("'héy'.split('')", "['h', 'é', 'y']"), ("'héy'.split('', 2)", "['h', 'éy']"),
            ("''.split(',')", "['']"), ("''.split('')", "[]"), ("'a,'.split(',', 9)", "['a', '']"),
            ("'héllo'.substring(5)", "''"), ("'héllo'.substring(1, 3)", "'él'"),
            (#"' \t\n\u00a0\u2003x\u0085 '.trim()"#, "'x'"), ("'  '.trim()", "''"),
            ("['a', 'b'].join()", "'ab'"), ("['a', 'b'].join('-')", "'a-b'"),
            ("[].join('-')", "''"),
            ("'aBCé'.lowerAscii()", "'abcé'"), ("'aBcé'.upperAscii()", "'ABCé'"),
            (#"strings.quote('a\n"é\u0007\\')"#, #"'"a\\n\\"é\\a\\\\"'"#),
        ]
    )
    func `strings are taken apart by code points`(expression: String, result: String) throws {
        try expect(expression, result)
    }

    @Test(
        arguments: [
            ("'héllo'.charAt(6)", "index out of range: 6"),
            ("'héllo'.charAt(-1)", "index out of range: -1"),
            ("'tacocat'.indexOf('a', -1)", "index out of range: -1"),
            ("'tacocat'.lastIndexOf('a', -1)", "index out of range: -1"),
            ("'héllo'.substring(6)", "index out of range: 6"),
            ("'héllo'.substring(3, 1)", "invalid substring range. start: 3, end: 1"),
            ("'héllo'.substring(-1, 1)", "index out of range: -1"),
            ("'héllo'.substring(1, 6)", "index out of range: 6"),
            ("[dyn('a'), dyn(1)].join('-')", "join: invalid input: 1"),
        ]
    )
    func `positions of strings are checked`(expression: String, message: String) throws {
        try expect(expression, error: message)
    }

    @Test(
        arguments: [
            ("[1, 2, 3].isSorted()", "true"), ("[2, 1].isSorted()", "false"),
            ("[].isSorted()", "true"),
            ("[double('NaN'), 1.0].isSorted()", "true"), ("[1, 2, 3].sum()", "6"),
            ("[].sum()", "0"),
            ("[1.5, 2.5].sum()", "4.0"),
            ("[duration('1s'), duration('2s')].sum()", "duration('3s')"),
            ("[1, 3, 2].max()", "3"), ("['b', 'a'].min()", "'a'"),
            ("[1, 2, 2].lastIndexOf(2)", "2"),
            ("[1, 2, 2].indexOf(2)", "1"), ("[1, 2, 2].indexOf(5)", "-1"),
            ("[1.0].indexOf(dyn(1))", "0"),
            ("[1.0, double('NaN'), 2.0].max()", "2.0"), ("[false, true].max()", "true"),
            ("[1, 2, 3].slice(0, 2)", "[1, 2]"), ("[1, 2, 3].slice(3, 3)", "[]"),
            ("[[1], [2]].flatten()", "[1, 2]"), ("[dyn([[1]]), dyn(2)].flatten(5)", "[1, 2]"),
            ("[[[1]], [[2, 3]]].flatten()", "[[1], [2, 3]]"), ("[dyn([1])].flatten(0)", "[[1]]"),
            ("[3, 1, 2].sort()", "[1, 2, 3]"), ("['b', 'a'].sort()", "['a', 'b']"),
            ("[2, 1].sortBy(e, e == 1 ? 'b' : 'a')", "[2, 1]"),
            ("[1, 2, 3].reverse()", "[3, 2, 1]"),
            ("[1, 1, 2].distinct()", "[1, 2]"), ("[dyn(1), dyn(1.0)].distinct()", "[1]"),
            ("lists.range(-1)", "[]"), ("lists.range(3)", "[0, 1, 2]"),
            ("lists.range(3).size()", "3"),
            ("sets.contains([1, 2], [1])", "true"), ("sets.contains([1], [1, 2])", "false"),
            ("sets.contains([dyn(1)], [1.0])", "true"), ("sets.equivalent([], [])", "true"),
            ("sets.equivalent([1, 1], [1])", "true"), ("sets.intersects([1], [])", "false"),
            ("sets.intersects([1, 2], [2, 3])", "true"),
        ]
    )
    func `lists are compared and made`(expression: String, result: String) throws {
        try expect(expression, result)
    }

    @Test(
        arguments: [
            ("[9223372036854775807, 1].sum()", "integer overflow"),
            ("[].max()", "max called on empty list"), ("[].min()", "min called on empty list"),
            ("[1, 2, 3].slice(2, 9)", "cannot slice(2, 9), list is length 3"),
            ("[1, 2, 3].slice(-1, 2)", "cannot slice(-1, 2), negative indexes not supported"),
            (
                "[1, 2, 3].slice(2, 1)",
                "cannot slice(2, 1), start index must be less than or equal to end index"
            ),
            ("[dyn(1)].flatten(-1)", "level must be non-negative"),
            ("[dyn(1), dyn('a')].sort()", "list elements must have the same type"),
            ("[dyn([1])].sort()", "list elements must be comparable"),
        ]
    )
    func `lists have the errors of the server`(expression: String, message: String) throws {
        try expect(expression, error: message)
    }

    @Test func `lists that contain each other often are not flattened`() throws {
        let doubled = String(repeating: ".map(x, [x, x])", count: 40)
        let value = try value("[[1]]\(doubled).flatten(50)")
        guard case .error = value else {
            Issue.record("a list of more than a trillion elements was made")
            return
        }
    }

    @Test(
        arguments: [
            ("'%s'.format([1.0])", "1"), ("'%s'.format([1e21])", "1e+21"),
            ("'%s'.format([null])", "null"),
            ("'%s'.format([b'abc'])", "abc"), ("'%s'.format([[1, 2]])", "[1, 2]"),
            (#"'%s'.format([['a', 'b"c']])"#, #"["a", "b\"c"]"#),
            ("'%s'.format([{1: 1.0}])", "{1:1.000000}"),
            (
                "'%s'.format([[double('NaN'), double('-Inf'), -0.0]])",
                #"["NaN", "-Inf", -0.000000]"#
            ),
            (
                "'%s'.format([{'b': b'x', 'a': duration('2h'), 'c': timestamp(0), 'd': null}])",
                #"{"a":duration("7200s"), "b":b"x", "c":timestamp("1970-01-01T00:00:00Z"), "d":null}"#
            ),
            ("'%s'.format([[[3.0, 4], [type(1)]]])", "[[3.000000, 4], [int]]"),
            ("'%%'.format([])", "%"),
            ("'%d %d'.format([1u, -1])", "1 -1"), ("'%f'.format([1234567.5])", "1,234,567.500000"),
            ("'%.2f'.format([1.555])", "1.55"), ("'%.0f'.format([2.5])", "2"),
            ("'%.0f'.format([3.5])", "4"),
            ("'%f'.format(['NaN'])", "NaN"), ("'%f'.format(['-Infinity'])", "-∞"),
            ("'%f'.format([-0.0])", "0.000000"),
            ("'%.1f'.format([-999.96])", "-1,000.0"), ("'%.2f'.format([-0.001])", "0.00"),
            ("'%f'.format([1e21])", "1,000,000,000,000,000,000,000.000000"),
            ("'%.10f'.format([0.1])", "0.1000000000"),
            ("'%.20f'.format([0.1])", "0.10000000000000000555"),
            ("'%f'.format([5e-7])", "0.000000"), ("'%.3f'.format([999999.9996])", "1,000,000.000"),
            ("'%e'.format([2.71828])", "2.718280×10⁰⁰"),
            ("'%.6e'.format([1052.032911275])", "1.052033×10⁰³"),
            ("'%e'.format([double('NaN')])", "   NaN"),
            ("'%.9e'.format([double('-Inf')])", "       -∞"),
            ("'%e'.format([0.00012])", "1.200000×10⁻⁰⁴"), ("'%e'.format([0.0])", "0.000000×10⁰⁰"),
            ("'%e'.format([9.9999999e99])", "1.000000×10¹⁰⁰"),
            ("'%.20e'.format([1.0])", "       1.000000×10⁰⁰"),
            ("'%b %b %b'.format([5, -5, true])", "101 -101 1"), ("'%o'.format([-8])", "-10"),
            ("'%x %X'.format([255, 255u])", "ff FF"), ("'%x'.format([-255])", "-ff"),
            ("'%x'.format(['héy'])", "68c3a979"), (#"'%X'.format([b'\x00\xff'])"#, "00FF"),
            ("'%.3s'.format(['abcdef'])", "abcdef"), ("'é%s'.format([true])", "étrue"),
        ]
    )
    func `format writes values`(expression: String, text: String) throws {
        guard case .string(let found) = try value(expression) else {
            Issue.record("\(expression) is not a string: \(try value(expression))")
            return
        }
        #expect(found == text)
    }

    @Test(
        arguments: [
            (
                "'%d'.format([dyn('a')])",
                "error during formatting: decimal clause can only be used on integers, was given string"
            ),
            (
                "'%f'.format([dyn(1)])",
                "error during formatting: fixed-point clause can only be used on doubles, was given int"
            ),
            (
                "'%f'.format(['abc'])",
                "error during formatting: fixed-point clause can only be used on doubles, was given string"
            ),
            ("'%s %s'.format(dyn([1]))", "index 1 out of range"),
            ("'%'.format(dyn([]))", "index 0 out of range"),
            ("'%'.format(dyn([1]))", "unexpected end of string"),
            ("'%s%'.format(dyn([1]))", "index 1 out of range"),
            (
                "'%z'.format(dyn([1]))",
                #"could not parse formatting clause: unrecognized formatting clause "z""#
            ),
            (
                "'%.s'.format(dyn([1]))",
                "could not parse formatting clause: error while parsing precision: error while "
                    + #"converting precision to integer: strconv.Atoi: parsing "": invalid syntax"#
            ),
            (
                "'%.3'.format(dyn([1]))",
                "could not parse formatting clause: error while parsing precision: could not find "
                    + "end of precision specifier"
            ),
            (
                "'%s'.format([dyn([optional.none()])])",
                "error during formatting: no formatting function for optional_type"
            ),
            (
                "'%s'.format([dyn({1.5: 1})])",
                "error during formatting: no formatting function for map key of type double"
            ),
        ]
    )
    func `format has the errors of the server`(expression: String, message: String) throws {
        try expect(expression, error: message)
    }

    @Test func `a result that is too long is an error`() throws {
        let long = "'" + String(repeating: "x", count: 20_000) + "'"
        try expect(
            "\(long).replace('', \(long))",
            error: "string of more than 67108864 bytes"
        )
    }

    @Test(
        arguments: [
            ("url('https://user:pw@example.com:80/a%20b?x=1&x=2&y#f').getScheme()", "'https'"),
            ("url('https://example.com:80/').getPort()", "'80'"),
            ("url('https://[::1]:80/').getHostname()", "'::1'"),
            ("url('https://e.com/?x=1&x=2&y').getQuery()", "{'x': ['1', '2'], 'y': ['']}"),
            ("isURL('/a')", "true"), ("isURL('a')", "false"),
            ("url('http://a/b c').getEscapedPath()", "'/b%20c'"),
            ("ip('192.168.0.1').family()", "4"), ("ip.isCanonical('2001:DB8::1')", "false"),
            ("string(ip('2001:DB8::1'))", "'2001:db8::1'"), ("isIP('x')", "false"),
            ("ip('127.0.0.1').isLoopback()", "true"),
            ("cidr('192.168.1.5/24').masked()", "cidr('192.168.1.0/24')"),
            ("cidr('192.168.1.5/24').ip()", "ip('192.168.1.5')"),
            ("cidr('10.0.0.0/8').prefixLength()", "8"),
            ("cidr('192.168.0.0/24').containsIP('192.168.0.5')", "true"),
            ("isCIDR('1.2.3.4')", "false"),
            ("cidr('192.168.0.0/24').containsCIDR('192.168.0.0/25')", "true"),
            ("quantity('1.5').isInteger()", "false"), ("quantity('50k').asInteger()", "50000"),
            ("quantity('50k').add(20).sub(quantity('100k')).asInteger()", "-49980"),
            ("quantity('1Ki').asApproximateFloat()", "1024.0"), ("sign(quantity('-1'))", "-1"),
            ("quantity('50M').isLessThan(quantity('50Mi'))", "true"),
            ("isQuantity('1Zi')", "false"),
            ("quantity('200M').compareTo(quantity('0.2G'))", "0"),
            ("semver('v1.2', true).minor()", "2"),
            ("semver('1.2.3-alpha').isLessThan(semver('1.2.3'))", "true"),
            ("isSemver('1', true)", "true"),
            ("format.named('x').hasValue()", "false"),
            ("format.named('uri').value() == format.uri()", "true"),
            ("format.dns1123Label().validate('a').hasValue()", "false"),
            ("format.uri().validate('x').value()", #"['parse "x": invalid URI for request']"#),
            ("timestamp('2020-06-15T12:34:56.789Z').getHours('-02:30')", "10"),
            ("timestamp('2020-06-15T12:34:56.789+02:00').getHours()", "10"),
            ("timestamp('2020-06-15T12:34:56.789Z').getSeconds('UTC')", "56"),
            ("duration('3730.5s').getMinutes()", "62"),
        ]
    )
    func `Kubernetes' kinds have functions`(expression: String, result: String) throws {
        try expect(expression, result)
    }

    @Test(
        arguments: [
            (
                "url('path')",
                #"URL parse error during conversion from string: parse "path": invalid URI for request"#
            ),
            ("cidr('192.168.0.0/24').containsIP('x')", "no such overload"),
            (
                "cidr('192.168.0.0/24').containsCIDR('x')",
                "network address parse error during conversion from string: network address parse "
                    + #"error during conversion from string: netip.ParsePrefix("x"): no '/'"#
            ),
            ("quantity('1.5').asInteger()", "cannot convert value to integer"),
            ("quantity('1K')", "unable to parse quantity's suffix"),
            ("semver('')", "Version string empty"),
            ("quantity('1e2000000000').add(1)", "quantity with too many digits"),
            ("timestamp(0).getHours('X')", "unknown time zone X"),
        ]
    )
    func `Kubernetes' kinds have the errors of the server`(
        expression: String,
        message: String
    ) throws {
        try expect(expression, error: message)
    }

    @Test func `a call of format with literals is checked`() {
        let int = FormatTemplate.Argument(type: "int")
        let dyn = FormatTemplate.Argument(type: nil)
        let quantity = FormatTemplate.Argument(type: "kubernetes.Quantity")
        #expect(FormatTemplate.check("%d %s", [int, dyn]) == nil)
        #expect(FormatTemplate.check("%", [])?.message == "unexpected end of string")
        #expect(FormatTemplate.check("%s", [])?.message == "index 0 out of range")
        #expect(
            FormatTemplate.check("a", [int])?.message
                == "too many arguments supplied to string.format (expected 0, got 1)"
        )
        #expect(FormatTemplate.check("%f", [int])?.path == [0])
        let list = FormatTemplate.Argument(type: "list", parts: [int, quantity])
        #expect(FormatTemplate.check("%d%s", [int, list])?.path == [1, 1])
    }
}
