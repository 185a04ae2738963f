extension Unicode.GeneralCategory {
    /// The general categories that a name in a pattern stands for: `L`, `Lu`, `Uppercase_Letter`.
    struct Name: Hashable, Sendable {
        /// One letter for several categories, two for one; `LC` for letters that have a case.
        private let code: String

        /// Finds the categories of a name; `nil` if the name is unknown.
        ///
        /// - Parameter canonical: A capital, then small letters alone, such as `Uppercaseletter`.
        init?(_ canonical: String) {
            let code = Self.aliases[canonical] ?? (canonical == "Lc" ? "LC" : canonical)
            guard Self.codes.contains(code) else { return nil }
            self.code = code
        }

        /// Whether a scalar is in one of the categories in Unicode 15.0, the version that Go 1.25
        /// has.
        func holds(_ scalar: Unicode.Scalar) -> Bool {
            let own = Self.code(of: scalar)
            if code == "LC" { return own == "Lu" || own == "Ll" || own == "Lt" }
            return own == code || code.utf8.count == 1 && own.utf8.first == code.utf8.first
        }

        private static func code(of scalar: Unicode.Scalar) -> String {
            switch scalar.value {
            // Categories that later versions of Unicode changed.
            case 0x295: return "Ll"
            case 0x1171E: return "Mn"
            default: break
            }
            if let age = scalar.properties.age, (age.major, age.minor) > (15, 0) { return "Cn" }
            return scalar.properties.generalCategory.code
        }

        private static let codes: Set<String> = [
            "C", "Cc", "Cf", "Cn", "Co", "Cs", "L", "LC", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc",
            "Me", "Mn", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S",
            "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs",
        ]

        /// `PropertyValueAliases.txt` of the Unicode Character Database.
        private static let aliases: [String: String] = [
            "Casedletter": "LC", "Closepunctuation": "Pe", "Cntrl": "Cc", "Combiningmark": "M",
            "Connectorpunctuation": "Pc", "Control": "Cc", "Currencysymbol": "Sc",
            "Dashpunctuation": "Pd", "Decimalnumber": "Nd", "Digit": "Nd", "Enclosingmark": "Me",
            "Finalpunctuation": "Pf", "Format": "Cf", "Initialpunctuation": "Pi", "Letter": "L",
            "Letternumber": "Nl", "Lineseparator": "Zl", "Lowercaseletter": "Ll", "Mark": "M",
            "Mathsymbol": "Sm", "Modifierletter": "Lm", "Modifiersymbol": "Sk",
            "Nonspacingmark": "Mn", "Number": "N", "Openpunctuation": "Ps", "Other": "C",
            "Otherletter": "Lo", "Othernumber": "No", "Otherpunctuation": "Po",
            "Othersymbol": "So", "Paragraphseparator": "Zp", "Privateuse": "Co", "Punct": "P",
            "Punctuation": "P", "Separator": "Z", "Spaceseparator": "Zs", "Spacingmark": "Mc",
            "Surrogate": "Cs", "Symbol": "S", "Titlecaseletter": "Lt", "Unassigned": "Cn",
            "Uppercaseletter": "Lu",
        ]
    }

    private var code: String {
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
