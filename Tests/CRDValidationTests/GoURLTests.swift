import Testing

@testable import CRDValidation

/// The URLs that Go's net/url reads.
struct GoURLTests {
    @Test func `a URL has parts`() throws {
        let url = try GoURL("HTTPS://me:x@[::1]:80/a%20b?c=d#e")
        #expect(url.scheme == "https")
        #expect(url.user == "me:x")
        #expect(url.host == "[::1]:80")
        #expect(url.query == "c=d")
        #expect(url.fragment == "e")
    }

    @Test(arguments: ["", "a", "/a", "//", "*", "a/b:c", "mailto:a", "?", "#", "1a/b", "//%C3%A4"])
    func `a URL need not have them`(_ text: String) throws {
        let url = try GoURL(text)
        #expect(url.user == nil && url.query == nil && url.fragment == nil)
    }

    @Test(
        arguments: [
            ("\u{7F}", #"parse "\x7f": net/url: invalid control character in URL"#),
            (":", #"parse ":": missing protocol scheme"#),
            ("1a:b", #"parse "1a:b": first path segment in URL cannot contain colon"#),
            ("//[a", #"parse "//[a": missing ']' in host"#),
            ("//[a]b", #"parse "//[a]b": invalid port "b" after host"#),
            ("//a:b", #"parse "//a:b": invalid port ":b" after host"#),
            ("//a b", #"parse "//a b": invalid character " " in host name"#),
            ("//%41", #"parse "//%41": invalid URL escape "%41""#),
            ("//a|@b", #"parse "//a|@b": net/url: invalid userinfo"#),
            ("/%4", #"parse "/%4": invalid URL escape "%4""#),
            ("/%4g5#", #"parse "/%4g5": invalid URL escape "%4g""#),
            ("/a#%", #"parse "/a#%": invalid URL escape "%""#),
        ]
    )
    func `a text that is no URL has an error in Go's words`(_ text: String, _ message: String) {
        let error = #expect(throws: GoURL.Failure.self) { try GoURL(text) }
        #expect(error?.message == message)
    }

    @Test(arguments: [("", "empty url"), ("a", "invalid URI for request")])
    func `a request wants an absolute URL or path`(_ text: String, _ message: String) throws {
        let error = #expect(throws: GoURL.Failure.self) { try GoURL(requestURI: text) }
        #expect(error?.message == message)
        #expect(try GoURL(requestURI: "//a b#c").host.isEmpty)
    }

    @Test(arguments: [("http://a", true), ("//a", false), ("a:b", false), ("http://", false)])
    func `an address of a host has a scheme and a host`(_ text: String, _ isAddress: Bool) {
        #expect(GoURL.isAddressOfHost(text) == isAddress)
    }
}
