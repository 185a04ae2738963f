import Testing

@testable import KubernetesCEL

struct SemanticVersionTests {
    @Test(
        arguments: [
            ("1.2.3", "1.2.3"), ("1.2.3-alpha.1+build.01", "1.2.3-alpha.1+build.01"),
            ("1.2.3+b-c", "1.2.3+b-c"), ("0.0.0-0", "0.0.0-0"), ("1.2.3-a-b", "1.2.3-a-b"),
        ]
    )
    func `a version is read and written`(text: String, written: String) throws {
        #expect(try SemanticVersion(text).description == written)
    }

    @Test(
        arguments: [
            ("v1.2.3", "1.2.3"), ("01.02.03", "1.2.3"), ("1", "1.0.0"), ("v01.01", "1.1.0"),
            ("1.2.03-a", "1.2.3-a"), ("00.0.000", "0.0.0"),
        ]
    )
    func `a version is normalized`(text: String, written: String) throws {
        #expect(try SemanticVersion(text, isNormalized: true).description == written)
    }

    @Test(
        arguments: [
            ("", false, "Version string empty"),
            ("1.2", false, "No Major.Minor.Patch elements found"),
            ("v1.2.3", false, #"Invalid character(s) found in major number "v1""#),
            ("01.02.03", false, #"Major number must not contain leading zeroes "01""#),
            ("1.02.3", false, #"Minor number must not contain leading zeroes "02""#),
            ("1.2.03", false, #"Patch number must not contain leading zeroes "03""#),
            ("1.2.3.4", false, #"Invalid character(s) found in patch number "3.4""#),
            ("1.x.3", false, #"Invalid character(s) found in minor number "x""#),
            (
                "1.2.3-01", false,
                #"Numeric PreRelease version must not contain leading zeroes "01""#
            ),
            ("1.2.3-a_b", false, #"Invalid character(s) found in prerelease "a_b""#),
            ("1.2.3-", false, "Prerelease is empty"), ("1.2.3+", false, "Build meta data is empty"),
            ("1.2.3+a_b", false, #"Invalid character(s) found in build meta data "a_b""#),
            ("1.2-alpha", true, "short version cannot contain PreRelease/Build meta data"),
            ("", true, #"strconv.ParseUint: parsing "": invalid syntax"#),
            ("vv1", true, #"Invalid character(s) found in major number "0v1""#),
            (
                "18446744073709551616.0.0", false,
                #"strconv.ParseUint: parsing "18446744073709551616": value out of range"#
            ),
        ] as [(String, Bool, String)]
    )
    func `other texts are not versions`(text: String, isNormalized: Bool, message: String) {
        #expect(throws: SemanticVersion.Failure(message: message)) {
            try SemanticVersion(text, isNormalized: isNormalized)
        }
    }

    @Test func `versions are ordered`() throws {
        let ordered = try [
            "1.0.0-1", "1.0.0-2", "1.0.0-11", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta",
            "1.0.0-beta", "1.0.0", "1.0.1", "1.1.0", "2.0.0", "10.0.0",
        ].map { try SemanticVersion($0) }
        for (position, version) in ordered.enumerated() {
            for (other, right) in ordered.enumerated() {
                #expect(version.compared(to: right) == Int64((position - other).signum()))
            }
        }
        #expect(try SemanticVersion("1.0.0+a") == SemanticVersion("1.0.0+b"))
    }
}
