/// Named formats of strings (k8s.io/apiserver v0.35, pkg/cel/library/format.go).
extension Function {
    static var formats: [Function] {
        NamedFormat.allCases.map { format in
            let name = "format.\(format.rawValue)"
            return Function(name, [.globalN(name, [], .format) { _ in .format(format) }])
        } + [
            Function(
                "format.named",
                cost: .one,
                [
                    .global("format-named", [.string], .optional(.format)) { name in
                        guard case .string(let name) = name else { return .noSuchOverload }
                        return .optional(NamedFormat(rawValue: name).map { .format($0) })
                    }
                ]
            ),
            Function(
                "validate",
                cost: .validate,
                [
                    .member(
                        "format-validate",
                        [.format, .string],
                        .optional(.list(.string))
                    ) { format, text in
                        guard case .format(let format) = format, case .string(let text) = text
                        else { return .noSuchOverload }
                        let errors = format.errors(in: text)
                        return .optional(errors.isEmpty ? nil : .list(errors.map { .string($0) }))
                    }
                ]
            ),
        ]
    }
}
