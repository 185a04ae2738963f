import Testing

@testable import KubernetesCEL

struct URLReferenceTests {
    @Test(
        arguments: [
            ("path", "invalid URI for request"), ("", "empty url"),
            ("http://a:b", #"invalid port ":b" after host"#),
            ("http://[::1", "missing ']' in host"),
            ("http://a b", #"invalid character " " in host name"#),
            (":foo", "missing protocol scheme"),
            ("http://a/%zz", #"invalid URL escape "%zz""#), ("1:b", "invalid URI for request"),
            ("http://A%41.com/", #"invalid URL escape "%41""#),
            ("http://a/%2", #"invalid URL escape "%2""#),
            ("http://a b@c", "net/url: invalid userinfo"),
            ("http://a\u{7F}", "net/url: invalid control character in URL"),
            ("http://[::1]x", #"invalid port "x" after host"#),
            ("http://[x]/", #"invalid host: ParseAddr("x"): unable to parse IP"#),
            ("http://[1.2.3.4]/", "invalid IP-literal"),
            (
                "http://[::1%25]/",
                #"invalid host: ParseAddr("::1%"): zone must be a non-empty string"#
            ),
            ("//a:b%zz", #"invalid URL escape "%zz""#),
        ]
    )
    func `a text that is not a URL is rejected`(text: String, reason: String) {
        let error = #expect(throws: URLReference.Failure.self) { try URLReference(text) }
        #expect(error?.message == "parse \(GoText.quoted(text)): \(reason)")
    }

    @Test func `the escapes of the fragment are checked`() {
        let error = #expect(throws: URLReference.Failure.self) { try URLReference("http://a/#%zz") }
        #expect(error?.message == #"parse "http://a/#%zz": invalid URL escape "%zz""#)
        // Without a scheme, a text that is no host is read as a path at first.
        let second = #expect(throws: URLReference.Failure.self) { try URLReference("//a:b") }
        #expect(second?.message == #"parse "//a:b": invalid port ":b" after host"#)
    }

    @Test(
        arguments: [
            ("http://", "http:"), ("mailto:a@b.c", "mailto:a@b.c"), ("a:b", "a:b"),
            ("HTTP://A", "http://A"),
            (
                "https://user:pw@example.com:80/a%20b?x=1#f",
                "https://user:pw@example.com:80/a%20b?x=1#f"
            ),
            ("http://a/b c", "http://a/b%20c"), ("http://a?", "http://a?"), ("*", "*"),
            ("/a?b", "/a?b"),
            ("//host/path", "//host/path"), ("http:///a", "http:///a"), ("http:/a", "http:/a"),
            ("http://é.com/é", "http://%C3%A9.com/%C3%A9"), ("http://a/%c3%a9", "http://a/%c3%a9"),
            ("http://[fe80::1%25en0]/", "http://[fe80::1%25en0]/"), ("http://a/#", "http://a/"),
            ("http://u@h", "http://u@h"), ("http://:@h", "http://@h"),
            ("http://a/x#a b", "http://a/x#a%20b"),
            ("http://a/b?c?d", "http://a/b?c?d"), ("http://a:@b", "http://a:@b"), ("///a", "///a"),
        ]
    )
    func `a URL is assembled as in Go`(text: String, assembled: String) throws {
        #expect(try URLReference(text).description == assembled)
    }

    @Test func `a URL has parts`() throws {
        let url = try URLReference("https://user:pw@example.com:80/a%20b?x=1&x=2&y#frag")
        #expect(url.scheme == "https")
        #expect(url.host == "example.com:80")
        #expect(url.hostname == "example.com")
        #expect(url.port == "80")
        #expect(url.escapedPath == "/a%20b")
        let v6 = try URLReference("https://[::1]:80/")
        #expect([v6.host, v6.hostname, v6.port] == ["[::1]:80", "::1", "80"])
        #expect(try URLReference("//host/path").host == "host")
        #expect(try URLReference("//host/path").escapedPath == "/path")
        #expect(try URLReference("http://h:").port == "")
        #expect(try URLReference("http://h:").hostname == "h")
        #expect(try URLReference("http://é.com/é").host == "é.com")
    }

    @Test(
        arguments: [
            ("x=1&x=2&y", ["x": ["1", "2"], "y": [""]]), ("a;b", [:]),
            ("a=b+c%20d", ["a": ["b c d"]]),
            ("a=%zz&b=1", ["b": ["1"]]), ("&&a", ["a": [""]]), ("=1", ["": ["1"]]),
            ("a=b=c", ["a": ["b=c"]]),
        ] as [(String, [String: [String]])]
    )
    func `a query has parameters`(query: String, values: [String: [String]]) throws {
        let url = try URLReference("http://a/?" + query)
        let found = Dictionary(uniqueKeysWithValues: url.queryValues.map { ($0.key, $0.values) })
        #expect(found == values)
    }

    @Test func `URLs are compared by their text`() throws {
        #expect(try URLReference("http://A") != URLReference("http://a"))
        #expect(try URLReference("HTTP://a") == URLReference("http://a"))
    }

    @Test(arguments: ["", "a", "/a", "//", "*", "a/b:c", "mailto:a", "?", "#", "1a/b", "//%C3%A4"])
    func `a URL can be relative and can lack all parts`(_ text: String) throws {
        let url = try URLReference(parsing: text)
        #expect(url.user == nil && url.query.isEmpty && url.fragment.isEmpty)
    }

    @Test(
        arguments: [
            ("1a:b", #"parse "1a:b": first path segment in URL cannot contain colon"#),
            ("//[a", #"parse "//[a": missing ']' in host"#),
            ("//[a]b", #"parse "//[a]b": invalid port "b" after host"#),
            ("//a:b", #"parse "//a:b": invalid port ":b" after host"#),
            ("//a b", #"parse "//a b": invalid character " " in host name"#),
            ("//%41", #"parse "//%41": invalid URL escape "%41""#),
            ("//a|@b", #"parse "//a|@b": net/url: invalid userinfo"#),
            ("/%4g5#", #"parse "/%4g5": invalid URL escape "%4g""#),
            ("/a#%", #"parse "/a#%": invalid URL escape "%""#),
        ]
    )
    func `a relative URL can be invalid`(_ text: String, _ message: String) {
        let error = #expect(throws: URLReference.Failure.self) { try URLReference(parsing: text) }
        #expect(error?.message == message)
    }

    @Test func `a request has no host without a scheme, and no fragment`() throws {
        let url = try URLReference.request("//a b#c")
        #expect(url.host.isEmpty)
        #expect(url.path == "//a b#c")
    }
}
