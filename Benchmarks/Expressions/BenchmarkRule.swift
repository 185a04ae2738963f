import KubernetesCEL

/// A rule with the value that it is evaluated for.
struct BenchmarkRule {
    let text: String
    let variables: Variables
    private let declared: [Environment.Variable]

    func program() throws -> Program {
        try Environment(variables: declared).compile(text).program()
    }

    private init(_ text: String, list: [Value], of kind: DeclaredType.Kind) {
        self.text = text
        variables = Variables(.list(list))
        declared = [.init("l", DeclaredType(.list(DeclaredType(kind))))]
    }

    private init(_ text: String) {
        self.text = text
        variables = Variables(Self.object, Self.object)
        declared = [.init("self", Self.type), .init("oldSelf", Self.type)]
    }

    /// Loops over 2,000 elements, as 'peers.py' has them.
    static var loops: [BenchmarkRule] {
        let numbers = (1...2000).map { Value.int($0) }
        let names = (0..<2000).map { Value.string("name-\($0)") }
        return [
            .init("l.all(x, x > 0 && x < 100000)", list: numbers, of: .int),
            .init("l.exists(x, x == -1)", list: numbers, of: .int),
            .init(
                "l.all(x, x.startsWith('name-') && x.size() < 63)",
                list: names,
                of: .string
            ),
            .init(
                "l.all(x, x.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?$'))",
                list: names,
                of: .string
            ),
            .init("l.filter(x, x % 3 == 0).size() > 0", list: numbers, of: .int),
            .init("l.map(x, x + 1).size() > 0", list: numbers, of: .int),
        ]
    }

    /// Representative rules; the first ones only compare, test presence, and combine.
    static var rules: [BenchmarkRule] {
        [
            "self.min <= self.max", "self.min > 0 && self.max < 100",
            "!has(self.name) || self.name == 'web'", "has(self.missing) || self.min == 1",
            "self.name != oldSelf.name || self.min == oldSelf.min",
            "self.enabled ? self.min > 0 : self.max == 0",
            "self.name in ['api', 'web', 'worker']", "self.name.startsWith('w')",
            "self.name.size() < 63", "self.tags.size() <= 10", "self.tags == oldSelf.tags",
            "self == oldSelf", "self.tags.all(t, t.size() < 20)",
            "self.tags.exists(t, t == 'b')", "self.tags.all(a, self.tags.exists_one(b, a == b))",
            "self.name.matches('^[a-z]([-a-z0-9]*[a-z0-9])?$')", "'a' in self.labels",
            "self.labels.all(k, self.labels[k] != '')",
            "quantity(self.memory).isLessThan(quantity('2Gi'))",
            "self.name.lowerAscii() == self.name", "duration(self.timeout) > duration('1s')",
        ].map { BenchmarkRule($0) }
    }

    private static let type: DeclaredType = {
        let text = DeclaredType(.string)
        let number = DeclaredType(.int)
        let types: [(String, DeclaredType)] = [
            ("min", number), ("max", number), ("name", text), ("missing", text),
            ("enabled", DeclaredType(.bool)), ("tags", DeclaredType(.list(text))),
            ("labels", DeclaredType(.map(key: text, value: text))), ("memory", text),
            ("timeout", text),
        ]
        let fields = types.map { ObjectType.Field(name: $0.0, property: $0.0, type: $0.1) }
        return DeclaredType(.object(ObjectType(name: "Example", fields: fields)))
    }()

    private static let object: Value = {
        var labels = MapEntries()
        labels.set(.string("a"), .string("1"))
        labels.set(.string("b"), .string("2"))
        var entries = MapEntries()
        entries.set(.string("min"), .int(1))
        entries.set(.string("max"), .int(10))
        entries.set(.string("name"), .string("web"))
        entries.set(.string("enabled"), .bool(true))
        entries.set(.string("tags"), .list(["a", "b", "c"].map { .string($0) }))
        entries.set(.string("labels"), .map(.literal(labels)))
        entries.set(.string("memory"), .string("512Mi"))
        entries.set(.string("timeout"), .string("30s"))
        return .map(.literal(entries))
    }()
}
