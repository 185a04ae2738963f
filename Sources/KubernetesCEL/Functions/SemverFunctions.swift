/// Functions on semantic versions (k8s.io/apiserver v0.35, pkg/cel/library/semverlib.go, version 1).
extension Function {
    static var semanticVersions: [Function] {
        [
            Function(
                "semver",
                cost: .parse,
                [
                    .global("string_to_semver", [.string], .semver) { version($0, .bool(false)) },
                    .global("string_bool_to_semver", [.string, .bool], .semver, version),
                ]
            ),
            Function(
                "isSemver",
                cost: .parse,
                [
                    .global("is_semver_string", [.string], .bool) {
                        .bool(!version($0, .bool(false)).isError)
                    },
                    .global("is_semver_string_bool", [.string, .bool], .bool) {
                        .bool(!version($0, $1).isError)
                    },
                ]
            ),
            number("major", "semver_major") { $0.major },
            number("minor", "semver_minor") { $0.minor },
            number("patch", "semver_patch") { $0.patch },
            comparison("compareTo", "semver_compare_to", .int) { .int($0) },
            comparison("isGreaterThan", "semver_is_greater_than", .bool) { .bool($0 > 0) },
            comparison("isLessThan", "semver_is_less_than", .bool) { .bool($0 < 0) },
        ]
    }

    private static func version(_ text: Value, _ isNormalized: Value) -> Value {
        guard case .string(let text) = text, case .bool(let isNormalized) = isNormalized else {
            return .noSuchOverload
        }
        do throws(SemanticVersion.Failure) {
            return .semver(try SemanticVersion(text, isNormalized: isNormalized))
        } catch {
            return .error(error.message)
        }
    }

    private static func number(
        _ name: String,
        _ id: String,
        _ number: @escaping @Sendable (SemanticVersion) -> UInt64
    ) -> Function {
        Function(
            name,
            cost: .one,
            [
                .member(id, [.semver], .int) { version in
                    guard case .semver(let version) = version else { return .noSuchOverload }
                    // As in the server, the largest numbers become negative.
                    return .int(Int64(truncatingIfNeeded: number(version)))
                }
            ]
        )
    }

    private static func comparison(
        _ name: String,
        _ id: String,
        _ result: Signature,
        _ value: @escaping @Sendable (Int64) -> Value
    ) -> Function {
        Function(
            name,
            cost: .one,
            [
                .member(id, [.semver, .semver], result) { first, second in
                    guard case .semver(let first) = first, case .semver(let second) = second else {
                        return .noSuchOverload
                    }
                    return value(first.compared(to: second))
                }
            ]
        )
    }
}
