/// A shape of text that costs a careless reader far more than its length: time that grows with the
/// square of it, memory that doubles, a stack that is too small.
enum Hostile: CaseIterable {
    case openBrackets, openBraces, openDashes, openQuestions, openObjects, closedBrackets, indents
    case laughs, aliases, aliasedText, mergeChain, mergeList, mergedAgain, anchors
    case digits, exponent, hexadecimal, sexagesimal, underscores, fraction
    case longKey, longKeyInQuotes, longKeyInJSON, unknownKeys, nearKeys, sameKeys, twinKeys
    case mistakesFarDown, twinsFarDown, mistakesInList
    case escapes, escapesInJSON, foldedText, literalText, blankLines, tabs, comments
    case surrogates, base64
    case documents, lists, items, tags, directives, sharedSchemas

    /// A text of this shape.
    ///
    /// - Parameter size: About how many bytes.
    /// - Returns: Not only YAML: some of it is none.
    func text(_ size: Int) -> String {
        nesting(size) ?? references(size) ?? number(size) ?? keys(size) ?? scalars(size)
            ?? structure(size)
    }

    private func nesting(_ size: Int) -> String? {
        switch self {
        case .openBrackets: repeated("[", size)
        case .openBraces: repeated("{a: ", size)
        case .openDashes: repeated("- ", size)
        case .openQuestions: repeated("? ", size)
        case .openObjects: repeated(#"{"spec":"#, size)
        case .closedBrackets:
            Self.head + "spec: " + repeated("[", size / 2) + repeated("]", size / 2) + "\n"
        case .indents:
            (0..<squareRoot(of: 2 * size)).map { String(repeating: " ", count: $0) + "a:\n" }
                .joined()
        default: nil
        }
    }

    private func references(_ size: Int) -> String? {
        switch self {
        case .laughs:
            "x0: &x0 lol\n"
                + (1...max(1, size / 60)).map { level in
                    let inner = [String](repeating: "*x\(level - 1)", count: 8)
                    return "x\(level): &x\(level) [\(inner.joined(separator: ", "))]\n"
                }.joined()
        case .aliases: Self.head + "spec:\n- &x {a: 1}\n" + repeated("- *x\n", size)
        case .aliasedText:
            Self.head + "spec:\n- &x \(repeated("x", size / 2))\n" + repeated("- *x\n", size / 2)
        case .mergeChain:
            "- &x0 {a: 1}\n"
                + (1...max(1, size / 30)).map { "- &x\($0) {<<: *x\($0 - 1), k\($0): 1}\n" }
                .joined()
        case .mergeList: "- &x {a: 1}\n- <<: [" + repeated("*x, ", size) + "*x]\n"
        case .mergedAgain:
            "- &x {\((0..<size / 20).map { "k\($0): 1" }.joined(separator: ", "))}\n"
                + repeated("- {<<: *x, a: 1}\n", size / 2)
        case .anchors: (0..<size / 16).map { "- &x\($0) 1\n- *x\($0)\n" }.joined()
        default: nil
        }
    }

    private func number(_ size: Int) -> String? {
        let number: String
        switch self {
        case .digits: number = repeated("9", size)
        case .exponent: number = "1e" + repeated("9", size)
        case .hexadecimal: number = "0x" + repeated("F", size)
        case .sexagesimal: number = "1" + repeated(":59", size)
        case .underscores: number = "1" + repeated("_", size)
        case .fraction: number = "0." + repeated("0", size) + "1"
        default: return nil
        }
        return Self.head
            + "spec: {stoppingCondition: {maxRuntimeInSeconds: \(number)}, roleARN: \(number)}\n"
    }

    private func keys(_ size: Int) -> String? {
        let numbers = 0..<max(1, size / 24)
        switch self {
        case .longKey: return Self.head + repeated("k", size) + ": 1\n"
        case .longKeyInQuotes: return Self.head + "? \"" + repeated("k", size) + "\"\n: 1\n"
        case .longKeyInJSON: return #"{"\#(repeated("k", size))": 1}"#
        case .unknownKeys: return Self.head + numbers.map { "key\($0): 1\n" }.joined()
        case .nearKeys:
            let keys = numbers.map { "  trainingJobNam\($0): 1\n" }
            return Self.head + "spec:\n" + keys.joined()
        case .sameKeys: return Self.head + repeated("a: 1\n", size)
        case .twinKeys: return Self.head + repeated("é: 1\ne\u{301}: 1\n", size)
        case .mistakesFarDown:
            let open = String(repeating: "[", count: 400)
            let close = String(repeating: "]", count: 400)
            return Self.untypedHead + "spec: \(open)\(repeated("!!int x, ", size))\(close)\n"
        case .twinsFarDown:
            let open = String(repeating: "[", count: 400)
            let close = String(repeating: "]", count: 400)
            return Self.untypedHead
                + "spec: \(open)\(repeated("{a: 1, a: 1}, ", size))\(close)\n"
        case .mistakesInList:
            return Self.head + "spec:\n  inputDataConfig:\n" + repeated("  - {a: b}\n", size)
        default: return nil
        }
    }

    private func scalars(_ size: Int) -> String? {
        switch self {
        case .escapes: Self.head + "spec: \"\(repeated("\\n", size))\"\n"
        case .escapesInJSON: #"{"spec": "\#(repeated("\\u00e9\\n", size))"}"#
        case .foldedText: Self.head + "spec: >-\n" + repeated("  a b\n\n   c\n", size)
        case .literalText: Self.head + "spec: |+2\n" + repeated("    \n  x\t\n", size)
        case .blankLines: Self.head + repeated(" \n\r\n", size) + "spec: 1\n"
        case .tabs: Self.head + "spec: \(repeated("\t", size))x\n"
        case .comments: repeated("# é\n", size) + Self.head
        case .surrogates: #"{"spec": "\#(repeated(#"\ud800"#, size))"}"#
        case .base64: Self.head + "spec: !!binary |\n" + repeated("  aGVsbG8=\n", size)
        default: nil
        }
    }

    private func structure(_ size: Int) -> String {
        switch self {
        case .documents: repeated("---\n" + Self.head, size)
        case .lists: repeated(#"{"apiVersion":"v1","kind":"List","items":["#, size)
        case .items:
            "apiVersion: v1\nkind: List\nitems:\n"
                + repeated("- {apiVersion: v1, kind: A, metadata: {name: -}}\n", size)
        case .tags: Self.head + "spec:\n" + repeated("- !<tag:example.com,2026:x> a\n", size)
        case .sharedSchemas: Self.crd(levels: 4)
        default: (0..<size / 24).map { "%TAG !x\($0)! tag:a\n" }.joined() + "---\n" + Self.head
        }
    }

    /// What lets the typed reader go on to what follows.
    private static let head = """
        apiVersion: sagemaker.services.k8s.aws/v1alpha1
        kind: TrainingJob
        metadata: {name: a}

        """

    /// A CRD whose schema has ten times as many attributes at each level, by aliases.
    private static func crd(levels: Int) -> String {
        let schemas = (1...levels).map { level in
            let names = (0..<10).map { "a\($0): *x\(level - 1)" }.joined(separator: ", ")
            return "  - &x\(level) {type: object, properties: {\(names)}}\n"
        }
        return """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: as.example.com}
            anchors:
              - &x0 {type: string}
            \(schemas.joined())spec:
              group: example.com
              scope: Namespaced
              names: {kind: A, listKind: AList, plural: as, singular: a}
              versions:
              - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: *x\(levels)}}
            """
    }

    private static let untypedHead = "apiVersion: v1\nkind: A\nmetadata: {name: a}\n"

    /// A text repeated to about a number of bytes, but not left out.
    private func repeated(_ text: String, _ size: Int) -> String {
        String(repeating: text, count: max(1, size / text.utf8.count))
    }

    private func squareRoot(of number: Int) -> Int { Int(Double(number).squareRoot()) }
}
