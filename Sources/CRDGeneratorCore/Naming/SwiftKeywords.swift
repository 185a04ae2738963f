/// Names that have a meaning in Swift, in its standard library, or in the runtime.
enum SwiftKeywords {
    /// Keywords that cannot be the name of a property or parameter without back-ticks.
    ///
    /// From "Lexical Structure" of The Swift Programming Language (6.2): those used in
    /// declarations, statements, expressions and types, and those that begin with `#`-less
    /// literals.
    static let reserved: Set<String> = [
        "associatedtype", "borrowing", "class", "consuming", "deinit", "enum", "extension",
        "fileprivate", "func", "import", "init", "inout", "internal", "let", "nonisolated",
        "open", "operator", "precedencegroup", "private", "protocol", "public", "rethrows",
        "static", "struct", "subscript", "typealias", "var",
        "break", "case", "catch", "continue", "default", "defer", "do", "else", "fallthrough",
        "for", "guard", "if", "in", "repeat", "return", "switch", "throw", "where", "while",
        "Any", "as", "await", "false", "is", "nil", "self", "Self", "super", "throws", "true",
        "try", "async", "package", "macro", "actor", "any", "some", "unsafe",
    ]

    /// The length of the longest reserved word.
    static let longestReserved = reserved.reduce(0) { max($0, $1.utf8.count) }

    /// Names that generated code uses, so that kinds, versions, and groups must not have them.
    static let usedTypeNames: Set<String> = Set([
        "Any", "AnyObject", "Bool", "CRDRuntime", "Double", "Int", "Int32", "Optional", "Protocol",
        "Self", "Set", "String", "Swift", "Type",
    ]).union(RuntimeTypeName.allCases.filter { !$0.isCommon }.map(\.rawValue))

    /// The public types of the runtime's modules, which a short name at the top level of a module
    /// would hide from the code there.
    ///
    /// Types that begin with an underscore are left out, as short names don't.
    static let runtimeTypeNames: Set<String> = [
        "AttributeNaming", "Base64Data", "Condition", "DateTime", "Diagnostic", "EmbeddedResource",
        "FieldDifference", "FieldDifferences", "FieldPath", "FieldStruct", "FieldValidation",
        "IntOrString", "InvalidResource", "JSONNumber", "JSONObject", "JSONPointer", "JSONValue",
        "KubernetesObject", "LabelSelector", "LeafValue", "ManifestChecks", "ManifestError",
        "ManifestList", "ManifestNode", "ManifestPath", "ManifestReader", "ManifestStream",
        "ManifestWriter", "ObjectMeta", "OpenEnumeration", "OwnerReference", "PrinterCell",
        "Resource", "ResourceDefinition", "ResourceValidator", "ScalarValue", "Schema",
        "ServerResponse", "SourceLocation", "StatusCondition", "UncheckedConstraint",
        "UntypedResource", "Violation",
    ]

    /// Names that a nested type must not have, since it would hide another type in its scope.
    ///
    /// They are types of the standard library and Foundation that are common in extensions of
    /// resources, and words that Swift does not allow as the name of a nested type. Types of the
    /// runtime are not included: generated code qualifies them with their module if necessary.
    static let takenTypeNames: Set<String> = [
        "Type", "Protocol", "Self", "Any", "AnyObject",
        "Array", "ArraySlice", "Bool", "Character", "Codable", "Collection", "Comparable",
        "CustomStringConvertible", "Decodable", "Decoder", "Dictionary", "Double", "Encodable",
        "Encoder", "Equatable", "Error", "Float", "Hashable", "Hasher", "ID", "Identifiable",
        "Int", "Int8", "Int16", "Int32", "Int64", "Iterator", "Never", "Optional", "Range",
        "RawValue",
        "Result", "Sendable", "Sequence", "Set", "StaticString", "String", "Substring", "Task",
        "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Void",
        "Calendar", "Data", "Date", "Decimal", "Duration", "Locale", "Notification", "Process",
        "Thread", "TimeZone", "Timer", "URL", "UUID",
        "CRDRuntime", "Swift",
    ]

    /// The modules that programs import together with generated code.
    ///
    /// A type of the same name at the top level hides the module, so that `Foundation.Data` is not
    /// found.
    static let moduleNames: Set<String> = [
        "CRDConventions", "CRDEditing", "CRDFoundation", "CRDJSON", "CRDManifests", "CRDRuntime",
        "CRDValidation", "Dispatch", "Foundation",
        "FoundationEssentials", "Observation", "Swift", "Synchronization", "Testing", "XCTest",
    ]
}
