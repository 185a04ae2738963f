/// The number of a type.
///
/// Equal types have equal numbers in one table.
struct TypeID: Hashable, Sendable {
    let rawValue: Int32

    init(_ rawValue: Int32) { self.rawValue = rawValue }

    static let none = TypeID(-1)
    static let error = TypeID(0)
    static let dyn = TypeID(1)
    static let null = TypeID(2)
    static let bool = TypeID(3)
    static let int = TypeID(4)
    static let uint = TypeID(5)
    static let double = TypeID(6)
    static let string = TypeID(7)
    static let bytes = TypeID(8)
    static let timestamp = TypeID(9)
    static let duration = TypeID(10)
    static let type = TypeID(11)

    /// Whether the type is one of those without parameters.
    var isBasic: Bool { rawValue <= TypeID.type.rawValue }
}

/// The form of a type.
enum TypeForm: Hashable, Sendable {
    case basic(Int32)
    case list(TypeID)
    case map(TypeID, TypeID)
    case optional(TypeID)
    case typeOf(TypeID)
    case opaque(Int32)
    case object(Int32)
    /// A type variable of the checker.
    case variable(Int32)
    /// A type parameter of an overload.
    case parameter(Int32)
}

/// Gives each type a number.
struct TypeTable: Sendable {
    private(set) var forms: [TypeForm] = []
    private var hasVariable: [Bool] = []
    private var slots: [Int32] = Array(repeating: -1, count: 512)
    private(set) var opaqueNames: [String] = []
    private(set) var objects: [ObjectType] = []

    /// A table of the types without parameters.
    init() {
        for number in 0...TypeID.type.rawValue { _ = intern(.basic(number)) }
    }

    subscript(type: TypeID) -> TypeForm { forms[Int(type.rawValue)] }

    /// Returns whether a type contains type variables or parameters.
    func hasVariables(_ type: TypeID) -> Bool { hasVariable[Int(type.rawValue)] }

    /// Returns whether a type is that of objects that can be used as values of any type.
    func isAnyValue(_ type: TypeID) -> Bool {
        guard !type.isBasic, case .object(let number) = self[type] else { return false }
        return objects[Int(number)].isAnyValue
    }

    /// Returns the number of a type.
    mutating func intern(_ form: TypeForm) -> TypeID {
        let mask = slots.count - 1
        var slot = Self.hash(form) & mask
        while slots[slot] >= 0 {
            if forms[Int(slots[slot])] == form { return TypeID(slots[slot]) }
            slot = (slot + 1) & mask
        }
        let number = Int32(forms.count)
        slots[slot] = number
        forms.append(form)
        hasVariable.append(contains(form))
        if forms.count * 2 > slots.count { grow() }
        return TypeID(number)
    }

    mutating func list(_ element: TypeID) -> TypeID { intern(.list(element)) }
    mutating func map(_ key: TypeID, _ value: TypeID) -> TypeID { intern(.map(key, value)) }
    mutating func optional(_ type: TypeID) -> TypeID { intern(.optional(type)) }

    private func contains(_ form: TypeForm) -> Bool {
        switch form {
        case .basic, .opaque, .object: false
        case .list(let type), .optional(let type), .typeOf(let type): hasVariables(type)
        case .map(let key, let value): hasVariables(key) || hasVariables(value)
        case .variable, .parameter: true
        }
    }

    private static func hash(_ form: TypeForm) -> Int {
        let (kind, first, second): (UInt32, Int32, Int32) =
            switch form {
            case .basic(let number): (0, number, 0)
            case .list(let type): (1, type.rawValue, 0)
            case .map(let key, let value): (2, key.rawValue, value.rawValue)
            case .optional(let type): (3, type.rawValue, 0)
            case .typeOf(let type): (4, type.rawValue, 0)
            case .opaque(let number): (5, number, 0)
            case .object(let number): (6, number, 0)
            case .variable(let number): (7, number, 0)
            case .parameter(let number): (8, number, 0)
            }
        var hash = kind &* 0x9E37_79B1
        hash = (hash ^ UInt32(bitPattern: first)) &* 0x85EB_CA6B
        hash = (hash ^ UInt32(bitPattern: second)) &* 0xC2B2_AE35
        return Int(hash ^ hash >> 16)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        let mask = slots.count - 1
        for number in forms.indices {
            var slot = Self.hash(forms[number]) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(number)
        }
    }

