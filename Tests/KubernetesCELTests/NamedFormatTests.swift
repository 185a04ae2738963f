import Testing

@testable import KubernetesCEL

struct NamedFormatTests {
    @Test(
        arguments: [
            (.dns1123Label, ["a", "my-label-name", String(repeating: "a", count: 63)]),
            (.dns1123Subdomain, ["a.b", "apiextensions.k8s.io"]),
            (.dns1035Label, ["a1", "my-label"]),
            (.qualifiedName, ["my.name", "apiextensions.k8s.io/v1beta1", "A_b.c"]),
            (.dns1123LabelPrefix, ["my-label-prefix-", "1-"]),
            (.dns1035LabelPrefix, ["a-", "my-"]),
            (.dns1123SubdomainPrefix, ["mysubdomain.prefix.-"]),
            (.labelValue, ["", "My-cool_label.1"]),
            (.uri, ["http://example.com", "/a", "*"]),
            (.uuid, ["123e4567-e89b-12d3-a456-426614174000", "123E4567e89b12d3a456426614174000"]),
            (.byte, ["aGVsbG8=", "YQ=="]), (.date, ["2021-01-01", "0000-01-01"]),
            (.datetime, ["2021-01-01T00:00:00Z", "2021-01-01t00:00:00.5+01:00"]),
        ] as [(NamedFormat, [String])]
    )
    func `a valid text has no errors`(format: NamedFormat, texts: [String]) {
        for text in texts { #expect(format.errors(in: text) == [], "\(text)") }
    }

    @Test(
        arguments: [
            (.uri, ["x"], #"parse "x": invalid URI for request"#),
            (.uuid, ["x", "123e4567--e89b12d3a456426614174000"], "does not match the UUID format"),
            (.byte, ["aGVsbG8", "", "a===", "YQ=a"], "invalid base64"),
            (.date, ["2020-13-01", "2020-1-1", "2020-02-30", "2020-01-01T"], "invalid date"),
            (
                .datetime,
                [
                    "2020-12-01", "2020-01-32T00:00:00Z", "2020-01-01T24:00:00Z",
                    "2020-01-01T00:00:00",
                ],
                "invalid datetime"
            ),
        ] as [(NamedFormat, [String], String)]
    )
    func `another text has an error`(format: NamedFormat, texts: [String], message: String) {
        for text in texts { #expect(format.errors(in: text) == [message], "\(text)") }
    }

    @Test func `names have the messages of the server`() {
        #expect(
            NamedFormat.dns1123Label.errors(in: String(repeating: "a", count: 64))
                == ["must be no more than 63 characters"]
        )
        #expect(
            NamedFormat.dns1035Label.errors(in: "1a") == [
                """
                a DNS-1035 label must consist of lower case alphanumeric characters or '-', start \
                with an alphabetic character, and end with an alphanumeric character (e.g. \
                'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')
                """
            ]
        )
        #expect(NamedFormat.qualifiedName.errors(in: "/a") == ["prefix part must be non-empty"])
        #expect(NamedFormat.qualifiedName.errors(in: "").first == "name part must be non-empty")
        #expect(NamedFormat.qualifiedName.errors(in: "").count == 2)
        #expect(NamedFormat.labelValue.errors(in: "-a").count == 1)
        #expect(NamedFormat.dns1123SubdomainPrefix.errors(in: "a.").count == 1)
    }
}
