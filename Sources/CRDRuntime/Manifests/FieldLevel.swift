package import CRDYAML

/// The fields of a type at one level: the keys of a struct, or the type of the elements of a list
/// or map.
///
/// It is created only when an error is reported, so that reading valid manifests does not pay for
/// it.
package final class FieldLevel: _FieldVisitor {
    /// The keys of a struct, in the order of the schema; empty for other values.
    package private(set) var keys: [String] = []
    private var children: [String: () -> FieldLevel] = [:]
    /// Levels that were requested before, because one level may have many errors.
    private var madeChildren: [String: FieldLevel] = [:]
    private var element: (() -> FieldLevel)?
    private lazy var madeElement = element?()
    private var isResource = false
    /// The naming style; types of the runtime have the names of both styles.
    private var naming: AttributeNaming
    /// The names of renamed fields by key.
    private var renamed: [String: String] = [:]

    /// Creates the level of a type.
    ///
    /// - Parameters:
    ///   - type: The type.
    ///   - naming: The naming style of the type around it.
    package init(of type: (some _FieldValue).Type, naming: AttributeNaming = .snakeCase) {
        self.naming = naming
        super.init()
        var value = type.init(_unread: _Unread())
        visit(&value)
    }

    /// Returns the level below a step; `nil` if the type does not define it.
    package func next(_ step: NodeStep) -> FieldLevel? {
        switch step {
        case .key(let key):
            if let child = madeChildren[key] { return child }
            guard let child = children[key]?() else { return madeElement }
            madeChildren[key] = child
            return child
        case .index:
            return madeElement
        }
    }

    /// Returns the Swift name of a field; `nil` if the type has no such field.
    package func name(of key: String) -> String? { names[key] }

    private lazy var names: [String: String] = {
        let constants = isResource ? ["apiVersion", "kind", "metadata"] : []
        let keys = self.keys.filter { !constants.contains($0) }
        let scope = AttributeName.Scope(naming, inResource: isResource)
        let names =
            zip(keys, scope.names(of: keys, renamed: renamed))
            + constants.map { ($0, naming == .camelCase ? $0 : AttributeName.usual($0)) }
        return Dictionary(names) { first, _ in first }
    }()

    // The visited value is a placeholder, and boxes in it are empty.
    override var assigns: Bool { true }

    private func add<Value: _FieldValue>(_ key: String, _ type: Value.Type) {
        keys.append(key)
        children[key] = { [naming = self.naming] in FieldLevel(of: type, naming: naming) }
    }

    override func visitRequired<Value: _FieldValue>(_ key: String, _ value: inout Value) {
        add(key, Value.self)
    }

    override func visitOptional<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        add(key, Value.self)
    }

    override func visitNullable<Value: _FieldValue>(
        _ key: String,
        _ value: inout Value?,
        _ nulls: inout Set<String>
    ) {
        add(key, Value.self)
    }

    override func visitRequiredNullable<Value: _FieldValue>(_ key: String, _ value: inout Value?) {
        add(key, Value.self)
    }

    override func visitUnknown(_ fields: inout JSONObject, besides known: [String]) {}

    override func visitNames(
        _ naming: AttributeNaming,
        _ renamed: () -> KeyValuePairs<String, String>
    ) {
        self.naming = naming
        for (key, name) in renamed() { self.renamed[key] = name }
    }

    override func visitConstants(_ definition: ResourceDefinition) {
        isResource = true
        add("apiVersion", String.self)
        add("kind", String.self)
    }

    override func visitLeaf<Value: _LeafValue>(_ value: inout Value) {}

    override func visitElements<Element: _FieldValue>(_ elements: inout [Element]) {
        element = { [naming = self.naming] in FieldLevel(of: Element.self, naming: naming) }
    }

    override func visitPairs<Value: _FieldValue>(_ pairs: inout [String: Value]) {
        element = { [naming = self.naming] in FieldLevel(of: Value.self, naming: naming) }
    }

    override func visitElement<Value: _FieldValue>(_ value: inout Value?) {
        var inner = Value(_unread: _Unread())
        visit(&inner)
    }
}

extension FieldLevel {
    /// Returns the suggestion that a message about an unknown field ends with; see
    /// ``NearestName/question(_:among:)``.
    package func question(about key: String) -> String {
        NearestName.question(key, among: keys)
    }
}