    // MARK: Declarations

    /// Returns the number of a declared type.
    ///
    /// Fields of objects are not visited.
    mutating func intern(_ type: DeclaredType) -> TypeID {
        switch type.kind {
        case .dyn: return .dyn
        case .null: return .null
        case .bool: return .bool
        case .int: return .int
        case .uint: return .uint
        case .double: return .double
        case .string: return .string
        case .bytes: return .bytes
        case .timestamp: return .timestamp
        case .duration: return .duration
        case .list(let element): return list(intern(element))
        case .map(let key, let value): return map(intern(key), intern(value))
        case .optional(let wrapped): return optional(intern(wrapped))
        case .type(let instance): return intern(.typeOf(intern(instance)))
        case .object(let object): return intern(object)
        case .opaque(let name): return opaque(name)
        }
    }

    /// Returns the declaration of a variable that has the type; other types than scalars, lists,
    /// and maps are dynamic (k8s.io/apiserver v0.35, pkg/admission/plugin/cel,
    /// `convertCelTypeToDeclType`).
    func declaration(_ type: TypeID) -> DeclaredType {
        switch self[type] {
        case .list(let element): return DeclaredType(.list(declaration(element)))
        case .map(let key, let value):
            return DeclaredType(.map(key: declaration(key), value: declaration(value)))
        case .basic, .optional, .typeOf, .opaque, .object, .variable, .parameter: break
        }
        switch type {
        case .null: return DeclaredType(.null)
        case .bool: return DeclaredType(.bool)
        case .int: return DeclaredType(.int)
        case .uint: return DeclaredType(.uint)
        case .double: return DeclaredType(.double)
        case .string: return DeclaredType(.string)
        case .bytes: return DeclaredType(.bytes)
        case .timestamp: return DeclaredType(.timestamp)
        case .duration: return DeclaredType(.duration)
        default: return DeclaredType(.dyn)
        }
    }

    private mutating func intern(_ object: ObjectType) -> TypeID {
        if let number = objects.firstIndex(where: { $0 === object || $0.name == object.name }) {
            return intern(.object(Int32(number)))
        }
        objects.append(object)
        return intern(.object(Int32(objects.count - 1)))
    }

    /// Returns the number of a type in the declaration of a function.
    ///
    /// New type parameters are added to those of the function.
    mutating func intern(_ signature: Signature, _ parameters: inout [Character]) -> TypeID {
        switch signature {
        case .dyn: return .dyn
        case .null: return .null
        case .bool: return .bool
        case .int: return .int
        case .uint: return .uint
        case .double: return .double
        case .string: return .string
        case .bytes: return .bytes
        case .timestamp: return .timestamp
        case .duration: return .duration
        case .list(let element): return list(intern(element, &parameters))
        case .map(let key, let value):
            return map(intern(key, &parameters), intern(value, &parameters))
        case .optional(let wrapped): return optional(intern(wrapped, &parameters))
        case .type(let instance): return intern(.typeOf(intern(instance, &parameters)))
        case .opaque(let name): return opaque(name)
        case .parameter(let letter):
            if let number = parameters.firstIndex(of: letter) {
                return intern(.parameter(Int32(number)))
            }
            parameters.append(letter)
            return intern(.parameter(Int32(parameters.count - 1)))
        }
    }

    mutating func opaque(_ name: String) -> TypeID {
        if let number = opaqueNames.firstIndex(of: name) { return intern(.opaque(Int32(number))) }
        opaqueNames.append(name)
        return intern(.opaque(Int32(opaqueNames.count - 1)))
    }
}
