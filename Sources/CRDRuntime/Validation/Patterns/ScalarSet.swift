/// A set of Unicode scalars, as a class of a pattern names one: `[a-z\pL]`.
struct ScalarSet: Sendable {
    /// A property that has no short list of ranges.
    enum Property: Hashable, Sendable {
        /// `\pL`, `\p{Lu}`: a general category by its one or two letters.
        case category(String)
    }

    private var ranges: [ClosedRange<UInt32>] = []
    private var properties: [(property: Property, isNegated: Bool)] = []
    private var isNegated = false
    private var foldsCase = false
    /// The answers for ASCII, a bit each, once the set is complete.
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init() {}

    mutating func insert(_ range: ClosedRange<UInt32>) {
        ranges.append(range)
    }

    mutating func insert(_ property: Property, isNegated: Bool) {
        properties.append((property, isNegated))
    }

    /// Adds what is in none of the ranges.
    mutating func insert(allBut others: [ClosedRange<UInt32>]) {
        var next: UInt32 = 0
        for range in others.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { ranges.append(next...range.lowerBound - 1) }
            next = max(next, range.upperBound + 1)
        }
        if next <= 0x10FFFF { ranges.append(next...0x10FFFF) }
    }

    /// Sorts the ranges and works the answers for ASCII out; nothing is added after it.
    mutating func complete(isNegated: Bool, foldsCase: Bool) {
        ranges.sort { $0.lowerBound < $1.lowerBound }
        var merged: [ClosedRange<UInt32>] = []
        for range in ranges {
            if let last = merged.last, range.lowerBound <= last.upperBound &+ 1 {
                let end = max(last.upperBound, range.upperBound)
                merged[merged.count - 1] = last.lowerBound...end
            } else {
                merged.append(range)
            }
        }
        ranges = merged
        self.isNegated = isNegated
        self.foldsCase = foldsCase
        if foldsCase || !properties.isEmpty {
            for code in UInt32(0)..<128 where search(code) { mark(code) }
        } else {
            for range in ranges where range.lowerBound < 128 {
                for code in range.lowerBound...min(range.upperBound, 127) { mark(code) }
            }
            if isNegated { (low, high) = (~low, ~high) }
        }
    }

    private mutating func mark(_ code: UInt32) {
        if code < 64 { low |= 1 << UInt64(code) } else { high |= 1 << UInt64(code - 64) }
    }

    func contains(_ code: UInt32) -> Bool {
        if code < 64 { return low & (1 << UInt64(code)) != 0 }
        if code < 128 { return high & (1 << UInt64(code - 64)) != 0 }
        return search(code)
    }

    private func search(_ code: UInt32) -> Bool {
        if includes(code) { return !isNegated }
        if foldsCase {
            for other in CaseFolding.others(of: code) where includes(other) { return !isNegated }
        }
        return isNegated
    }

    private func includes(_ code: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < code { low = middle + 1 } else { high = middle }
        }
        if low < ranges.count, ranges[low].contains(code) { return true }
        guard !properties.isEmpty, let scalar = Unicode.Scalar(code) else { return false }
        return properties.contains { entry in
            switch entry.property {
            case .category(let name):
                scalar.properties.generalCategory.isNamed(name) != entry.isNegated
            }
        }
    }
}

/// Scalars that are equal where case is ignored (Go's `unicode.SimpleFold`).
enum CaseFolding {
    /// Every other scalar that folds to the same.
    static func others(of code: UInt32) -> [UInt32] {
        guard let scalar = Unicode.Scalar(code) else { return [] }
        var others: Set<UInt32> = []
        func add(_ text: String) {
            let scalars = text.unicodeScalars
            if let only = scalars.first, scalars.count == 1 { others.insert(only.value) }
        }
        let properties = scalar.properties
        add(properties.lowercaseMapping)
        add(properties.uppercaseMapping)
        for other in Array(others) {
            guard let scalar = Unicode.Scalar(other) else { continue }
            add(scalar.properties.lowercaseMapping)
            add(scalar.properties.uppercaseMapping)
        }
        // Letters outside ASCII that fold into it: the Kelvin sign and the long s.
        if code == 0x6B || code == 0x4B { others.insert(0x212A) }
        if code == 0x73 || code == 0x53 { others.insert(0x17F) }
        others.remove(code)
        return Array(others)
    }
}

extension Unicode.GeneralCategory {
    /// Whether `L` or `Lu` is a name of this category.
    func isNamed(_ name: String) -> Bool {
        let own = shortName
        return own == name || name.utf8.count == 1 && own.utf8.first == name.utf8.first
    }

    /// The names that a pattern may use.
    static let names: Set<String> = [
        "C", "Cc", "Cf", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N",
        "Nd", "Nl", "No", "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm",
        "So", "Z", "Zl", "Zp", "Zs",
    ]

    private var shortName: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
