import TestSupport
import Testing

/// The rules for the conversion between versions.
@Suite struct ConversionValidityTests {
    private static let label =
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an "
        + "alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or "
        + "'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"

    @Test(
        arguments: [
            ("{strategy: None}", []),
            ("{}", ["spec.conversion.strategy: Required value"]),
            (
                "{strategy: Nope}",
                [
                    #"spec.conversion.strategy: Unsupported value: "Nope": supported values: "None", "#
                        + #""Webhook""#
                ]
            ),
            (
                "{strategy: Webhook}",
                [
                    "spec.conversion.conversionReviewVersions: Required value",
                    "spec.conversion.webhookClientConfig: Required value: required when strategy is "
                        + "set to Webhook",
                ]
            ),
            (
                """
                {strategy: None, webhook: {clientConfig: {url: a}, conversionReviewVersions: [v1]}}
                """,
                [
                    "spec.conversion.conversionReviewVersions: Forbidden: should not be set when "
                        + "strategy is not set to Webhook",
                    "spec.conversion.webhookClientConfig: Forbidden: should not be set when "
                        + "strategy is not set to Webhook",
                ]
            ),
            (
                """
                {strategy: Webhook, webhook: {clientConfig: {}, conversionReviewVersions: [v2, v2, A]}}
                """,
                [
                    #"spec.conversion.conversionReviewVersions: Invalid value: ["v2","v2","A"]: "#
                        + "must include at least one of v1, v1beta1",
                    #"spec.conversion.conversionReviewVersions[1]: Invalid value: "v2": duplicate "#
                        + "version",
                    #"spec.conversion.conversionReviewVersions[2]: Invalid value: "A": \#(label)"#,
                    "spec.conversion.webhookClientConfig: Required value: exactly one of url or "
                        + "service is required",
                ]
            ),
            (
                """
                {strategy: Webhook, webhook: {clientConfig: {url: "http://u@h/p?q#f"},
                  conversionReviewVersions: [v1]}}
                """,
                [
                    #"spec.conversion.webhookClientConfig.url: Invalid value: "f": fragments are "#
                        + "not permitted in the URL",
                    #"spec.conversion.webhookClientConfig.url: Invalid value: "http": 'https' is "#
                        + "the only allowed URL scheme; desired format: https://host[/path]",
                    #"spec.conversion.webhookClientConfig.url: Invalid value: "q": query "#
                        + "parameters are not permitted in the URL",
                    #"spec.conversion.webhookClientConfig.url: Invalid value: "u": user "#
                        + "information is not permitted in the URL",
                ]
            ),
            (
                """
                {strategy: Webhook, webhook: {clientConfig: {url: "https://h:x"},
                  conversionReviewVersions: [v1]}}
                """,
                [
                    "spec.conversion.webhookClientConfig.url: Required value: url must be a valid "
                        + #"URL: parse "https://h:x": invalid port ":x" after host; desired "#
                        + "format: https://host[/path]"
                ]
            ),
            (
                """
                {strategy: Webhook, webhook: {conversionReviewVersions: [v1], clientConfig: {
                  service: {name: a, port: 0, path: a//B/}}}}
                """,
                Self.serviceFaults
            ),
        ] as [(String, [String])]
    )
    func `the conversion is checked`(conversion: String, faults: [String]) throws {
        let text = "  scope: Namespaced\n  conversion: \(conversion)\n"
        #expect(try ValidityText.faults("  scope: Namespaced\n", text) == faults)
    }

    private static let serviceFaults = [
        #"spec.conversion.webhookClientConfig.service.name: Required value: service name is "#
            + "required",
        #"spec.conversion.webhookClientConfig.service.path: Invalid value: "a//B/": must start "#
            + "with a '/'",
        #"spec.conversion.webhookClientConfig.service.path: Invalid value: "a//B/": segment[0] "#
            + "may not be empty",
        #"spec.conversion.webhookClientConfig.service.path: Invalid value: "a//B/": segment[1] "#
            + "may not be empty",
        #"spec.conversion.webhookClientConfig.service.path: Invalid value: "a//B/": segment[2]: "#
            + "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, "
            + "'-' or '.', and must start and end with an alphanumeric character (e.g. "
            + "'example.com', regex used for validation is "
            + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
        "spec.conversion.webhookClientConfig.service.port: Invalid value: 0: port is not valid: "
            + "must be between 1 and 65535, inclusive",
    ]
}
