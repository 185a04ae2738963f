/// Functions on URLs (k8s.io/apiserver v0.35, pkg/cel/library/urls.go).
extension Function {
    static var urls: [Function] {
        [
            Function(
                "url",
                cost: .url,
                [
                    .global("string_to_url", [.string], .url) { text in
                        guard case .string(let text) = text else { return .noSuchOverload }
                        do throws(URLReference.Failure) {
                            return .url(try URLReference(text))
                        } catch {
                            return .error(
                                "URL parse error during conversion from string: \(error.message)"
                            )
                        }
                    }
                ]
            ),
            Function(
                "isURL",
                [
                    .global("is_url_string", [.string], .bool) { text in
                        guard case .string(let text) = text else { return .noSuchOverload }
                        return .bool((try? URLReference.request(text)) != nil)
                    }
                ]
            ),
        ] + addressParts
    }

    private static var addressParts: [Function] {
        [
            part("getEscapedPath", "url_get_escaped_path") { .string($0.escapedPath) },
            part("getHost", "url_get_host") { .string($0.host) },
            part("getHostname", "url_get_hostname") { .string($0.hostname) },
            part("getPort", "url_get_port") { .string($0.port) },
            part("getQuery", "url_get_query", .map(.string, .list(.string))) { url in
                .map(
                    url.queryValues.map { pair in
                        (.string(pair.key), .list(pair.values.map { .string($0) }))
                    }
                )
            },
            part("getScheme", "url_get_scheme") { .string($0.scheme) },
        ]
    }

    private static func part(
        _ name: String,
        _ id: String,
        _ result: Signature = .string,
        _ value: @escaping @Sendable (URLReference) -> Value
    ) -> Function {
        Function(
            name,
            cost: .one,
            [
                .member(id, [.url], result) { url in
                    guard case .url(let url) = url else { return .noSuchOverload }
                    return value(url)
                }
            ]
        )
    }
}
