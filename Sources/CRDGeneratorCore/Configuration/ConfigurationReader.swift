import CRDLibYAML
import CRDValues
import CRDYAML

/// Reads `crdgen.yaml`.
struct ConfigurationReader {
    /// The configuration read so far.
    var configuration = Configuration()
    /// The errors, with their source locations.
    var diagnostics: [Diagnostic] = []

    /// The keys of the file.
    enum Key: String, CaseIterable {
        case groups, include, exclude, access, naming, status, imports, conformances, types, shapes
        case renames, mergeTypes, shareTypes, wellKnownTypes, docs, changeLevels
        case allowUnused
    }

    /// The keys under `allowUnused`.
    private var keysWithUnused: [Configuration.EntryKey] = []

    init(file: String) {
        configuration.file = file
    }

    /// Reads the file.
    mutating func read(_ input: Generator.Input) {
        let documents: [Node]
        do throws(Diagnostic) {
            documents = try Node.parse(input.bytes, file: input.path)
        } catch {
            diagnostics.append(error)
            return
        }
        if documents.count > 1 { error(documents[1], "found a second document, expected one") }
        guard let root = documents.first, !root.isNull else { return }
        guard root.kind == .mapping else {
            return error(root, "found \(root.found), expected a mapping")
        }
        for pair in root.pairs {
            if let key = key(pair, Key.self) { read(key, pair.value) }
        }
        configuration.entries.removeAll { keysWithUnused.contains($0.key) }
        warnOfUselessImports(root)
    }

    private mutating func read(_ key: Key, _ node: Node) {
        switch key {
        case .groups: readGroups(node)
        case .include: configuration.selection.included = selection(node, .include)
        case .exclude: configuration.selection.excluded = selection(node, .exclude)
        case .access: choose(\.access, node, key)
        case .naming: choose(\.naming, node, key)
        case .status: decide(\.hasStatus, node, key)
        case .imports: configuration.imports = names(node, key.rawValue, "a module")
        case .conformances: readConformances(node)
        case .types: readTypes(node)
        case .shapes: readShapes(node)
        case .renames: readRenames(node)
        case .mergeTypes: decide(\.mergesTypes, node, key)
        case .shareTypes: decide(\.sharesTypes, node, key)
        case .wellKnownTypes: decide(\.usesWellKnownTypes, node, key)
        case .docs: choose(\.docs, node, key)
        case .changeLevels:
            let expectation = "a mapping from rules of changes to levels"
            let pairs = pairs(node, key.rawValue, expectation)
            configuration.changeLevels = pairs.map(Configuration.ChangeLevel.init)
        case .allowUnused: readKeysWithUnused(node)
        }
    }

    private mutating func readGroups(_ node: Node) {
        for pair in pairs(node, "groups", "a mapping from groups to names") {
            let subject = "group '\(pair.key.excerpt)'"
            guard let name = typeName(pair.value, of: subject) else { continue }
            configuration.groups[pair.key] = name
            configuration.groupPositions[pair.key] = pair.keyNode.position
            expect("the \(subject)", at: pair.keyNode, under: .groups)
        }
    }

    private mutating func readKeysWithUnused(_ node: Node) {
        let keys = Self.alternatives(Configuration.EntryKey.allCases.map(\.rawValue))
        for item in items(node, Key.allowUnused.rawValue, "a list of keys") {
            if let key = item.plainString.flatMap(Configuration.EntryKey.init) {
                keysWithUnused.append(key)
            } else {
                error(item, "an item of 'allowUnused' is \(item.found), expected \(keys)")
            }
        }
    }

    private mutating func warnOfUselessImports(_ root: Node) {
        guard !configuration.imports.isEmpty, configuration.takenTypeNames.isEmpty else { return }
        guard let pair = root.pairs.first(where: { $0.key == Key.imports.rawValue }) else { return }
        let message =
            "'imports' has no effect without 'conformances', 'types', or 'shapes' that need it"
        diagnostics.append(pair.keyNode.diagnostic(.warning, message))
    }
}

// MARK: - Values

