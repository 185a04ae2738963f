import CRDValues
import CRDYAML

/// Derives the name of an element's type from the name of its list or map.
///
/// Only the last word changes, and only where the rules of English leave no doubt: `Tags` gives
/// `Tag`, `HostAliases` gives `HostAlias`, `SubnetIDs` gives `SubnetID`; `Status`, `DNS`, `Series`
/// and `Data` stay.
enum ElementName {
    /// Returns the singular of a type name in CamelCase, or the name itself.
    static func singular(_ name: String) -> String {
        guard name.utf8.last == UInt8(ascii: "s") else { return name }
        let stem = name.dropLast()
        let start = stem.lastIndex { $0.isUppercase } ?? stem.startIndex
        if stem.endIndex == stem.index(start, offsetBy: 1) {
            // Capitals before the 's', so an abbreviation: 'IDs'. One alone may be anything.
            return stem.dropLast().last?.isUppercase == true ? String(stem) : name
        }
        let word = name[start...].lowercased()
        let singular = singular(ofWord: word)
        if singular == word { return name }
        // The first letter never changes, so it keeps its case.
        return String(name[...start] + singular.dropFirst())
    }

    /// Returns the singular of a word in lowercase that ends with `s`, or the word itself.
    private static func singular(ofWord word: String) -> String {
        if let singular = irregular[word] { return singular }
        if word.utf8.count < 4 || unchanged.contains(word) { return word }
        for (plural, singular) in endings where word.hasSuffix(plural) {
            return word.dropLast(plural.utf8.count) + singular
        }
        let stem = word.dropLast()
        return isPronounceable(Array(stem.utf8)) ? String(stem) : word
    }

    /// Whether a word without its last `s` can be an English word, unlike most abbreviations such
    /// as `mtls`: it has a vowel, and a usual pair of consonants if it ends with two.
    private static func isPronounceable(_ stem: [UInt8]) -> Bool {
        guard stem.allSatisfy(\.isLowercase), stem.contains(where: isVowel),
            let last = stem.last, let before = stem.dropLast().last
        else { return false }
        if isVowel(last) || isVowel(before) { return true }
        return pairs.contains(String(decoding: [before, last], as: UTF8.self))
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
            UInt8(ascii: "u"), UInt8(ascii: "y"):
            true
        default: false
        }
    }
}

// MARK: - Tables

extension ElementName {
    /// Exceptions to the rules below.
    private static let irregular = [
        "acls": "acl", "apis": "api", "areas": "area", "attrs": "attr", "biases": "bias",
        "buses": "bus", "causes": "cause", "cidrs": "cidr", "clauses": "clause",
        "cookies": "cookie",
        "cpus": "cpu", "deltas": "delta", "envs": "env", "extras": "extra", "formulas": "formula",
        "gpus": "gpu", "ids": "id", "infos": "info", "ips": "ip", "lambdas": "lambda",
        "logos": "logo",
        "menus": "menu", "movies": "movie", "nics": "nic", "personas": "persona",
        "quotas": "quota", "replicas": "replica", "repos": "repo", "schemas": "schema",
        "skus": "sku", "slos": "slo", "sysctls": "sysctl", "ties": "tie", "urls": "url",
        "videos": "video", "vms": "vm", "zombies": "zombie",
    ]

    /// Words that are no plurals, or whose singular is in doubt: names, abbreviations and verbs.
    private static let unchanged: Set<String> = [
        "always", "cors", "corps", "devops", "gitops", "iops", "jenkins", "kubernetes", "lens",
        "means", "nats", "news", "postgres", "series", "species", "trans",
        "appendices", "axes", "bases", "dies", "gases", "indices", "knives", "lenses", "lies",
        "lives",
        "matrices", "pies", "vertices",
        "allows", "consumes", "contains", "depends", "equals", "excludes", "exists", "expires",
        "ignores", "includes", "prefers", "produces", "provides", "requires", "selects",
    ]

    /// Plural endings with their singular; the first match is used.
    private static let endings: [(plural: String, singular: String)] = [
        ("ss", "ss"), ("us", "us"), ("is", "is"), ("as", "as"), ("os", "os"), ("metrics", "metric"),
        ("topics", "topic"), ("ics", "ics"), ("aliases", "alias"), ("atlases", "atlas"),
        ("canvases", "canvas"), ("statuses", "status"), ("sses", "ss"), ("ases", "ase"),
        ("nses", "nse"), ("rses", "rse"), ("ses", "ses"), ("caches", "cache"), ("eaches", "each"),
        ("oaches", "oach"), ("aches", "aches"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"),
        ("zzes", "zzes"), ("oes", "oes"), ("ives", "ive"), ("ves", "ves"), ("eies", "eies"),
        ("ies", "y"),
    ]

    /// Pairs of consonants that English words end with.
    private static let pairs: Set<String> = [
        "ck", "ct", "dd", "ff", "ft", "gg", "gh", "gn", "hm", "ht", "ld", "lf", "lk", "ll", "lm",
        "lp", "lt", "mb", "mn", "mp", "nd", "ng", "nk", "nn", "nt", "ph", "pp", "pt", "rb", "rc",
        "rd",
        "rg", "rk", "rl", "rm", "rn", "rp", "rr", "rt", "sk", "sm", "sp", "st", "th", "tt", "wl",
        "wn", "xt",
    ]
}