extension ConfigurationReader {
    /// Returns the key of a pair; reports an error if it is unknown.
    mutating func key<Key: CaseIterable & RawRepresentable<String>>(
        _ pair: Node.Pair,
        _ type: Key.Type
    ) -> Key? {
        if let key = Key(rawValue: pair.key) { return key }
        reportUnknownKey(pair, expected: Key.allCases.map(\.rawValue))
        return nil
    }

    private mutating func reportUnknownKey(_ pair: Node.Pair, expected keys: [String]) {
        let nearest = NearestName.to(pair.key, among: keys)
        let rest = nearest.map { "did you mean '\($0)'?" } ?? "expected \(Self.alternatives(keys))"
        error(pair.keyNode, "unknown key '\(pair.key.excerpt)', \(rest)")
    }

    /// Returns the pairs of a mapping; reports an error for other values except `null`.
    mutating func pairs(_ node: Node, _ key: String, _ expectation: String) -> [Node.Pair] {
        if node.isNull { return [] }
        if node.kind == .mapping { return Array(node.pairs) }
        error(node, "'\(key)' is \(node.found), expected \(expectation)")
        return []
    }

    /// Returns the items of a list; reports an error for other values except `null`.
    mutating func items(_ node: Node, _ key: String, _ expectation: String) -> [Node] {
        if node.isNull { return [] }
        if node.kind == .sequence { return Array(node.items) }
        error(node, "'\(key)' is \(node.found), expected \(expectation)")
        return []
    }

    /// Returns the names in a list, without duplicates; reports an error for other items.
    mutating func names(_ node: Node, _ key: String, _ expectation: String) -> [String] {
        var names: [String] = []
        for item in items(node, key, "a list") {
            guard let name = item.plainString, ExternalType.isName(name) else {
                error(
                    item,
                    "an item of '\(key)' is \(item.found), expected the name of \(expectation)"
                )
                continue
            }
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// Returns the name of a type; reports an error for other values, and for a name that has
    /// another meaning.
    mutating func typeName(_ node: Node, of subject: String) -> String? {
        guard let name = node.plainString, SwiftName.isTypeName(name) else {
            let isTaken = node.plainString.map(SwiftName.isTaken) ?? false
            let rest =
                isTaken
                ? "which is taken by Swift, Foundation, or CRDRuntime; choose another name"
                : "expected the name of a Swift type"
            error(node, "the name of \(subject) is \(node.found), \(rest)")
            return nil
        }
        return name
    }

    private mutating func decide(
        _ option: WritableKeyPath<Configuration, Bool>,
        _ node: Node,
        _ key: Key
    ) {
        guard node.kind == .scalar, case .boolean(let value) = try? node.resolved() else {
            return error(node, "'\(key.rawValue)' is \(node.found), expected a Boolean")
        }
        configuration[keyPath: option] = value
    }

    private mutating func choose<Value: CaseIterable & RawRepresentable<String>>(
        _ option: WritableKeyPath<Configuration, Value>,
        _ node: Node,
        _ key: Key
    ) {
        guard let value = node.plainString.flatMap(Value.init) else {
            let words = Self.alternatives(Value.allCases.map(\.rawValue))
            return error(node, "'\(key.rawValue)' is \(node.found), expected \(words)")
        }
        configuration[keyPath: option] = value
    }

    /// Returns alternatives in the form `'a', 'b' or 'c'`.
    static func alternatives(_ words: [String]) -> String {
        let quoted = words.map { "'\($0)'" }
        guard quoted.count > 1, let last = quoted.last else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " or " + last
    }
}

// MARK: - Messages

// Not inlined, because there are many calls.
extension ConfigurationReader {
    /// Records an entry that has an effect only if CRDs have its subject.
    @inline(never)
    mutating func expect(
        _ subject: String,
        at node: Node,
        under key: Configuration.EntryKey
    ) {
        configuration.entries.append(
            Configuration.Entry(key: key, position: node.position, subject: subject)
        )
    }

    @inline(never)
    mutating func error(_ node: Node, _ message: String) {
        diagnostics.append(node.diagnostic(.error, message))
    }
}
